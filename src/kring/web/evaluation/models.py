"""
Evaluations of programmes.

What people answer is only ever added up. Who has answered is kept apart from it, as long as the evaluation is open, and
neither has a time. When it is closed both go, and what may be told is all that stays.
"""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q, UniqueConstraint

from kring.web.enrolment.models import Participant
from kring.web.programmes.models import TEXT_LENGTH, Programme

ZONE = "Europe/Amsterdam"  # as of circles, where nobody says otherwise


def day_of(now: datetime) -> date:
    """The day it is where the circles are."""
    return now.astimezone(ZoneInfo(ZONE)).date()


class Evaluations(models.QuerySet["Evaluation"]):
    """Of programmes."""

    def open(self, now: datetime) -> "Evaluations":
        """Those that people can answer."""
        return self.filter(closed_at=None, until__gte=day_of(now))

    def due(self, now: datetime) -> "Evaluations":
        """Those whose last day is over, and that nobody has closed."""
        return self.filter(closed_at=None, until__lt=day_of(now))

    def told(self) -> "Evaluations":
        """Those of which something may be told, the newest first."""
        return self.exclude(figures=None).order_by("-closed_at")

    def published(self) -> "Evaluations":
        """Those that client and participants see, the newest first."""
        return self.told().exclude(published_at=None)


class Evaluation(models.Model):
    """
    One questionnaire, put to everybody who sits in a circle of a programme.

    Attributes:
        questionnaire: Its id.
        until: The last day.
        figures: `core.evaluation.figures.Figures`, once it is closed; none where fewer than five answered.
        advice: For going on, in the organiser's words.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="evaluations")
    questionnaire = models.CharField(max_length=40)
    until = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    figures = models.JSONField(null=True)
    advice = models.TextField(max_length=TEXT_LENGTH, blank=True)
    published_at = models.DateTimeField(null=True)

    objects = Evaluations.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["programme", "questionnaire"], name="asked_once_in_a_programme"),
            UniqueConstraint(
                fields=["programme"], condition=Q(closed_at=None), name="one_open_evaluation_in_a_programme"
            ),
        ]


class Asked(models.Model):
    """
    Somebody is asked to answer. Goes when the evaluation is closed, or when they leave.

    Attributes:
        answered: Whether they did. What and when stand nowhere.
        told: Whether they were written to.
        reminded: Whether they were written to once more.
    """

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="asked")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    answered = models.BooleanField(default=False)
    told = models.BooleanField(default=False)
    reminded = models.BooleanField(default=False)

    class Meta:
        constraints = [UniqueConstraint(fields=["evaluation", "participant"], name="asked_once")]


class Tally(models.Model):
    """How often one choice was made for one item. All are there from the beginning. Goes when it is closed."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="tallies")
    item = models.CharField(max_length=40)
    choice = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [UniqueConstraint(fields=["evaluation", "item", "choice"], name="one_tally_a_choice")]
