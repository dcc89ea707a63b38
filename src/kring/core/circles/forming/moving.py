"""What it costs to move people by hand: which rules break, which wishes suffer. At once, without any search."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.leading import against_leading
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Circle
from kring.core.circles.forming.rules import Broken, broken
from kring.core.circles.forming.wishes import Cost, cost_of


class BrokenIn(msgspec.Struct, frozen=True):
    """A rule that breaks, and the place of the circle in which it does."""

    place: int
    broken: Broken


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """
    What comes of it.

    Attributes:
        circles: As they would be, each at the place it has now; an empty one keeps its place.
        broken: Rules that break by it, in the circles it touches; those that were broken before aren't told again.
        before, after: Wish by wish, of the circles it touches; times `SCALE`.
        placed: How many people more have a circle; below zero where somebody is taken out.
    """

    circles: tuple[Circle, ...]
    broken: tuple[BrokenIn, ...]
    before: Cost
    after: Cost
    placed: int

    @property
    def more(self) -> int:
        """Points more, times `SCALE`; below zero where it gets better."""
        return self.after.total - self.before.total - self.placed * NOT_PLACED * SCALE


def move(who: str, circles: Sequence[Circle], everybody: Everybody, *, into: int | None) -> Moved:
    """
    Bring somebody from wherever they are to the circle at place `into`.

    None takes them out of any circle; the place after the last one makes a circle of its own, which is too small at first.
    """
    now = [*circles, *([Circle(())] if into == len(circles) else [])]
    here = place_of(who, circles)
    if here == into:
        return _moved(circles, tuple(now), (), everybody)
    touched = [place for place in (here, into) if place is not None]
    if here is not None:
        now[here] = _without(now[here], who)
    if into is not None:
        now[into] = replace(now[into], members=(*now[into].members, who))
    return _moved(circles, tuple(now), touched, everybody)


def swap(one: str, other: str, circles: Sequence[Circle], everybody: Everybody) -> Moved:
    """Let two people change places; one of them may be without a circle."""
    here, there = place_of(one, circles), place_of(other, circles)
    if here == there:
        return _moved(circles, tuple(circles), (), everybody)
    now = list(circles)
    for place, out, come in ((here, one, other), (there, other, one)):
        if place is not None:
            now[place] = replace(
                now[place], members=tuple(come if member == out else member for member in now[place].members)
            )
    return _moved(circles, tuple(now), [place for place in (here, there) if place is not None], everybody)


def lead(who: str | None, circles: Sequence[Circle], everybody: Everybody, *, place: int) -> Moved:
    """Have somebody facilitate a circle, or nobody; whether they have time for one more is `has_time`."""
    now = tuple(
        replace(circle, facilitator=who) if number == place else circle
        for number, circle in enumerate(circles)
    )
    return _moved(circles, now, [place], everybody)


def has_time(who: str, circles: Sequence[Circle], everybody: Everybody) -> bool:
    """Whether somebody could lead one more circle than they do."""
    return sum(circle.facilitator == who for circle in circles) < everybody.by_id[who].capacity


def place_of(who: str, circles: Sequence[Circle]) -> int | None:
    """Where somebody sits; none without a circle."""
    return next((place for place, circle in enumerate(circles) if who in circle.members), None)


def faults_of(circle: Circle, everybody: Everybody) -> tuple[Broken, ...]:
    """Every rule that a circle breaks as it is, with whoever leads it; nothing for an empty one."""
    members = everybody.of(circle.members)
    if not members:
        return ()
    found = broken(members, everybody.lineage, everybody.rules)
    if circle.facilitator is None:
        return found
    return found + against_leading(everybody.by_id[circle.facilitator], members, everybody)


def _without(circle: Circle, who: str) -> Circle:
    return replace(circle, members=tuple(member for member in circle.members if member != who))


def _moved(
    before: Sequence[Circle], after: tuple[Circle, ...], touched: Collection[int], everybody: Everybody
) -> Moved:
    was = [circle for place, circle in enumerate(before) if place in touched]
    now = [after[place] for place in sorted(touched)]
    known = {
        (place, fault)
        for place, circle in enumerate(before)
        if place in touched
        for fault in faults_of(circle, everybody)
    }
    return Moved(
        circles=after,
        broken=tuple(
            BrokenIn(place, fault)
            for place in sorted(touched)
            for fault in faults_of(after[place], everybody)
            if (place, fault) not in known
        ),
        before=_cost(was, everybody),
        after=_cost(now, everybody),
        placed=sum(len(circle.members) for circle in now) - sum(len(circle.members) for circle in was),
    )


def _cost(circles: Sequence[Circle], everybody: Everybody) -> Cost:
    total = Cost()
    for circle in circles:
        total = total.plus(cost_of(everybody.of(circle.members), everybody.rules))
    return total
