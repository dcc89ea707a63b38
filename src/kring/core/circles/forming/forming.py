"""
Dividing people over circles: the rules kept without exception, the wishes as well as can be.

Blocks are looked at by themselves, two at a time. A small one is solved to the end, with proof. A larger one is annealed
from several beginnings, and the best is bettered by freeing a few circles at a time. The same people, rules and seed give
the same circles, unless somebody stops it or the time is up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import msgspec

from kring.core.circles.forming import exact
from kring.core.circles.forming.kernels.columns import Limits
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.neighbourhoods import Neighbourhoods
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Circle, Person, Rules
from kring.core.circles.forming.population import Part, limits_of, parts_of
from kring.core.circles.forming.seating import (
    Places,
    Told,
    annealed,
    cost_of_all,
    nobody_seated,
    on_and_on,
    proposals_each,
)
from kring.core.circles.forming.wishes import cost_of

SMALL = 60  # people: up to here a block is solved to the end
BOUNDED = 150  # people: up to here a bound is worked out
BEGINNINGS = 3
ENOUGH = 2_000  # proposals for each person of a small block: only a beginning, since the rest is solved
MANY = 5_000  # people: above this one beginning has to do
ROUNDS_EACH = 10  # people for each time that a few circles are freed
MOST_ROUNDS = 24
BOUND_GAP = 0.001
AT_ONCE = 2


class Formed(msgspec.Struct, frozen=True, kw_only=True):
    """
    What came of it.

    Attributes:
        circles: Locked ones first, in the order in which they came.
        unplaced: The ids of those without a circle, in order.
        cost: Of everybody, times `SCALE`; those without a circle included.
        bound: No division costs less, over the people whose block has one; times `SCALE`.
        bounded_cost: What those same people cost here.
        bounded_people: How many they are.
        is_whole: Whether it ran to the end; otherwise it was stopped.
    """

    circles: tuple[Circle, ...]
    unplaced: tuple[str, ...]
    cost: int
    bound: int
    bounded_cost: int
    bounded_people: int
    is_whole: bool

    @property
    def gap(self) -> float | None:
        """How far above the bound it may be, as a share; none where nothing has a bound."""
        if not self.bound:
            return 0.0 if self.bounded_people and not self.bounded_cost else None
        return (self.bounded_cost - self.bound) / self.bound


class _Divided(msgspec.Struct, frozen=True):
    circles: tuple[Places, ...]
    bound: int | None


class Progress:
    """Which share of the people is done; the telling is by one thread at a time."""

    def __init__(self, people: int, told: Told) -> None:
        """Begin at nothing."""
        self._people, self._told = max(1, people), told
        self._done: dict[int, float] = {}
        self._lock = Lock()
        self.goes_on = True

    def of(self, number: int, people: int, begin: float, end: float) -> Told:
        """For one step of one block: what share of it is done, from `begin` to `end`."""

        def told(share: float) -> bool:
            with self._lock:
                self._done[number] = people * (begin + (end - begin) * share)
                self.goes_on = self._told(min(1.0, sum(self._done.values()) / self._people)) and self.goes_on
                return self.goes_on

        return told


def form(
    people: Sequence[Person],
    rules: Rules,
    *,
    seed: int = 1,
    locked: Iterable[Circle] = (),
    told: Told = on_and_on,
) -> Formed:
    """
    Divide people over circles.

    Their order doesn't matter. Circles that are `locked` stay as they are; their members are among the people. `told`
    hears now and then which share is done, and says whether to go on; stopped, the best so far comes back.

    Raises:
        RoundAndRound: people report to each other in a ring.
        TooManyKinds: more different slots, languages or goals than can be counted.
    """
    everybody = sorted(people, key=lambda one: one.id)
    by_id = {one.id: one for one in everybody}
    lineage = Lineage(everybody)
    kept = tuple(locked)
    held = {member for circle in kept for member in circle.members}
    parts = parts_of([one for one in everybody if one.id not in held], rules, lineage, seed=seed)
    limits = limits_of(rules)
    progress = Progress(sum(len(part.people) for part in parts), told)
    with ThreadPoolExecutor(AT_ONCE) as workers:
        tasks = [
            workers.submit(_divide, part, limits, number, len(everybody), seed, progress)
            for number, part in enumerate(parts)
        ]
        divided = [task.result() for task in tasks]
    return _formed(parts, limits, divided, kept, by_id, rules, is_whole=progress.goes_on)


def _divide(
    part: Part, limits: Limits, number: int, everybody: int, seed: int, progress: Progress
) -> _Divided:
    people = len(part.people)
    if people < limits.size_min:
        return _Divided((), people * NOT_PLACED * SCALE)
    is_small = people <= SMALL
    beginnings = 1 if is_small or everybody > MANY else BEGINNINGS
    best: list[Places] = []
    for one in range(beginnings):
        told = progress.of(number, people, 0.5 * one / beginnings, 0.5 * (one + 1) / beginnings)
        circles = annealed(
            part,
            limits,
            nobody_seated(part, limits),
            proposals=(ENOUGH if is_small else proposals_each(everybody)) * people,
            seed=seed + one,
            told=told,
        )
        if not best or cost_of_all(part, limits, circles) < cost_of_all(part, limits, best):
            best = circles
        if not progress.goes_on:
            return _Divided(tuple(best), None)
    if is_small:
        solved = exact.solve(part, limits, best, going=lambda: progress.goes_on)
        progress.of(number, people, 0, 1)(1.0)
        return _Divided(solved.circles, solved.bound)
    around = Neighbourhoods(part, limits, best, seed=seed)
    around.better(min(MOST_ROUNDS, people // ROUNDS_EACH), told=progress.of(number, people, 0.5, 0.9))
    if people > BOUNDED or not progress.goes_on:
        progress.of(number, people, 0, 1)(1.0)
        return _Divided(tuple(around.circles), None)
    solved = exact.solve(part, limits, around.circles, gap=BOUND_GAP, going=lambda: progress.goes_on)
    progress.of(number, people, 0, 1)(1.0)
    return _Divided(solved.circles, solved.bound)


def _formed(
    parts: Sequence[Part],
    limits: Limits,
    divided: Sequence[_Divided],
    locked: Sequence[Circle],
    by_id: dict[str, Person],
    rules: Rules,
    *,
    is_whole: bool,
) -> Formed:
    rows = [
        tuple(part.people[place].id for place in circle)
        for part, answer in zip(parts, divided, strict=True)
        for circle in answer.circles
    ]
    placed = {one for row in rows for one in row}
    left = sorted(one.id for part in parts for one in part.people if one.id not in placed)
    costs = [cost_of_all(part, limits, answer.circles) for part, answer in zip(parts, divided, strict=True)]
    bounded = [
        (part, cost, answer.bound)
        for part, cost, answer in zip(parts, costs, divided, strict=True)
        if answer.bound is not None
    ]
    kept_cost = sum(cost_of([by_id[one] for one in circle.members], rules).total for circle in locked)
    return Formed(
        circles=(*locked, *(Circle(row) for row in sorted(rows))),
        unplaced=tuple(left),
        cost=kept_cost + sum(costs),
        bound=sum(bound for _part, _cost, bound in bounded),
        bounded_cost=sum(cost for _part, cost, _bound in bounded),
        bounded_people=sum(len(part.people) for part, _cost, _bound in bounded),
        is_whole=is_whole,
    )
