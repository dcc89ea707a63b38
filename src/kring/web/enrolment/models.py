"""
Who takes part in a programme.

What forming looks at stands here in the open, because the server does the forming. Whom somebody shouldn't sit with is
shown to nobody but themselves: only forming reads it.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme


class Source(models.TextChoices):
    """By which way somebody came in."""

    TABLE = "table"
    FORM = "form"
    LINK = "link"


class Participants(models.QuerySet["Participant"]):
    """People of a programme."""

    def there(self) -> "Participants":
        """Those who didn't leave."""
        return self.filter(left_at=None)

    def to_seat(self) -> "Participants":
        """Those who look for a circle."""
        return self.filter(facilitates=False, left_at=None)

    def facilitators(self) -> "Participants":
        """Those who lead circles."""
        return self.filter(facilitates=True, left_at=None)

    def unheard(self) -> "Participants":
        """Those who can be written to and of whom only others told."""
        return self.filter(told_at=None, left_at=None).exclude(mail="")


class Participant(models.Model):
    """
    Somebody in a programme, with or without an account.

    Attributes:
        key: Their id in the table they came from, unique in the programme.
        mail: In lower case; whoever confirms this address is them.
        person: None until somebody with that address has signed in.
        profession: The only thing forming can't do without.
        manager: Whom they report to, within this programme.
        manager_key: What was said of a manager who isn't in the programme themselves: a key, an address or a name.
        slots: Weekly times at which they can, such as `mon-evening` or `mon-09`.
        past: Where they sat in earlier seasons, as in `core.circles.forming.Person`.
        wishes: In their own words, for the organiser.
        not_with: Chosen by themselves; for forming alone.
        facilitates: Whether they lead circles instead of looking for one.
        capacity: How many circles they can lead.
        pooled_into: Another organisation's programme that seats them, after they said that it may.
        told_at: When they last told of themselves, by the form or on their own page; None as long as only others did.
        changed_since_forming: Whether they changed their facts after enrolment was over; told as a count.
        left_at: When they left by themselves. Nothing else is kept of somebody who did.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="participants")
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=80)
    mail = models.EmailField(max_length=254, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="participations"
    )
    language = models.CharField(max_length=2, default="nl")
    profession = models.CharField(max_length=80)
    function = models.CharField(max_length=80, blank=True)
    seniority = models.PositiveSmallIntegerField(null=True)
    organisation_name = models.CharField(max_length=120, blank=True)
    team = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=80, blank=True)
    online = models.BooleanField(default=True)
    languages = models.JSONField(default=list)
    slots = models.JSONField(default=list)
    goals = models.JSONField(default=list)
    past = models.JSONField(default=list)
    wishes = models.TextField(max_length=2_000, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, related_name="reports")
    manager_key = models.CharField(max_length=120, blank=True)
    not_with = models.ManyToManyField("self", symmetrical=False, related_name="+")
    facilitates = models.BooleanField(default=False)
    capacity = models.PositiveSmallIntegerField(default=0)
    pooled_into = models.ForeignKey(Programme, models.SET_NULL, null=True, related_name="pooled")
    told_at = models.DateTimeField(null=True)
    changed_since_forming = models.BooleanField(default=False)
    source = models.CharField(max_length=8, choices=Source.choices)
    enrolled_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    objects = Participants.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["programme", "key"], name="one_key_each_in_a_programme"),
            UniqueConstraint(
                fields=["programme", "mail"],
                condition=~Q(mail="") & Q(left_at=None),
                name="one_address_each_in_a_programme",
            ),
            CheckConstraint(condition=~Q(name=""), name="participant_has_a_name"),
        ]


class Said(models.TextChoices):
    """What somebody said of another."""

    APART = "apart"  # whom they shouldn't sit with
    REPORTS = "reports"  # who reports to them


class Named(models.Model):
    """
    Somebody whom a participant named, in the programme or not: it holds once they are.

    Attributes:
        text: A name or an address, as it was typed; shown to its writer alone.
        other: Who that is; None as long as nobody, or more than one, is called so.
    """

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="named")
    text = models.CharField(max_length=120)
    said = models.CharField(max_length=8, choices=Said.choices)
    other = models.ForeignKey(Participant, models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [UniqueConstraint(fields=["participant", "text", "said"], name="named_once")]


class TableInHand(models.Model):
    """
    A table between choosing the file and taking its people in. It goes with that, with the next one, or after an hour.

    Attributes:
        name: Of the file.
        content: Its rows as compressed JSON; the file itself is kept nowhere.
        columns: Field to heading, as guessed or chosen.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    columns = models.JSONField()
    put_at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["programme", "by"], name="one_table_in_hand")]


class Asked(models.Model):
    """
    The form goes to somebody by mail; whoever opens the signed link in it reads that address.

    Attributes:
        until: When the link stops working.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    mail = models.EmailField(max_length=254)
    at = models.DateTimeField(db_index=True)
    until = models.DateTimeField(db_index=True)


class Invitation(models.Model):
    """
    An organiser writes to somebody on the list, with their way in. Writing anew takes the place of the one before.

    Attributes:
        asked_at: When the organiser pressed.
        sent_at: When it went; None while it waits.
        failed_at: When the mailbox turned out not to take it.
    """

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="invitation")
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)


class MayPool(models.Model):
    """Somebody's own yes to being placed with people of another organisation; taking it back removes it."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="may_pool")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["participant", "organisation"], name="one_yes_for_an_organisation")
        ]
