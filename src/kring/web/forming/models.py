"""
Who is to sit with whom, as long as it is being decided, and what became of it.

A circle that was published lives in `web/circles`; here stays only which one it became.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from kring.web.enrolment.models import Participant
from kring.web.programmes.models import Programme


class Failed(models.TextChoices):
    """Why a forming came to nothing."""

    RING = "ring"  # people report to each other round and round
    KINDS = "kinds"  # more different wishes, languages or times than can be counted
    NOBODY = "nobody"  # nobody to divide
    BROKEN = "broken"  # the server stopped in the middle, or the process broke off


class Divisions(models.QuerySet["Division"]):
    """Formings of programmes."""

    def current(self) -> "Divisions":
        """The one that counts, of each programme."""
        return self.filter(is_current=True)

    def going(self) -> "Divisions":
        """Those that nobody has seen end."""
        return self.filter(ended_at=None)


class Division(models.Model):
    """
    One forming of a programme's circles. It counts once it has ended well; the last few before it are kept.

    Attributes:
        by: Who pressed.
        rules: `core.circles.forming.Rules` as they were then.
        locked: Numbers of the circles of the one before that stay as they are.
        ended_at: None as long as it runs, or where the server stopped in the middle.
        outcome: People, cost and blocks of `core.circles.forming.Formed`: what is proven of it.
        is_current: Whether this is what the pages show.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="divisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    seed = models.PositiveIntegerField()
    rules = models.JSONField(default=dict)
    locked = models.JSONField(default=list)
    outcome = models.JSONField(default=dict)
    failed = models.CharField(max_length=8, choices=Failed.choices, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    is_current = models.BooleanField(default=False)

    objects = Divisions.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["programme"], condition=Q(is_current=True), name="one_division_counts_in_a_programme"
            ),
            UniqueConstraint(
                fields=["programme"], condition=Q(ended_at=None), name="one_forming_at_a_time_in_a_programme"
            ),
        ]


class ProposedCircle(models.Model):
    """
    A circle as it is to be.

    Attributes:
        number: From 1 without gaps; a circle that was emptied keeps its number.
        facilitator: Who is to lead it.
        locked_at: Since when it stays as it is when the rest is formed again.
        published: Id of the circle it became.
        facilitator_told_at: When whoever leads it was written to.
    """

    division = models.ForeignKey(Division, models.CASCADE, related_name="circles")
    number = models.PositiveIntegerField()
    facilitator = models.ForeignKey(Participant, models.SET_NULL, null=True, related_name="+")
    locked_at = models.DateTimeField(null=True)
    published = models.UUIDField(null=True, unique=True)
    facilitator_told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["division", "number"], name="one_circle_a_number"),
            CheckConstraint(condition=Q(number__gte=1), name="circles_count_from_one"),
        ]


class Seat(models.Model):
    """Somebody sits in a circle to be; `told_at` is when they were written to."""

    division = models.ForeignKey(Division, models.CASCADE, related_name="seats")
    circle = models.ForeignKey(ProposedCircle, models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="seats")
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["division", "participant"], name="one_seat_each_in_a_division")
        ]


class LeftOut(models.Model):
    """
    Somebody for whom no circle was found.

    Attributes:
        reason: `core.circles.forming.Reason` without anything that only forming may know.
    """

    division = models.ForeignKey(Division, models.CASCADE, related_name="left_out")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    reason = models.JSONField()

    class Meta:
        constraints = [UniqueConstraint(fields=["division", "participant"], name="left_out_once")]


class Change(models.Model):
    """
    A change by hand that can be undone, newest first, until the circles it touched are published.

    Attributes:
        steps: For each person moved: `who`, `out_of` and `into` (numbers, or none), and whether they `lead`.
    """

    division = models.ForeignKey(Division, models.CASCADE, related_name="changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    steps = models.JSONField()
    at = models.DateTimeField()
