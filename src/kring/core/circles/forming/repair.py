"""
Somebody joins late, or leaves: fitted in with the least upset.

As few other people as possible change circle: none, one or two; of those answers the one that costs least. None and one are
searched to the end within the profession, so that 'nobody else has to move' is true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.moving import faults_of, place_of
from kring.core.circles.forming.people import Circle
from kring.core.circles.forming.rules import apart
from kring.core.circles.forming.wishes import cost_of

MOST_MOVED = 2
TRIED = 2_000  # answers in which two others move: the best of so many is taken

Seats = tuple[tuple[str, ...], ...]
Answer = tuple[int, tuple[str, ...], Seats]  # points more, who moved, and who sits where


class Repaired(msgspec.Struct, frozen=True):
    """
    The circles after it.

    Attributes:
        circles: At the same places as before; one that was too small to go on is empty.
        moved: Who else changed circle.
        unplaced: Who has no circle now, out of those it concerned.
    """

    circles: tuple[Circle, ...]
    moved: tuple[str, ...]
    unplaced: tuple[str, ...]


def join(
    who: str, circles: Sequence[Circle], everybody: Everybody, *, closed: Collection[int] = ()
) -> Repaired:
    """Give somebody who has no circle a place; circles that are `closed`, by their place, stay as they are."""
    table = _Table(everybody, circles)
    seats = tuple(circle.members for circle in circles)
    near = [
        place
        for place, members in enumerate(seats)
        if members and place not in closed and everybody.family(members[0]) == everybody.family(who)
    ]
    for moves in range(MOST_MOVED + 1):
        answers = _joined(who, seats, near, table, moves, frozenset({who}))
        best = min(islice(answers, TRIED if moves == MOST_MOVED else None), default=None)
        if best is not None:
            _more, moved, after = best
            return Repaired(_circles(circles, after), moved, ())
    return Repaired(tuple(circles), (), (who,))


def leave(
    who: str, circles: Sequence[Circle], everybody: Everybody, *, closed: Collection[int] = ()
) -> Repaired:
    """
    Take somebody out, as one who sits and as one who leads.

    Where too few are left, one is fetched from a circle that can spare them; where none can, who is left is spread.
    """
    after = tuple(
        Circle(
            tuple(one for one in circle.members if one != who),
            None if circle.facilitator == who else circle.facilitator,
        )
        for circle in circles
    )
    place = place_of(who, circles)
    if place is None or not after[place].members or len(after[place].members) >= everybody.rules.size_min:
        return Repaired(after, (), ())
    table = _Table(everybody, after)
    best = min(_fetched(place, [circle.members for circle in after], table, closed), default=None)
    if best is not None:
        _more, one, there = best
        seats = [circle.members for circle in after]
        seats[there] = tuple(other for other in seats[there] if other != one)
        seats[place] = (*seats[place], one)
        return Repaired(_circles(after, tuple(seats)), (one,), ())
    emptied = tuple(Circle(()) if number == place else circle for number, circle in enumerate(after))
    return _spread(after[place].members, emptied, everybody, closed)


class _Table:
    """What a circle of these people costs at a place, remembered; none where a rule breaks."""

    def __init__(self, everybody: Everybody, circles: Sequence[Circle]) -> None:
        self.everybody, self.rules = everybody, everybody.rules
        self._leads = [circle.facilitator for circle in circles]
        self._fits: dict[tuple[str, str], bool] = {}
        self._known: dict[Circle, int | None] = {}

    def cost(self, place: int, members: Sequence[str]) -> int | None:
        """At a place, since whoever leads there has to be able to lead these people too."""
        circle = Circle(tuple(sorted(members)), self._leads[place])
        if circle not in self._known:
            faults = faults_of(circle, self.everybody)
            rows = self.everybody.of(circle.members)
            self._known[circle] = None if faults else cost_of(rows, self.rules).total
        return self._known[circle]

    def in_the_way(self, who: str, members: Sequence[str]) -> list[str]:
        """Those of a circle with whom somebody can't sit."""
        return [one for one in members if not self._fit(who, one)]

    def _fit(self, who: str, other: str) -> bool:
        if (who, other) not in self._fits:
            one, another = self.everybody.of((who, other))
            self._fits[who, other] = not apart(one, another, self.everybody.lineage, self.rules)
        return self._fits[who, other]


def _joined(
    who: str, seats: Seats, near: Sequence[int], table: _Table, moves: int, held: frozenset[str]
) -> Iterator[Answer]:
    """Every way to seat somebody with exactly so many others changing circle."""
    for place in near:
        members, before = seats[place], table.cost(place, seats[place]) or 0
        away = table.in_the_way(who, members)
        if moves == 0:
            has_room = not away and len(members) < table.rules.size_max
            after = table.cost(place, (*members, who)) if has_room else None
            if after is not None:
                yield after - before, (), _with(seats, place, (*members, who))
            continue
        for one in away or members:
            row = (*(other for other in members if other != one), who)
            after = table.cost(place, row) if len(away) <= 1 and one not in held else None
            if after is None:
                continue
            elsewhere = [other for other in near if other != place]
            deeper = _joined(one, _with(seats, place, row), elsewhere, table, moves - 1, held | {one})
            for more, moved, found in deeper:
                yield more + after - before, tuple(sorted((one, *moved))), found


def _fetched(
    place: int, seats: Sequence[tuple[str, ...]], table: _Table, closed: Collection[int]
) -> Iterator[tuple[int, str, int]]:
    """Each person whom another circle can spare for this one: points more, who, and from where."""
    for there, members in enumerate(seats):
        if there == place or there in closed or len(members) <= table.rules.size_min:
            continue
        for one in members:
            if table.in_the_way(one, seats[place]):
                continue
            joined = table.cost(place, (*seats[place], one))
            left = table.cost(there, [other for other in members if other != one])
            if joined is not None and left is not None:
                yield joined + left - (table.cost(there, members) or 0), one, there


def _spread(
    left: Sequence[str], circles: Sequence[Circle], everybody: Everybody, closed: Collection[int]
) -> Repaired:
    moved: set[str] = set()
    unplaced: list[str] = []
    now = tuple(circles)
    for one in left:
        answer = join(one, now, everybody, closed=closed)
        now = answer.circles
        moved |= {*answer.moved, one}
        unplaced += answer.unplaced
    return Repaired(now, tuple(sorted(moved - set(unplaced))), tuple(unplaced))


def _with(seats: Seats, place: int, row: tuple[str, ...]) -> Seats:
    return (*seats[:place], row, *seats[place + 1 :])


def _circles(before: Sequence[Circle], seats: Seats) -> tuple[Circle, ...]:
    return tuple(
        replace(circle, members=tuple(members), facilitator=circle.facilitator if members else None)
        for circle, members in zip(before, seats, strict=True)
    )
