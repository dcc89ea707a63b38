"""What is known of intentions in the open: that somebody asked for a mail on a day. What they intend is in the vault."""

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from kring.web.circles.models import Circle


class Reminder(models.Model):
    """
    Somebody wants to look back at something on a day. Gone as soon as the mail went, or nobody needs it any more.

    Attributes:
        item: Under which it lies sealed.
        on: The day, in the circle's own zone.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    item = models.UUIDField()
    on = models.DateField(db_index=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["circle", "person", "item"], name="one_reminder_of_each_intention")
        ]
