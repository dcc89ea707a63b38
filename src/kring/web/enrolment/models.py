"""
Who takes part in a programme.

What forming looks at stands here in the open, because the server does the forming. Whom somebody shouldn't sit with is
shown to nobody but themselves: only forming reads it.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from kring.web.programmes.models import Programme


class Source(models.TextChoices):
    """By which way somebody came in."""

    TABLE = "table"
    FORM = "form"
    LINK = "link"


class Participants(models.QuerySet["Participant"]):
    """People of a programme."""

    def to_seat(self) -> "Participants":
        """Those who look for a circle."""
        return self.filter(facilitates=False, left_at=None)

    def facilitators(self) -> "Participants":
        """Those who lead circles."""
        return self.filter(facilitates=True, left_at=None)


class Participant(models.Model):
    """
    Somebody in a programme, with or without an account.

    Attributes:
        key: Their id in the table they came from, unique in the programme.
        mail: In lower case; whoever confirms this address is them.
        person: None until somebody with that address has signed in.
        profession: The only thing forming can't do without.
        manager: Whom they report to, within this programme.
        manager_key: The same by key, where the manager isn't in the programme themselves.
        slots: Weekly times at which they can, such as `mon-evening` or `mon-09`.
        past: Where they sat in earlier seasons, as in `core.circles.forming.Person`.
        wishes: In their own words, for the organiser.
        not_with: Chosen by themselves; for forming alone.
        facilitates: Whether they lead circles instead of looking for one.
        capacity: How many circles they can lead.
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
