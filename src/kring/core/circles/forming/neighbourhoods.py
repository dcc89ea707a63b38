"""
Large blocks, better and better: free the people of a few circles near each other, and divide just those as well as can be.

Source: large neighbourhood search (Shaw, 1998), with `exact` as the one who repairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

import numpy as np

from kring.core.circles.forming import exact
from kring.core.circles.forming.kernels.annealing import Block
from kring.core.circles.forming.kernels.columns import Columns, Limits
from kring.core.circles.forming.people import NOT_PLACED, SCALE
from kring.core.circles.forming.population import Part
from kring.core.circles.forming.seating import Places, Told, cost_in, cost_of_all

FREED = 56  # people at a time
PEOPLE_A_ROUND = 3  # of a small block: no more rounds than pay
MOST_IDLE = 20
# Rounds for a block, by how many people there are together: with many, the time goes into more blocks.
ROUNDS = ((1_000, 40), (5_000, 24))
ROUNDS_FOR_MANY = 8
ASKED = 12  # people drawn to begin around; the one who waited longest is taken


def rounds_for(people: int) -> int:
    """How often each block of a population of so many is looked around in."""
    return next((rounds for most, rounds in ROUNDS if people <= most), ROUNDS_FOR_MANY)


class Neighbourhoods:
    """A block's circles, and where in it was looked last."""

    def __init__(self, part: Part, limits: Limits, circles: Sequence[Places], *, seed: int) -> None:
        """Begin from a division."""
        self.part, self.limits, self.random = part, limits, Random(seed)  # noqa: S311 -- repeatable, not secret
        self.circle_of: dict[int, Places] = {}
        self._cost: dict[Places, int] = {}
        self._looked = [0] * len(part.people)
        self._round = 0
        self._take(circles)

    @property
    def circles(self) -> list[Places]:
        """As they are now."""
        return sorted(self._cost)

    def better(self, most_rounds: int, *, told: Told, going: Callable[[], bool]) -> None:
        """
        Look around so often, or until it yields nothing many times on end.

        `told` hears which share is done, and says whether to go on; `going` is asked while looking.
        """
        rounds = min(most_rounds, len(self.part.people) // PEOPLE_A_ROUND)
        idle = 0
        for done in range(rounds):
            idle = 0 if self._look(going) else idle + 1
            if not told((done + 1) / rounds) or idle == MOST_IDLE:
                break

    def _look(self, going: Callable[[], bool]) -> bool:
        """Whether it got better."""
        self._round += 1
        freed = self._freed()
        circles = sorted({self.circle_of[one] for one in freed if one in self.circle_of})
        left = len(freed) - sum(len(circle) for circle in circles)
        before = sum(self._cost[circle] for circle in circles) + left * NOT_PLACED * SCALE
        small, here = part_of(self.part, freed), {one: k for k, one in enumerate(freed)}
        start = [tuple(here[one] for one in circle) for circle in circles]
        answer = exact.solve(small, self.limits, start, exact.FOR_A_FEW, going=going)
        after = cost_of_all(small, self.limits, answer.circles)
        if after < before:
            for circle in circles:
                del self._cost[circle]
                for one in circle:
                    del self.circle_of[one]
            self._take(tuple(freed[k] for k in circle) for circle in answer.circles)
        return after < before

    def _take(self, circles: Iterable[Places]) -> None:
        for circle in circles:
            self._cost[circle] = cost_in(self.part, self.limits, circle)
            self.circle_of.update(dict.fromkeys(circle, circle))

    def _freed(self) -> list[int]:
        """Somebody and those near, with the circles that they are in; in order."""
        freed: set[int] = set()
        reached = [self._first()]
        for _ in range(FREED * 10):
            one = reached[-1]
            row = self.circle_of.get(one, (one,))
            if len(freed) + len(row) > FREED and freed:
                break
            freed.update(row)
            near = self._near(self.random.choice(sorted(freed)))
            reached.append(one if near is None else near)
        for one in freed:
            self._looked[one] = self._round
        return sorted(freed)

    def _first(self) -> int:
        """Somebody without a circle half the time; of a few, who was longest not looked at."""
        everybody = range(len(self.part.people))
        without = [one for one in everybody if one not in self.circle_of]
        pool: Sequence[int] = without if without and self.random.random() < 0.5 else everybody  # noqa: PLR2004
        return min(self.random.sample(pool, min(ASKED, len(pool))), key=lambda one: (self._looked[one], one))

    def _near(self, one: int) -> int | None:
        count = int(self.part.block.near_count[one])
        if count == 0:
            return None
        # Nearer ones more often.
        return int(self.part.block.near[one, int(count * self.random.random() ** 1.5)])


def part_of(part: Part, places: Sequence[int]) -> Part:
    """Some people of a block, as a block of their own that is small enough for `exact`."""
    people, rows = part.block.people, np.array(places, np.int64)
    place = {one: k for k, one in enumerate(places)}
    apart = [
        sorted(place[int(other)] for other in people.apart[people.apart_from[one] : people.apart_from[one + 1]]
               if int(other) in place)
        for one in places
    ]  # fmt: skip
    starts = np.concatenate([[0], np.cumsum([len(row) for row in apart])]).astype(np.int64)
    flat = np.array([other for row in apart for other in row], np.int32)
    columns = Columns(
        **{
            name: values[rows]
            for name, values in people._asdict().items()
            if name not in {"apart_from", "apart"}
        },
        apart_from=starts,
        apart=flat,
    )
    empty = np.empty((len(places), 0), np.int32)
    block = Block(columns, empty, np.zeros(len(places), np.int32))
    return Part(tuple(part.people[one] for one in places), block)
