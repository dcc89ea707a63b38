"""A meeting, what happened in it, and what remains when it is gone: that it is gone."""

from datetime import datetime

from django.db import models
from django.db.models import Q, UniqueConstraint


class MeetingsInTime(models.QuerySet["Meeting"]):
    """Meetings by when their content has to go."""

    def due(self, now: datetime, closed_before: datetime) -> "MeetingsInTime":
        """Over their term, or closed long enough ago for everybody to have taken their own along."""
        return self.filter(Q(expires_at__lte=now) | Q(closed_at__lte=closed_before))


class Meeting(models.Model):
    """
    A meeting from its opening until its content is destroyed.

    Attributes:
        id: Also the id of the group that shares its keys.
        plan: The compiled plan as JSON, made once: an upgrade in the middle changes nothing.
        words: Where the method is somebody's own: its texts, sealed in the first box; the plan has their places.
        expires_at: When the content goes at the latest, closed or not.
    """

    id = models.UUIDField(primary_key=True)
    method = models.CharField(max_length=60)
    plan = models.TextField()
    words = models.TextField(default="")
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    closed_at = models.DateTimeField(null=True, db_index=True)

    objects = MeetingsInTime.as_manager()


class Event(models.Model):
    """
    Something that happened. Append only; written by the live room's own writer, many at once.

    Attributes:
        body: The event as `core` writes it, its texts sealed.
    """

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, db_index=False
    )  # the constraint below is an index too
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    body = models.TextField()

    class Meta:
        constraints = [UniqueConstraint(fields=["meeting", "number"], name="each_number_once_in_a_meeting")]


class Why(models.TextChoices):
    """Why a meeting's content was destroyed."""

    CLOSING = "closing"
    TERM = "term"


class Deletion(models.Model):
    """Evidence that a meeting's content was destroyed. Holds counts and times, nothing that was said."""

    meeting = models.UUIDField(primary_key=True)
    why = models.CharField(max_length=10, choices=Why.choices)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField()
    counts = models.JSONField()
