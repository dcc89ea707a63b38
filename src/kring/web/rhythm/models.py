"""Turns that somebody agreed to, what was really done, requests to swap, and the agreement between circle and coach."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from kring.core.rhythm import path, rota
from kring.web.circles.models import Circle, Held, Membership, PlannedDate

DUTIES = [(duty.value, duty.value) for duty in rota.Duty]


class Said(models.TextChoices):
    """What somebody said about turns to come."""

    NOTHING = ""
    READY = "ready"
    RATHER_NOT = "rather_not"


class Readiness(models.Model):
    """
    Where a member stands as far as one duty goes.

    Attributes:
        start: What their count began with, so that a newcomer is level with whoever did it least. Below nothing where
            they had done it before they took part in the turns. None until the first meeting after they came: as long
            as nothing is held, being level follows from the others.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    duty = models.CharField(max_length=14, choices=DUTIES)
    said = models.CharField(max_length=10, choices=Said.choices, default=Said.NOTHING, blank=True)
    start = models.IntegerField(null=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["membership", "duty"], name="one_readiness_for_each_duty")]


class Why(models.TextChoices):
    """Why a turn is no mere proposal any more."""

    TAKEN = "taken"  # taken on by whoever does it
    SWAPPED = "swapped"  # agreed between two
    TOLD = "told"  # it stood in the mail that prepares people


class Turn(models.Model):
    """
    A turn that is settled. All others are proposals, worked out anew whenever somebody looks.

    Attributes:
        method: Where the turn is to choose one and that has been done: its id, or `own:` and the id of the sealed text
            where it is one of the circle's own. What that one is called isn't known here.
    """

    date = models.ForeignKey(PlannedDate, models.CASCADE, related_name="turns")
    duty = models.CharField(max_length=14, choices=DUTIES)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=Why.choices)
    method = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["date", "duty"], name="one_turn_for_each_duty_at_a_date")]


class Done(models.Model):
    """What somebody really did at a meeting, whosever turn it was."""

    held = models.ForeignKey(Held, models.CASCADE, related_name="duties_done")
    duty = models.CharField(max_length=14, choices=DUTIES)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [UniqueConstraint(fields=["held", "duty"], name="each_duty_done_by_one_at_a_meeting")]


class Answer(models.TextChoices):
    """What became of a request."""

    NONE = ""
    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


class SwapRequest(models.Model):
    """
    A member asks another to swap turns, or that one of them takes over the other's with nothing in return.

    Attributes:
        mine: The date of the asker's turn; none where the asker offers to take the other's over.
        theirs: The date of the other's turn; none where the other is asked to take the asker's over.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="swap_requests")
    duty = models.CharField(max_length=14, choices=DUTIES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mine = models.ForeignKey(PlannedDate, models.CASCADE, null=True, related_name="+")
    theirs = models.ForeignKey(PlannedDate, models.CASCADE, null=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(mine__isnull=False) | Q(theirs__isnull=False), name="swap_is_about_a_turn"
            )
        ]


class PathDeed(models.Model):
    """
    A deed on the way from guided to self-guided, stored in order.

    Attributes:
        step: Where the circle was when it was done. Where that isn't where the deeds before it led, the circle has
            changed who leads on its own page meanwhile, and the way begins there anew.
        by: Who did it; the other members of that side see it.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="path_deeds")
    step = models.CharField(max_length=14, choices=[(step.value, step.value) for step in path.Step])
    deed = models.CharField(max_length=10, choices=[(deed.value, deed.value) for deed in path.Deed])
    side = models.CharField(max_length=8, choices=[(side.value, side.value) for side in path.Side])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
