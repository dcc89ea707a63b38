"""
What the four walls consist of on this side: signed statements, sealed keys, salts, seats. Nothing here can be opened here.

A *group* is whoever shares keys; its id is that of the meeting, or of the circle. A person with an account has keys of
their own, which follow from one vault key; the *slots* are that key, locked by a passphrase, a recovery code or a passkey.
"""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from kring.web.people.models import Person

_KEY = 43  # characters of 32 bytes in base64url


class Statement(models.Model):
    """Who belongs to the group from this epoch on: text and signature exactly as they were written."""

    group = models.UUIDField()
    epoch = models.PositiveIntegerField()
    body = models.TextField()
    sig = models.CharField(max_length=86)

    class Meta:
        constraints = [UniqueConstraint(fields=["group", "epoch"], name="one_statement_per_epoch")]


class Grant(models.Model):
    """The key of an epoch, sealed to one member."""

    group = models.UUIDField()
    epoch = models.PositiveIntegerField()
    acct = models.UUIDField()
    sealed = models.CharField(max_length=107)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["group", "epoch", "acct"], name="one_grant_per_member_and_epoch")
        ]


class Box(models.Model):
    """Where texts lie. Without its salt nobody can open them ever again."""

    id = models.UUIDField(primary_key=True)
    group = models.UUIDField()
    epoch = models.PositiveIntegerField()
    salt = models.CharField(max_length=_KEY)

    class Meta:
        constraints = [UniqueConstraint(fields=["group", "epoch"], name="one_box_per_epoch")]


class Door(models.Model):
    """
    The way in for whoever has the link. `token_hash` lets strangers be sent away; members check the rest.

    Attributes:
        members_of: The lasting group whose members alone may knock; none where the link is enough.
        admits: How many may sit in it, whoever began included.
    """

    group = models.UUIDField(primary_key=True)
    token_hash = models.CharField(max_length=_KEY)
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    members_of = models.UUIDField(null=True)
    admits = models.PositiveSmallIntegerField(default=15)


class Seat(models.Model):
    """
    Somebody who knocked; a member from `admitted_at` on.

    Attributes:
        token_hash: SHA-256 of the cookie that shows whose seat this is; empty in a circle, where people sign in.
        invite: The personal invitation they came with, in a circle.
        member: The four strings that the statement will hold: account, two public keys, name.
        mac: Ties those keys to the link; checked by the members, not here.
        knocked_at: Waits at the door since then, for the first time or with new keys; none when let in.
        share: The server's half for waking the vault on its own device; empty once the meeting is closed.
        done_at: Has taken along what there was to take along.
    """

    group = models.UUIDField()
    acct = models.UUIDField()
    token_hash = models.CharField(max_length=_KEY, blank=True)
    invite = models.UUIDField(null=True)
    member = models.JSONField()
    mac = models.CharField(max_length=_KEY, blank=True)
    share = models.CharField(max_length=_KEY, blank=True)
    knocked_at = models.DateTimeField(null=True)
    admitted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["group", "acct"], name="one_seat_per_person"),
            CheckConstraint(
                condition=Q(knocked_at__isnull=False) | Q(admitted_at__isnull=False),
                name="seat_was_knocked_for",
            ),
        ]


class Proof(models.Model):
    """For somebody who was let in: that the statement which let them in belongs to their link."""

    group = models.UUIDField()
    epoch = models.PositiveIntegerField()
    acct = models.UUIDField()
    proof = models.CharField(max_length=_KEY)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["group", "epoch", "acct"], name="one_proof_per_member_and_epoch")
        ]


class SelfBox(models.Model):
    """Where somebody's own texts of one group lie; its key follows from their vault key and this salt."""

    id = models.UUIDField(primary_key=True)
    group = models.UUIDField()
    acct = models.UUIDField()
    salt = models.CharField(max_length=_KEY)

    class Meta:
        constraints = [UniqueConstraint(fields=["group", "acct"], name="one_box_of_ones_own_per_group")]


class Sealed(models.Model):
    """
    A text that lasts. What is bound to it: group and epoch by its box, item, field, author, revision.

    Attributes:
        owner: Whose alone it is; none where the whole group can open it.
        text: The envelope.
    """

    group = models.UUIDField()
    item = models.UUIDField()
    field = models.CharField(max_length=40)
    owner = models.UUIDField(null=True)
    author = models.UUIDField()
    rev = models.PositiveIntegerField()
    box = models.UUIDField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["group", "item", "field"],
                condition=Q(owner__isnull=True),
                name="one_text_per_item_and_field",
            ),
            UniqueConstraint(
                fields=["group", "item", "field", "owner"],
                condition=Q(owner__isnull=False),
                name="one_text_of_ones_own_per_item_and_field",
            ),
            CheckConstraint(condition=Q(rev__gte=1), name="revisions_begin_at_one"),
        ]


class OwnKeys(models.Model):
    """The public keys of somebody with an account; they change only when everything was lost and begun afresh."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    exchange = models.CharField(max_length=_KEY)
    signing = models.CharField(max_length=_KEY)
    since = models.DateTimeField()


class Slot(models.Model):
    """
    Their vault key, locked in one way.

    Attributes:
        sealed: 111 bytes that only the browser can open.
        auth_hash: SHA-256 of what a recovery code signs in with: it is random, so it needs no stretching.
        credential: Of a passkey, as browsers name it; the slot goes when the passkey goes.
    """

    class Kind(models.TextChoices):
        """What it takes to open it."""

        PASS = "pass"  # noqa: S105 -- a kind of slot
        RECOVERY = "recovery"
        PRF = "prf"

    keys = models.ForeignKey(OwnKeys, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=8, choices=Kind)
    sealed = models.CharField(max_length=148)
    auth_hash = models.CharField(max_length=_KEY, blank=True)
    credential = models.CharField(max_length=1400, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["keys", "kind", "credential"], name="one_slot_of_each_kind"),
            CheckConstraint(condition=Q(kind="prf") ^ Q(credential=""), name="slot_of_a_passkey_names_it"),
            CheckConstraint(
                condition=Q(kind="recovery") ^ Q(auth_hash=""), name="slot_of_a_recovery_code_signs_in"
            ),
        ]


class FormerKeys(models.Model):
    """
    Keys that somebody said to have lost. They let nobody in and nothing is sealed to them; their own browser can still
    open them, in case the recovery sheet turns up, and seal what was theirs alone to the new keys.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    exchange = models.CharField(max_length=_KEY)
    signing = models.CharField(max_length=_KEY)
    lost_at = models.DateTimeField()


class FormerSlot(models.Model):
    """Such keys, locked in one way. Without what a recovery code signs in with: it signs in no more."""

    keys = models.ForeignKey(FormerKeys, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=8, choices=Slot.Kind)
    sealed = models.CharField(max_length=148)
