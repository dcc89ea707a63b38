"""Whom somebody can sit with: the nearest few and some at random, so that most proposals of the search can be."""

from __future__ import annotations

import numpy as np

from kring.core.circles.forming.kernels import compiled
from kring.core.circles.forming.kernels.columns import Columns, Ints, Limits, Small, fit, pair_cost

LOOKED_AT = 1_500  # of a larger block so many are drawn for each person
NEAREST, DRAWN = 48, 24


@compiled
def _fits_of(people: Columns, limits: Limits, block: Small, i: int, cost: Ints, who: Small) -> int:
    """Fill `who` and `cost` with the people of the block that fit somebody; how many."""
    found, size = 0, block.size
    for k in range(min(size, LOOKED_AT)):
        j = block[k] if size <= LOOKED_AT else block[np.random.randint(size)]  # noqa: NPY002 -- numba knows this one
        if j != i and fit(people, limits, i, j):
            cost[found] = pair_cost(people, limits, i, j)
            who[found] = j
            found += 1
    return found


@compiled
def near(people: Columns, limits: Limits, block: Small, seed: int) -> tuple[Small, Small]:
    """
    For each of a block: the numbers of people who fit, cheapest first and then drawn ones, and how many there are.

    Rows stand in the order of the block.
    """
    np.random.seed(seed)  # noqa: NPY002 -- numba knows this one
    size = block.size
    most = NEAREST + DRAWN
    rows, counts = np.full((size, most), -1, np.int32), np.zeros(size, np.int32)
    cost, who = np.empty(size, np.int64), np.empty(size, np.int32)
    for x in range(size):
        found = _fits_of(people, limits, block, block[x], cost, who)
        order = np.argsort(cost[:found], kind="mergesort")
        for k in range(min(found, NEAREST)):
            rows[x, k] = who[order[k]]
        for k in range(NEAREST, min(found, most)):
            drawn = k if found <= most else NEAREST + np.random.randint(found - NEAREST)  # noqa: NPY002
            rows[x, k] = who[order[drawn]]
        counts[x] = min(found, most)
    return rows, counts
