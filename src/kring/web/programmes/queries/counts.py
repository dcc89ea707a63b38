"""What organiser and client may see of how circles do: counts over the whole programme, from five people up."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from kring.core.circles.attendance import Attendance
from kring.core.programmes.turn_out import ENOUGH_PEOPLE, TurnOut, turn_out
from kring.web.circles.models import Circle, Held, Presence
from kring.web.programmes.models import Programme
from kring.web.programmes.parts import circles_of, people_in


@dataclass(frozen=True, slots=True)
class Counts:
    """
    Over the whole programme.

    Attributes:
        people: How many are enrolled; None below five.
        formed: Circles that were put together.
        started: Of these, those that somebody has begun.
        met: Meetings held, in all circles together.
    """

    people: int | None
    formed: int = 0
    started: int = 0
    met: int = 0
    turn_out: TurnOut = TurnOut.TOO_FEW

    @property
    def enough(self) -> bool:
        """Whether there are people enough to tell anything."""
        return self.people is not None


def counts_of(programme: Programme) -> Counts:
    """Nothing but that there are fewer than five, as long as there are."""
    people = people_in(programme)
    if people < ENOUGH_PEOPLE:
        return Counts(people=None)
    circles = circles_of(programme)
    begun = Circle.objects.filter(pk__in=circles, memberships__left_at=None, memberships__isnull=False)
    closed = Held.objects.filter(circle__in=circles).exclude(closed_at=None)
    return Counts(
        people=people,
        formed=len(circles),
        started=begun.distinct().count(),
        met=closed.count(),
        turn_out=_turn_out_in(circles),
    )


def _turn_out_in(circles: list[UUID]) -> TurnOut:
    """Of meetings that are over: who was expected, and who came."""
    over = Presence.objects.filter(held__circle__in=circles).exclude(held__closed_at=None)
    counted = over.aggregate(
        promised=Count("pk"),
        present=Count("pk", filter=Q(attendance=Attendance.PRESENT.value)),
        people=Count("person", distinct=True),
    )
    return turn_out(**counted)
