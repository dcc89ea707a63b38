"""
The best division of a small block, with proof.

Set partitioning by column generation: circles are columns, every person is in one of them or pays for having none. The
linear programme says what a place is `worth`, `seeking` finds the circles worth adding, and `choosing` picks whole circles.

Source: the bound that holds at any round is that of Lagrange: the sum of all prices and, for each root, what the best
circle that begins there would gain (Desrosiers and Lübbecke, A Primer in Column Generation, 2005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np

from kring.core.circles.forming.choosing import choose
from kring.core.circles.forming.kernels.columns import Limits
from kring.core.circles.forming.kernels.pricing import Reals
from kring.core.circles.forming.people import SCALE
from kring.core.circles.forming.population import Part
from kring.core.circles.forming.seating import Places, cost_in, cost_of_all
from kring.core.circles.forming.seeking import WORTH, Seeker
from kring.core.circles.forming.worth import Worth

NODES = (50, 500, 5_000, 50_000, 400_000)  # for each root, in rounds ever more thorough
ROUNDS = 400


class Effort(msgspec.Struct, frozen=True):
    """
    How much it may take.

    Attributes:
        gap: Prices are good enough when the answer lies within this share of the bound.
        choices: After that, of the way between bound and answer: what share is allowed for, one after another, and how
            much effort the choice may take, in the deterministic seconds of CP-SAT.
        most_columns: How many circles there may be to choose from.
        first_choice: The effort for choosing among what the prices brought up; none where that is left out.
        candidates: How many may be looked at for each person to find prices. Where everybody fits everybody there are
            too many circles to look through, and no bound comes of it, or a weaker one.
    """

    gap: float
    choices: tuple[tuple[float, float], ...]
    most_columns: int
    first_choice: float
    candidates: int


TO_THE_END = Effort(0.0, ((0.125, 3.0), (1.0, 5.0)), 200_000, 3.0, 6_000_000)
ALONE = msgspec.structs.replace(
    TO_THE_END, choices=((0.125, 3.0), (0.5, 6.0), (1.0, 20.0))
)  # no other block waits
FOR_THE_BOUND = Effort(0.001, (), 0, 2.0, 6_000_000)
FOR_A_FEW = Effort(0.0, ((0.25, 0.5),), 20_000, 0.5, 200_000)


class Solved(msgspec.Struct, frozen=True):
    """
    A block divided.

    Attributes:
        bound: No division costs less, times `SCALE`; none where that wasn't shown.
    """

    circles: tuple[Places, ...]
    bound: int | None


def solve(
    part: Part, limits: Limits, start: Sequence[Places], effort: Effort, *, going: Callable[[], bool]
) -> Solved:
    """
    Divide a block, beginning from a division that is known.

    `start` comes back where nothing better is found. Where it isn't `going` on any more the best so far comes back.
    """
    search = _Search(part, limits, start, effort, going)
    search.price()
    if effort.first_choice:
        search.choose(effort.first_choice)
    search.prove()
    return Solved(search.circles, search.whole_bound())


class _Search:
    """The circles found so far with what they cost, the best division of them, and the bound."""

    def __init__(
        self,
        part: Part,
        limits: Limits,
        start: Sequence[Places],
        effort: Effort,
        going: Callable[[], bool],
    ) -> None:
        self.part, self.limits, self.effort, self.going = part, limits, effort, going
        self.size = len(part.people)
        self.seeker = Seeker(part, limits, going, effort.candidates * self.size)
        self.circles = tuple(sorted(start))
        self.cost: dict[Places, int] = {}
        self._add(self.circles)
        self.prices: Reals = np.zeros(self.size)  # those that gave the bound
        self.bound = self.proven = -np.inf

    def price(self) -> None:
        """Add circles until none is worth adding, the bound is near enough, or too much was looked at."""
        level, worth = 0, Worth(self.size)
        for _ in range(ROUNDS):
            value, prices = worth.of(self.cost)
            found = self.seeker.best(prices, NODES[level])
            bound = float(prices.sum()) + found.gains
            # Each circle has one root and at most one can begin there; none begins where nothing is gained.
            if found.is_whole and bound > self.bound:
                self.bound, self.prices = bound, prices
            is_new = self._add(found.circles) > 0
            near = value - self.bound <= max(self.effort.gap * value, WORTH * self.size)
            is_over = not is_new and level == len(NODES) - 1
            if near or is_over or not self.going() or self.seeker.effort_left <= 0:
                break
            level += not is_new
        self.proven = self.bound

    def choose(self, effort: float) -> float:
        """Pick whole circles; it never gets worse. Returns what no choice of them can cost less than."""
        if not self.going():
            return -np.inf
        answer = choose(
            self._in_reach(), self.size, scale=SCALE, known=self.circles, effort=effort, going=self.going
        )
        if answer.circles is not None and self._points(answer.circles) < self._points(self.circles):
            self.circles = answer.circles
        return answer.bound

    def prove(self) -> None:
        """
        Nearer to the best, and to its proof: choose from every circle that isn't much dearer than its prices.

        What holds a circle that is left out costs at least the bound and what was allowed for. Once all that lies
        between bound and answer is allowed for, the answer is the best there is.
        """
        for share, choice in self.effort.choices if self.bound > -np.inf else ():
            room = share * (self._points(self.circles) - self.bound)
            found = self.seeker.all_within(self.prices, room, self.effort.most_columns, NODES[-1])
            if found is None:
                break
            self._add(found)
            self.proven = max(self.proven, min(self.choose(choice), self.bound + room))

    def whole_bound(self) -> int | None:
        """
        In whole numbers: what is possible costs a whole number, so a bound between two is worth the higher one.

        A little is taken off first, for what floating point may have added.
        """
        if self.proven == -np.inf:
            return None
        return min(
            int(np.ceil((self.proven - 1e-3) * SCALE)), cost_of_all(self.part, self.limits, self.circles)
        )

    def _in_reach(self) -> dict[Places, int]:
        """The circles that something better than the answer could hold: the others are too dear for that."""
        if self.bound == -np.inf:
            return self.cost
        room, known = self._points(self.circles) - self.bound, set(self.circles)
        return {
            circle: cost
            for circle, cost in self.cost.items()
            if circle in known or cost / SCALE - self.prices[list(circle)].sum() <= room
        }

    def _points(self, circles: Sequence[Places]) -> float:
        return cost_of_all(self.part, self.limits, circles) / SCALE

    def _add(self, circles: Iterable[Places]) -> int:
        """Take up those that are new; how many."""
        before = len(self.cost)
        for circle in circles:
            if circle not in self.cost:
                self.cost[circle] = cost_in(self.part, self.limits, circle)
        return len(self.cost) - before
