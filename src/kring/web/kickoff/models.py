"""When and where the circles of a programme start together. What is written there is sealed, as in every meeting."""

from django.db import models

from kring.web.programmes.models import Programme

ZONE = "Europe/Amsterdam"  # as of circles, where the browser doesn't say otherwise
PLACE_LENGTH = 300  # characters: a link to a video room can be long


class KickOff(models.Model):
    """
    A gathering for several circles.

    Attributes:
        zone: In which its times are meant: that of whoever planned it last.
        place: A hall, or the link to a video room.
        told_at: When its participants were last told by mail; none where it changed since.
        meeting: The room that was opened for it last.
        opened_at: When that was.
    """

    programme = models.OneToOneField(Programme, models.CASCADE, primary_key=True, related_name="kick_off")
    starts_at = models.DateTimeField()
    zone = models.CharField(max_length=40, default=ZONE)
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_LENGTH)
    told_at = models.DateTimeField(null=True)
    meeting = models.UUIDField(null=True)
    opened_at = models.DateTimeField(null=True)
