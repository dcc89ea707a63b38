"""Divisions of before, to go back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kring.core.circles.forming.telling import points_each
from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.models import Division
from kring.web.forming.queries.telling import proven_of
from kring.web.programmes.models import Programme

KEPT = 5  # divisions beside the one that counts


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    A division of before.

    Attributes:
        points: For each person, as it was when it was formed; fewer is better.
        unplaced: How many of those who look for a circle now have none in it.
    """

    id: UUID
    at: datetime
    circles: int
    points: float
    unplaced: int


def earlier_of(programme: Programme) -> "QuerySet[Division]":
    """Those that counted once, the newest first."""
    return (
        programme.divisions.filter(is_current=False, failed="").exclude(ended_at=None).order_by("-ended_at")
    )


def can_go_back(division: Division) -> bool:
    """As long as nothing is published: what people have seen isn't turned back behind their backs."""
    return not division.circles.exclude(published=None).exists()


def told_earlier(division: Division) -> Sequence[Earlier]:
    """To go back to from this one; none once something is published."""
    if not can_go_back(division):
        return ()
    people = to_seat(division.programme)
    looking = people.count()
    seats = Count("seats", filter=Q(seats__participant__in=people), distinct=True)
    circles = Count("seats__circle", filter=Q(seats__participant__in=people), distinct=True)
    found = earlier_of(division.programme).annotate(seated=seats, standing=circles)[:KEPT]
    return [
        Earlier(
            id=one.pk,
            at=one.ended_at or one.started_at,
            circles=one.standing,
            points=points_each(proven_of(one)),
            unplaced=looking - one.seated,
        )
        for one in found
    ]
