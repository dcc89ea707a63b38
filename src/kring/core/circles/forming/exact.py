"""
The best division of a small block, with proof.

Set partitioning by column generation: circles are columns, every person is in one of them or pays for having none. The
linear programme gives prices, `kernels.pricing` finds the circles worth adding, and CP-SAT picks whole circles at the end.

Source: the bound that holds at any round is that of Lagrange: the sum of all prices and, for each root, what the best
circle that begins there would gain (Desrosiers and Lübbecke, A Primer in Column Generation, 2005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model
from scipy.optimize import linprog
from scipy.sparse import csc_array

from kring.core.circles.forming.kernels.columns import Limits, Small
from kring.core.circles.forming.kernels.pricing import Reals, all_within, cheapest, tables
from kring.core.circles.forming.people import NOT_PLACED, SCALE
from kring.core.circles.forming.population import Part
from kring.core.circles.forming.seating import Places, cost_in, cost_of_all

NODES = (2_000, 50_000, 0)  # for each root, in rounds ever more thorough; 0 is to the end
WORTH = 1e-4  # points: a circle that gains less isn't added
MOST_COLUMNS = 200_000  # circles to choose from, when it is to be proven
SHARES = (0.125, 0.25, 0.5, 1.0)  # of the way between bound and answer, allowed for one after another
EFFORT = 4.0


class Solved(msgspec.Struct, frozen=True):
    """
    A block divided.

    Attributes:
        bound: No division costs less, times `SCALE`; none where that wasn't shown.
    """

    circles: tuple[Places, ...]
    bound: int | None


class _Master:
    """The circles found so far, with what they cost in points."""

    def __init__(self, part: Part, limits: Limits, circles: Iterable[Places], effort: float) -> None:
        self.part, self.limits, self.effort = part, limits, effort
        self.cost: dict[Places, float] = {}
        self.add(circles)

    def add(self, circles: Iterable[Places]) -> int:
        """Take up those that are new; how many."""
        before = len(self.cost)
        for circle in circles:
            if circle not in self.cost:
                self.cost[circle] = cost_in(self.part, self.limits, circle) / SCALE
        return len(self.cost) - before

    def prices(self) -> tuple[float, Reals]:
        """The value of the linear programme, and what a place is worth to each."""
        size, columns = len(self.part.people), list(self.cost)
        rows = [place for circle in columns for place in circle] + list(range(size))
        starts = np.cumsum([0, *(len(circle) for circle in columns), *([1] * size)])
        matrix = csc_array((np.ones(len(rows)), rows, starts), shape=(size, len(columns) + size))
        cost = np.array([*self.cost.values(), *([float(NOT_PLACED)] * size)])
        answer = linprog(cost, A_eq=matrix, b_eq=np.ones(size), method="highs-ds")
        return float(answer.fun), np.array(answer.eqlin.marginals)


def solve(
    part: Part,
    limits: Limits,
    start: Sequence[Places],
    *,
    rounds: int = 400,
    gap: float = 0.0,
    most_columns: int = MOST_COLUMNS,
    effort: float = EFFORT,
    going: Callable[[], bool] = lambda: True,
) -> Solved:
    """
    Divide a block, beginning from a division that is known.

    `start` comes back where nothing better is found. There are so many `rounds` of column generation at most, until the
    answer lies within `gap`, a share of the cost. At the end there are `most_columns` circles to choose from at most,
    and CP-SAT may spend so much `effort` each time, in its own deterministic seconds: the same on every machine.
    Where it isn't `going` on any more the best so far comes back.
    """
    master = _Master(part, limits, start, effort)
    prices = np.zeros(len(part.people))
    fits, cost = tables(part.block.people, limits)
    order = np.argsort(fits.sum(1), kind="stable").astype(np.int32)
    bound, level = -np.inf, 0
    for _ in range(rounds):
        value, prices = master.prices()
        found = np.full((order.size, limits.size_max), -1, np.int32)
        gains = np.full(order.size, -WORTH)
        is_whole = True
        for size in range(limits.size_min, limits.size_max + 1):
            is_whole &= bool(
                cheapest(
                    part.block.people, limits, fits, cost, prices, order, size, NODES[level], found, gains
                )
            )
        if is_whole:
            # Each circle has one root and at most one can begin there; none begins where nothing is gained.
            bound = max(bound, float(prices.sum() + gains[found[:, 0] >= 0].sum()))
        new = master.add(_circles(found))
        near = value - bound <= max(gap * value, WORTH * order.size)
        if near or not going() or (new == 0 and level == len(NODES) - 1):
            break
        if new == 0:
            level += 1
    circles = _whole(master, start)[0]
    if gap == 0.0 and bound > -np.inf:
        return _proven(master, circles, bound, prices, fits, cost, order, most_columns)
    return Solved(circles, _as_whole(bound, part, limits, circles))


def _proven(
    master: _Master,
    circles: tuple[Places, ...],
    bound: float,
    prices: Reals,
    fits: NDArray[np.bool_],
    cost: Small,
    order: Small,
    most_columns: int,
) -> Solved:
    """
    Nearer to the best, and to its proof: choose from every circle that isn't much dearer than its prices.

    What holds a circle that is left out costs at least the bound and what was allowed for. Once all that lies between
    bound and answer is allowed for, the answer is the best there is.
    """
    part, limits = master.part, master.limits
    proven = bound
    for share in SHARES:
        room = share * (cost_of_all(part, limits, circles) / SCALE - bound)
        found, filled = np.full((most_columns, limits.size_max), -1, np.int32), 0
        for size in range(limits.size_min, limits.size_max + 1):
            if filled >= 0:
                filled = int(
                    all_within(
                        part.block.people, limits, fits, cost, prices, order, size, room, found, filled
                    )
                )
        if filled < 0:
            break
        master.add(_circles(found[:filled]))
        circles, chosen = _whole(master, circles)
        proven = max(proven, min(chosen, bound + room))
    return Solved(circles, _as_whole(proven, part, limits, circles))


def _circles(found: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> list[Places]:
    return [tuple(sorted(int(place) for place in row if place >= 0)) for row in found if row[0] >= 0]


def _whole(master: _Master, start: Sequence[Places]) -> tuple[tuple[Places, ...], float]:
    """Pick whole circles, and what no choice of them can cost less than. What is known is the hint: it never gets worse."""
    model = cp_model.CpModel()
    size, known = len(master.part.people), set(start)
    chosen = {circle: model.new_bool_var("") for circle in master.cost}
    left = [model.new_bool_var("") for _ in range(size)]
    covering: list[list[cp_model.IntVar]] = [[one] for one in left]
    for circle, variable in chosen.items():
        model.add_hint(variable, circle in known)
        for place in circle:
            covering[place].append(variable)
    for row in covering:
        model.add_exactly_one(row)
    weights = [round(cost * SCALE) for cost in master.cost.values()]
    model.minimize(
        cp_model.LinearExpr.weighted_sum(list(chosen.values()), weights)
        + NOT_PLACED * SCALE * cp_model.LinearExpr.sum(left)
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # several would make another answer each time
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = master.effort
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return tuple(sorted(start)), -np.inf
    best = sorted(circle for circle, variable in chosen.items() if solver.boolean_value(variable))
    is_better = cost_of_all(master.part, master.limits, best) < cost_of_all(master.part, master.limits, start)
    return tuple(best) if is_better else tuple(sorted(start)), solver.best_objective_bound / SCALE


def _as_whole(bound: float, part: Part, limits: Limits, circles: Sequence[Places]) -> int | None:
    """
    In whole numbers: what is possible costs a whole number, so a bound between two of them is worth the higher one.

    A little is taken off first, for what floating point may have added.
    """
    if bound == -np.inf:
        return None
    return min(int(np.ceil((bound - 1e-3) * SCALE)), cost_of_all(part, limits, circles))
