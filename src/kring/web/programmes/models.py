"""
A programme: what was asked for, what was proposed, who agreed to it, and who is its client.

What stands here is about organising. What people say in their circles is in the vault, and nobody of these reads it.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kring.web.organisations.models import NAME_LENGTH, Organisation

TEXT_LENGTH = 4_000  # characters


class Enquiry(models.Model):
    """
    A person or an organisation gets in touch.

    Attributes:
        from_organisation: What organisation they speak for; empty for somebody who asks for themselves.
        person: Who asked, where they were signed in.
        answered_at: When the organiser first wrote back.
        closed_at: When it became a programme, or was declined.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="enquiries")
    name = models.CharField(max_length=80)
    mail = models.EmailField(max_length=254)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=2)
    from_organisation = models.CharField(max_length=NAME_LENGTH, blank=True)
    what_for = models.TextField(max_length=TEXT_LENGTH)
    whom = models.TextField(max_length=TEXT_LENGTH, blank=True)
    how_many = models.PositiveIntegerField(null=True)
    since_when = models.TextField(max_length=TEXT_LENGTH, blank=True)
    wishes = models.TextField(max_length=TEXT_LENGTH, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)


class Answer(models.Model):
    """A message on an enquiry; `by` is None where whoever asked wrote it."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="answers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    from_organiser = models.BooleanField()
    text = models.TextField(max_length=TEXT_LENGTH)
    at = models.DateTimeField()


class Stage(models.TextChoices):
    """How far a programme is."""

    PROPOSED = "proposed", _("being agreed")  # the organiser and the client work on what it is to be
    ENROLLING = "enrolling", _("people come in")  # the client agreed; people come in
    FORMING = (
        "forming",
        _("circles are being put together"),
    )  # enrolment is closed; circles are being put together
    RUNNING = "running", _("under way")  # circles are published
    ENDED = "ended", _("ended")


class Programme(models.Model):
    """
    Circles for a group of people, for a while, agreed with those concerned.

    Attributes:
        template: Id of the template it came from.
        language: In which its proposal is written, and mail to whoever hasn't an account yet.
        ended_from: How far it was when it was ended, so that it can be opened again.
        follows: The programme of which it is a new season.
        rhythm, weeks_between, minutes, guided: What its circles begin with, as in `circles.Circle`.
        meetings: How many are planned for each circle.
        rules: Of forming: what isn't the usual of `core.circles.forming.Rules`.
        enrolment_open: Whether the link for enrolling takes people.
        enrolment_token: In that link.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="programmes")
    enquiry = models.OneToOneField(Enquiry, models.SET_NULL, null=True, related_name="programme")
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="seasons")
    name = models.CharField(max_length=80)
    template = models.CharField(max_length=40)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.PROPOSED)
    ended_from = models.CharField(max_length=12, choices=Stage.choices, blank=True)
    language = models.CharField(max_length=2, default="nl")
    field_of_work = models.CharField(max_length=80, blank=True)
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    rhythm = models.CharField(max_length=20)
    weeks_between = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    meetings = models.PositiveSmallIntegerField()
    guided = models.BooleanField()
    rules = models.JSONField(default=dict)
    enrolment_open = models.BooleanField(default=False)
    enrolment_token = models.UUIDField(default=uuid4, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [CheckConstraint(condition=~Q(name=""), name="programme_has_a_name")]


class Client(models.Model):
    """
    For whom a programme is held. Sees what was agreed, counts, and the evaluation once it is published.

    Attributes:
        mail: In lower case; whoever confirms this address has the role.
        person: None until somebody with that address has signed in.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="clients")
    mail = models.EmailField(max_length=254)
    name = models.CharField(max_length=80, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="client_of")
    named_at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["programme", "mail"], name="client_once_of_a_programme")]


class Proposal(models.Model):
    """
    What a programme is to be, in the words of the organiser. A new number asks everybody again.

    Attributes:
        shape: How many meetings, how long, in which form.
        price: Free text: who pays whom is not Kring's.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="proposals")
    number = models.PositiveIntegerField()
    shape = models.TextField(max_length=TEXT_LENGTH)
    dates = models.TextField(max_length=TEXT_LENGTH, blank=True)
    goals = models.TextField(max_length=TEXT_LENGTH)
    guidance = models.TextField(max_length=TEXT_LENGTH, blank=True)
    price = models.TextField(max_length=TEXT_LENGTH, blank=True)
    evaluation = models.TextField(max_length=TEXT_LENGTH, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["programme", "number"], name="each_proposal_once")]


class Side(models.TextChoices):
    """For whom somebody speaks about a proposal."""

    CLIENT = "client"
    PARTICIPANT = "participant"


class Voice(models.Model):
    """
    What somebody said to a proposal: yes, or what they would have otherwise. The newest of each counts.

    Attributes:
        amendment: What they would change; empty with a plain yes.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="voices")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    side = models.CharField(max_length=12, choices=Side.choices)
    agrees = models.BooleanField()
    amendment = models.TextField(max_length=TEXT_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["proposal", "person", "side"], name="one_voice_each_about_a_proposal")
        ]
