"""How far two circles are that become one: whom of the circle that moves in was asked, and what they said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kring.web.circles.access import Within
from kring.web.circles.models import Circle, Invitation, Membership
from kring.web.circles.queries.ending import other_circles
from kring.web.circles.queries.members import people_of
from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody of the circle that moves in; `said` is `accepted`, `declined`, `waits` or `over`."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Merging:
    """
    Two circles on their way to one.

    Attributes:
        other: The other of the two, as this circle's members know it.
        moves_in: Whether this circle moves into the other.
    """

    other: Circle
    moves_in: bool
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Another circle of the asker's, and whom of this one nobody has asked into it yet."""

    into: Circle
    people: tuple[Person, ...]


def ways_in(within: Within, now: datetime) -> list[Way]:
    """Into which circles the asker can take this one along."""
    everybody = people_of(within.circle)
    ways = []
    for into in other_circles(within):
        there = set(Membership.objects.now().filter(circle=into).values_list("person", flat=True))
        asked = Invitation.objects.open(now).filter(circle=into, moves_from=within.circle)
        there |= set(asked.values_list("meant_for", flat=True))
        ways.append(Way(into, tuple(one for one in everybody if one.pk not in there)))
    return ways


def mergings(circle: Circle, now: datetime) -> list[Merging]:
    """In both directions."""
    rows = Invitation.objects.exclude(moves_from=None).filter(withdrawn_at=None).order_by("made_at")
    rows = rows.select_related("circle", "moves_from", "meant_for")
    return [
        *_merged(((row.circle, row) for row in rows.filter(moves_from=circle)), now, moves_in=True),
        *_merged(((row.moves_from, row) for row in rows.filter(circle=circle)), now, moves_in=False),
    ]


def own_move(within: Within, now: datetime) -> Invitation | None:
    """The invitation into another circle that waits for the asker."""
    mine = Invitation.objects.open(now).filter(moves_from=within.circle, meant_for=within.person)
    return mine.select_related("circle").order_by("made_at").first()


def _merged(
    rows: Iterable[tuple[Circle | None, Invitation]], now: datetime, *, moves_in: bool
) -> Iterable[Merging]:
    found: dict[Circle, dict[str, str]] = {}
    for other, row in rows:
        if other is not None and row.meant_for is not None:
            found.setdefault(other, {})[row.meant_for.name] = _said(row, now)  # the newest counts
    for other, asked in found.items():
        yield Merging(other, moves_in, tuple(Asked(name, said) for name, said in asked.items()))


def _said(row: Invitation, now: datetime) -> str:
    if row.accepted_at is not None:
        return "accepted"
    if row.declined_at is not None:
        return "declined"
    return "waits" if row.expires_at > now else "over"
