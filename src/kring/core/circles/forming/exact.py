"""
The best division of a small block, with proof.

Set partitioning by column generation: circles are columns, every person is in one of them or pays for having none. The
linear programme gives prices, `kernels.pricing` finds the circles worth adding, and `choosing` picks whole circles.

Source: the bound that holds at any round is that of Lagrange: the sum of all prices and, for each root, what the best
circle that begins there would gain (Desrosiers and Lübbecke, A Primer in Column Generation, 2005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csc_array

from kring.core.circles.forming.choosing import choose
from kring.core.circles.forming.kernels.columns import Limits, Small
from kring.core.circles.forming.kernels.pricing import Reals, all_within, cheapest, tables
from kring.core.circles.forming.people import NOT_PLACED, SCALE
from kring.core.circles.forming.population import Part
from kring.core.circles.forming.seating import Places, cost_in, cost_of_all

NODES = (2_000, 50_000, 400_000)  # for each root, in rounds ever more thorough
WORTH = 1e-4  # points: a circle that gains less isn't added
ROUNDS = 400
ROOTS_AT_ONCE = 8  # between two questions whether to go on


class Effort(msgspec.Struct, frozen=True):
    """
    How much it may take.

    Attributes:
        gap: Prices are good enough when the answer lies within this share of the bound.
        choices: After that, of the way between bound and answer: what share is allowed for, one after another, and how
            much effort the choice may take, in the deterministic seconds of CP-SAT.
        most_columns: How many circles there may be to choose from.
        first_choice: The effort for choosing among what the prices brought up; none where that is left out.
        most_nodes: How many nodes pricing may look at in all. Where everybody fits everybody there are too many circles
            to look through, and no bound comes of it.
    """

    gap: float
    choices: tuple[tuple[float, float], ...]
    most_columns: int
    first_choice: float
    most_nodes: int


TO_THE_END = Effort(0.0, ((0.125, 3.0), (0.25, 3.0), (0.5, 3.0), (1.0, 12.0)), 200_000, 3.0, 40_000_000)
FOR_THE_BOUND = Effort(0.001, (), 0, 2.0, 40_000_000)
FOR_A_FEW = Effort(0.0, ((0.25, 0.5),), 20_000, 0.5, 1_000_000)


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
    search = _Search(part, limits, start, going)
    search.price(effort.gap, effort.most_nodes)
    if effort.first_choice:
        search.choose(effort.first_choice)
    search.prove(effort)
    return Solved(search.circles, search.whole_bound())


class _Search:
    """The circles found so far with what they cost, the best division of them, and the bound."""

    def __init__(
        self, part: Part, limits: Limits, start: Sequence[Places], going: Callable[[], bool]
    ) -> None:
        self.part, self.limits, self.going = part, limits, going
        self.people, self.size = part.block.people, len(part.people)
        self.fits, self.pairs = tables(self.people, limits)
        # Those with few companions first keeps the search small.
        self.order: Small = np.argsort(self.fits.sum(1), kind="stable").astype(np.int32)
        self.circles = tuple(sorted(start))
        self.cost: dict[Places, int] = {}
        self.prices: Reals = np.zeros(self.size)
        self.bound = self.proven = -np.inf
        self.nodes_left = 0
        self._add(self.circles)

    def price(self, gap: float, most_nodes: int) -> None:
        """Add circles until none is worth adding, the bound is near enough, or too much was looked at."""
        level = 0
        self.nodes_left = most_nodes
        for _ in range(ROUNDS):
            value, self.prices = self._priced()
            found, gains, is_whole = self._cheapest(NODES[level])
            if is_whole:
                # Each circle has one root and at most one can begin there; none begins where nothing is gained.
                self.bound = max(self.bound, float(self.prices.sum() + gains[found[:, 0] >= 0].sum()))
            new = self._add(_circles(found))
            near = value - self.bound <= max(gap * value, WORTH * self.size)
            if near or not self.going() or self.nodes_left <= 0 or (new == 0 and level == len(NODES) - 1):
                break
            if new == 0:
                level += 1
        self.proven = self.bound

    def choose(self, effort: float) -> float:
        """Pick whole circles; it never gets worse. Returns what no choice of them can cost less than."""
        if not self.going():
            return -np.inf
        answer = choose(
            self.cost, self.size, scale=SCALE, known=self.circles, effort=effort, going=self.going
        )
        if answer.circles is not None and self._points(answer.circles) < self._points(self.circles):
            self.circles = answer.circles
        return answer.bound

    def prove(self, effort: Effort) -> None:
        """
        Nearer to the best, and to its proof: choose from every circle that isn't much dearer than its prices.

        What holds a circle that is left out costs at least the bound and what was allowed for. Once all that lies
        between bound and answer is allowed for, the answer is the best there is.
        """
        for share, choice in effort.choices if self.bound > -np.inf else ():
            room = share * (self._points(self.circles) - self.bound)
            found = self._all_within(room, effort.most_columns)
            if found is None:
                break
            self._add(_circles(found))
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

    def _points(self, circles: Sequence[Places]) -> float:
        return cost_of_all(self.part, self.limits, circles) / SCALE

    def _add(self, circles: Iterable[Places]) -> int:
        """Take up those that are new; how many."""
        before = len(self.cost)
        for circle in circles:
            if circle not in self.cost:
                self.cost[circle] = cost_in(self.part, self.limits, circle)
        return len(self.cost) - before

    def _priced(self) -> tuple[float, Reals]:
        """The value of the linear programme, and what a place is worth to each."""
        columns = list(self.cost)
        rows = [place for circle in columns for place in circle] + list(range(self.size))
        starts = np.cumsum([0, *(len(circle) for circle in columns), *([1] * self.size)])
        matrix = csc_array((np.ones(len(rows)), rows, starts), shape=(self.size, len(columns) + self.size))
        own = [cost / SCALE for cost in self.cost.values()]
        cost = np.array([*own, *([float(NOT_PLACED)] * self.size)])
        answer = linprog(cost, A_eq=matrix, b_eq=np.ones(self.size), method="highs-ds")
        return float(answer.fun), np.array(answer.eqlin.marginals)

    def _sizes_and_roots(self) -> Iterable[tuple[int, int, int]]:
        """In small steps, as long as it goes on: the size of circles, and from where to where in the order."""
        for size in range(self.limits.size_min, self.limits.size_max + 1):
            for begin in range(0, self.size, ROOTS_AT_ONCE):
                if not self.going():
                    return
                yield size, begin, min(begin + ROOTS_AT_ONCE, self.size)

    def _cheapest(self, nodes: int) -> tuple[NDArray[np.int32], Reals, bool]:
        """For each root the best circle, what it gains, and whether every root was searched to the end."""
        found = np.full((self.size, self.limits.size_max), -1, np.int32)
        gains, is_whole = np.full(self.size, -WORTH), True
        for size, begin, end in self._sizes_and_roots():
            looked_at = cheapest(
                self.people,
                self.limits,
                self.fits,
                self.pairs,
                self.prices,
                self.order,
                begin,
                end,
                size,
                nodes,
                found,
                gains,
            )
            is_whole &= bool(looked_at >= 0)
            self.nodes_left -= abs(int(looked_at))
            if self.nodes_left <= 0:
                return found, gains, False
        return found, gains, is_whole and self.going()

    def _all_within(self, room: float, most: int) -> NDArray[np.int32] | None:
        """Every circle that costs at most so much more than its prices; none where there are too many."""
        found, filled = np.full((most, self.limits.size_max), -1, np.int32), 0
        for size, begin, end in self._sizes_and_roots():
            filled = int(
                all_within(
                    self.people,
                    self.limits,
                    self.fits,
                    self.pairs,
                    self.prices,
                    self.order,
                    begin,
                    end,
                    size,
                    NODES[-1],
                    room,
                    found,
                    filled,
                )
            )
            if filled < 0:
                return None
        return found[:filled] if self.going() else None


def _circles(found: NDArray[np.int32]) -> list[Places]:
    return [tuple(sorted(int(place) for place in row if place >= 0)) for row in found if row[0] >= 0]
