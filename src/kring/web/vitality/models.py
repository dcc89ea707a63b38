"""What is known in the open of a self-check: when it was, and who has answered. The answers are in the vault."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q, UniqueConstraint

from kring.web.circles.models import Circle


class CheckRound(models.Model):
    """
    The circle checks itself once.

    Attributes:
        opened_by: Who began it; nobody where they have left for good.
        closed_at: From when nobody can answer any more, and the answers are handed out if there are enough.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="check_rounds")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["circle"], condition=Q(closed_at=None), name="one_check_at_a_time_in_a_circle"
            )
        ]


class CheckSheet(models.Model):
    """
    Somebody has answered. Shown to nobody but themselves; the circle hears how many.

    Attributes:
        person: Nobody where they have left for good: what was counted stays as it was.
        item: Under which their sheet is sealed; random, so that it says nothing to who opens it.
    """

    round = models.ForeignKey(CheckRound, models.CASCADE, related_name="sheets")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    item = models.UUIDField(unique=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["round", "person"], name="one_sheet_each_in_a_check")]
