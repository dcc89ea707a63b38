"""
Somebody joins late, or leaves: fitted in with the least upset.

As few other people as possible change circle: none, one or two; of those answers the one that costs least. Searched to the
end within the block, so that 'nobody else has to move' is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Circle, Person, Rules
from kring.core.circles.forming.rules import broken
from kring.core.circles.forming.wishes import cost_of

MOST_MOVED = 2

Seats = tuple[tuple[str, ...], ...]


class Repaired(msgspec.Struct, frozen=True):
    """
    The circles after it.

    Attributes:
        circles: At the same places as before; one that was too small to go on is empty.
        moved: Who else changed circle.
        unplaced: Who has no circle now.
    """

    circles: tuple[Circle, ...]
    moved: tuple[str, ...]
    unplaced: tuple[str, ...]


class _Table:
    """What a circle of these people costs, remembered; none where a rule breaks."""

    def __init__(self, people: Mapping[str, Person], rules: Rules) -> None:
        self.people, self.rules = people, rules
        self._lineage = Lineage(people.values())
        self._known: dict[tuple[str, ...], int | None] = {}

    def cost(self, members: Sequence[str]) -> int | None:
        key = tuple(sorted(members))
        if key not in self._known:
            rows = [self.people[one] for one in key]
            faults = broken(rows, self._lineage, self.rules)
            self._known[key] = None if faults else cost_of(rows, self.rules).total
        return self._known[key]


def join(who: str, circles: Sequence[Circle], people: Sequence[Person], rules: Rules) -> Repaired:
    """Give somebody a place."""
    table = _Table({one.id: one for one in people}, rules)
    seats = tuple(circle.members for circle in circles)
    family = rules.family_of(table.people[who].profession)
    near = [
        place
        for place, members in enumerate(seats)
        if members and rules.family_of(table.people[members[0]].profession) == family
    ]
    for moved in range(MOST_MOVED + 1):
        answers = list(_joined(who, seats, near, table, moved, frozenset({who})))
        if answers:
            _more, after, others = min(answers, key=lambda answer: (answer[0], answer[2]))
            return Repaired(_circles(circles, after), others, ())
    return Repaired(tuple(circles), (), (who,))


def leave(who: str, circles: Sequence[Circle], people: Sequence[Person], rules: Rules) -> Repaired:
    """Take somebody out; where too few are left, fetch one from a circle that can spare them, or spread who is left."""
    after = tuple(
        Circle(
            tuple(one for one in circle.members if one != who),
            None if circle.facilitator == who else circle.facilitator,
        )
        for circle in circles
    )
    table = _Table({one.id: one for one in people if one.id != who}, rules)
    place = next((place for place, circle in enumerate(circles) if who in circle.members), None)
    if place is None or len(after[place].members) >= rules.size_min or not after[place].members:
        return Repaired(after, (), ())
    fetched = min(_fetched(place, [circle.members for circle in after], table), default=None)
    if fetched is not None:
        _more, one, there = fetched
        rows = [circle.members for circle in after]
        rows[there] = tuple(other for other in rows[there] if other != one)
        rows[place] = (*rows[place], one)
        return Repaired(_circles(after, tuple(rows)), (one,), ())
    left = after[place].members
    emptied = tuple(Circle(()) if number == place else circle for number, circle in enumerate(after))
    return _spread(left, emptied, people, rules, who)


def _spread(
    left: Sequence[str], circles: Sequence[Circle], people: Sequence[Person], rules: Rules, gone: str
) -> Repaired:
    moved: set[str] = set()
    unplaced: list[str] = []
    now = tuple(circles)
    for one in left:
        answer = join(one, now, [person for person in people if person.id != gone], rules)
        now = answer.circles
        moved |= {*answer.moved, one}
        unplaced += answer.unplaced
    return Repaired(now, tuple(sorted(moved - set(unplaced))), tuple(unplaced))


def _joined(
    who: str, seats: Seats, near: Sequence[int], table: _Table, moves: int, held: frozenset[str]
) -> Iterator[tuple[int, Seats, tuple[str, ...]]]:
    """Every way to seat somebody with exactly so many others changing circle: points more, seats, and who moved."""
    for place in near:
        before = table.cost(seats[place])
        if moves == 0:
            after = table.cost((*seats[place], who)) if len(seats[place]) < table.rules.size_max else None
            if after is not None:
                yield after - (before or 0), _with(seats, place, (*seats[place], who)), ()
            continue
        for one in seats[place]:
            row = (*(other for other in seats[place] if other != one), who)
            after = None if one in held else table.cost(row)
            if after is None:
                continue
            elsewhere = [other for other in near if other != place]
            for more, found, moved in _joined(
                one, _with(seats, place, row), elsewhere, table, moves - 1, held | {one}
            ):
                yield more + after - (before or 0), found, tuple(sorted((one, *moved)))


def _fetched(place: int, seats: Sequence[tuple[str, ...]], table: _Table) -> Iterator[tuple[int, str, int]]:
    """Each person whom another circle can spare for this one: points more, who, and from where."""
    for there, members in enumerate(seats):
        if there == place or len(members) <= table.rules.size_min:
            continue
        for one in members:
            joined = table.cost((*seats[place], one))
            left = table.cost([other for other in members if other != one]) if joined is not None else None
            if joined is not None and left is not None:
                yield joined + left - (table.cost(members) or 0), one, there


def _with(seats: Seats, place: int, row: tuple[str, ...]) -> Seats:
    return (*seats[:place], row, *seats[place + 1 :])


def _circles(before: Sequence[Circle], seats: Sequence[tuple[str, ...]]) -> tuple[Circle, ...]:
    return tuple(
        Circle(tuple(members), circle.facilitator if members else None)
        for circle, members in zip(before, seats, strict=True)
    )
