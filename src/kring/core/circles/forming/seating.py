"""A block on its way to circles: annealed in stretches, so that whoever waits sees progress and can stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from kring.core.circles.forming.kernels.annealing import Seating, anneal
from kring.core.circles.forming.kernels.columns import Limits, circle_cost
from kring.core.circles.forming.people import NOT_PLACED, SCALE
from kring.core.circles.forming.population import Part

HOT, COLD = 200.0, 3.0  # points
STRETCHES, LONGEST = 20, 50_000  # at least so many, of at most so many proposals: some tenths of a second
# Proposals for each person, by how many there are together: large populations profit less from each.
PROPOSALS = ((1_000, 10_000), (5_000, 6_000))
PROPOSALS_FOR_MANY = 1_000

Places = tuple[int, ...]  # people of a block, by their place in it
Told = Callable[[float], bool]


def proposals_each(people: int) -> int:
    """How many changes are tried for each person, for a population of so many."""
    return next((each for most, each in PROPOSALS if people <= most), PROPOSALS_FOR_MANY)


def nobody_seated(part: Part, limits: Limits) -> Seating:
    """Everybody alone."""
    size = len(part.people)
    members = np.full((size, limits.size_max + 1), -1, np.int32)
    members[:, 0] = np.arange(size)
    cost = np.full(size, limits.unplaced[1], np.int64)
    return Seating(
        np.arange(size, dtype=np.int32), members, np.ones(size, np.int32), cost, np.zeros(size, np.int64)
    )


def seated(part: Part, limits: Limits, circles: Iterable[Places]) -> Seating:
    """These circles, and everybody else alone."""
    seating = nobody_seated(part, limits)
    for circle in circles:
        first = circle[0]
        for place in circle[1:]:
            seating.size[place], seating.cost[place] = 0, 0
        seating.members[first, : len(circle)] = circle
        seating.circle[list(circle)] = first
        seating.size[first] = len(circle)
        seating.cost[first] = cost_in(part, limits, circle)
    return seating


def circles_in(seating: Seating, limits: Limits) -> list[Places]:
    """The circles that are large enough, each in order, in order."""
    rows = [
        tuple(sorted(int(place) for place in seating.members[circle, : seating.size[circle]]))
        for circle in np.flatnonzero(seating.size >= limits.size_min)
    ]
    return sorted(rows)


def cost_in(part: Part, limits: Limits, circle: Sequence[int]) -> int:
    """Points of a circle of a block, times `SCALE`."""
    return int(circle_cost(part.block.people, limits, np.array(circle, np.int32), len(circle)))


def cost_of_all(part: Part, limits: Limits, circles: Iterable[Places]) -> int:
    """Points of a block, those without a circle included, times `SCALE`."""
    rows = list(circles)
    left = len(part.people) - sum(len(row) for row in rows)
    return sum(cost_in(part, limits, row) for row in rows) + left * NOT_PLACED * SCALE


def annealed(
    part: Part,
    limits: Limits,
    seating: Seating,
    *,
    proposals: int,
    seed: int,
    told: Told,
) -> list[Places]:
    """
    The circles after so many proposals.

    `told` hears which share is done, and says whether to go on.
    """
    free = np.arange(len(part.people), dtype=np.int32)
    stretches = max(STRETCHES, -(-proposals // LONGEST))
    cooler = (COLD / HOT) ** (1 / stretches)
    for stretch in range(stretches):
        hot = HOT * cooler**stretch
        anneal(
            part.block,
            limits,
            seating,
            free,
            proposals // stretches,
            hot,
            hot * cooler,
            seed * stretches + stretch,
        )
        if not told((stretch + 1) / stretches):
            break
    return circles_in(seating, limits)
