"""
Which circle, of all that could be, would better the answer most: branch and bound over cliques of people who fit.

Prices come from the linear programme of `exact`: what it is worth, in points, to give somebody a place. A circle is worth
adding where it costs less than its members are worth.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kring.core.circles.forming.kernels import compiled, inlined
from kring.core.circles.forming.kernels.columns import Columns, Ints, Limits, Small, bits, fit, pair_cost

Reals = NDArray[np.float64]
NONE_FITS = 1e9  # points: more than any circle costs


class Market(NamedTuple):
    """
    A block with what a place is worth to each.

    Attributes:
        fits, cost: Of each pair.
        order: The people, those with few companions first, which keeps the search small.
        prices: By person.
    """

    people: Columns
    limits: Limits
    fits: NDArray[np.bool_]
    cost: Small
    order: Small
    prices: Reals


class Roots(NamedTuple):
    """Circles of `size` that begin at one of the places in the order from `begin` up to `end`; of each at most so many nodes."""

    size: int
    begin: int
    end: int
    most_nodes: int


class Search(NamedTuple):
    """
    Where a search stands, by depth: how many are in the circle already.

    Attributes:
        who: Candidates still to try.
        worth: What each of them would add, prices included.
        many, at: Of candidates, and the one to try next.
        slots, language: What all who are in share.
        value: Points so far.
        chosen: Who is in.
    """

    who: Small
    worth: Reals
    many: Ints
    at: Ints
    slots: Ints
    language: Ints
    value: Reals
    chosen: Small


@compiled
def tables(people: Columns, limits: Limits) -> tuple[NDArray[np.bool_], Small]:
    """Who fits whom, and what each pair costs."""
    size = people.family.size
    fits, cost = np.zeros((size, size), np.bool_), np.zeros((size, size), np.int32)
    for i in range(size):
        for j in range(i):
            if fit(people, limits, i, j):
                fits[i, j] = fits[j, i] = True
                cost[i, j] = cost[j, i] = pair_cost(people, limits, i, j)
    return fits, cost


@inlined
def keep_least(row: Reals, filled: int, most: int, value: float) -> int:
    """Put a value in its place among the least `most`; how many there are now."""
    if filled >= most:
        if most == 0 or value >= row[most - 1]:
            return filled
        filled = most - 1
    place = filled
    while place > 0 and row[place - 1] > value:
        row[place] = row[place - 1]
        place -= 1
    row[place] = value
    return filled + 1


@compiled
def nearest_sums(market: Market, who: Small, count: int, size: int, sums: Reals) -> None:
    """For each candidate, the points of its 0, 1, 2 … cheapest company among the candidates, as halves of pairs."""
    row = np.empty(size, np.float64)
    for a in range(count):
        filled, total = 0, 0.0
        for b in range(count):
            if a != b and market.fits[who[a], who[b]]:
                filled = keep_least(row, filled, size - 2, market.cost[who[a], who[b]])
        sums[who[a], 0] = 0.0
        for k in range(size - 2):
            total += row[k] if k < filled else NONE_FITS
            sums[who[a], k + 1] = total / (size - 1)


@compiled
def least(search: Search, limits: Limits, sums: Reals, depth: int, size: int, row: Reals) -> float:
    """Below this no circle of so many can cost that holds who is chosen now."""
    needed, filled = size - depth, 0
    for a in range(search.many[depth]):
        worth = search.worth[depth, a] + sums[search.who[depth, a], needed - 1]
        filled = keep_least(row, filled, needed, worth)
    bound = search.value[depth] + short_cost(limits, search.slots[depth], size)
    for k in range(needed):
        bound += row[k]
    return bound


@inlined
def short_cost(limits: Limits, slots: int, size: int) -> int:
    """Points for too few times in common."""
    return size * limits.slots * max(0, limits.slots_wanted - bits(slots))


@compiled
def deeper(search: Search, market: Market, depth: int, size: int) -> bool:
    """Choose the next candidate and gather who is left for the next depth; whether a circle is still possible."""
    people, least_slots = market.people, market.limits.slots_min
    a = search.at[depth]
    search.at[depth] += 1
    one = search.who[depth, a]
    slots = search.slots[depth] & people.slots[one]
    language = search.language[depth] & people.language[one]
    if language == 0 or bits(slots) < least_slots:
        return False
    search.chosen[depth] = one
    search.slots[depth + 1], search.language[depth + 1] = slots, language
    search.value[depth + 1] = search.value[depth] + search.worth[depth, a]
    if depth + 1 == size:
        return True
    left = 0
    for b in range(a + 1, search.many[depth]):
        other = search.who[depth, b]
        if (
            market.fits[one, other]
            and bits(slots & people.slots[other]) >= least_slots
            and (language & people.language[other]) != 0
        ):
            search.who[depth + 1, left] = other
            search.worth[depth + 1, left] = search.worth[depth, b] + 2.0 * market.cost[one, other] / (
                size - 1
            )
            left += 1
    search.many[depth + 1], search.at[depth + 1] = left, 0
    return left >= size - depth - 1


@compiled
def begin(search: Search, market: Market, x: int, size: int) -> int:
    """Choose a root; its candidates are those after it in the order, so that each circle is found once. How many."""
    people, limits, order = market.people, market.limits, market.order
    root, count = order[x], 0
    off = size - limits.size_target
    for y in range(x + 1, order.size):
        other = order[y]
        if market.fits[root, other]:
            search.who[1, count] = other
            search.worth[1, count] = 2.0 * market.cost[root, other] / (size - 1) - market.prices[other]
            count += 1
    search.chosen[0] = root
    search.slots[1], search.language[1] = people.slots[root], people.language[root]
    search.value[1] = size * limits.size * off * off - market.prices[root]
    search.many[1], search.at[1] = count, 0
    return count


@compiled
def room_for(many: int, size: int) -> Search:
    """A search that hasn't begun, for circles of `size` out of so many."""
    return Search(
        np.empty((size + 1, many), np.int32),
        np.empty((size + 1, many), np.float64),
        np.zeros(size + 1, np.int64),
        np.zeros(size + 1, np.int64),
        np.zeros(size + 1, np.int64),
        np.zeros(size + 1, np.int64),
        np.zeros(size + 1, np.float64),
        np.empty(size, np.int32),
    )


@compiled
def cheapest(market: Market, roots: Roots, found: Small, value: Reals) -> int:
    """
    For each root the circle that costs least against its prices, where that is less than `value` already holds.

    `found` and `value` go by place in the order and are changed in place; unused places of a row are -1.

    Returns:
        How much was looked at, in candidates; below zero where a root wasn't searched to the end.
    """
    size, limits = roots.size, market.limits
    search = room_for(market.order.size, size)
    sums, row, is_whole = np.zeros((market.order.size, size), np.float64), np.empty(size, np.float64), True
    total = 0
    for x in range(roots.begin, roots.end):
        count = begin(search, market, x, size)
        if count < size - 1:
            continue
        nearest_sums(market, search.who[1], count, size, sums)
        total += count * count
        depth, nodes = 1, 0
        while depth >= 1:
            if search.at[depth] == 0:
                nodes += 1
                total += search.many[depth]
                if nodes > roots.most_nodes:
                    is_whole = False
                    break
                if least(search, limits, sums, depth, size, row) >= value[x] - 1e-9:
                    depth -= 1
                    continue
            if search.many[depth] - search.at[depth] < size - depth:
                depth -= 1
                continue
            if not deeper(search, market, depth, size):
                continue
            if depth + 1 < size:
                depth += 1
                continue
            points = search.value[size] + short_cost(limits, search.slots[size], size)
            if points < value[x]:
                value[x] = points
                found[x, :] = -1
                found[x, :size] = search.chosen
    return total if is_whole else -total - 1


@compiled
def all_within(market: Market, roots: Roots, most: float, found: Small, filled: int) -> int:
    """
    Every circle that costs at most `most` against its prices, written after the first `filled` rows of `found`.

    Returns:
        How many rows are filled now, or -1 where they don't fit or a root takes too many nodes.
    """
    size, limits = roots.size, market.limits
    search = room_for(market.order.size, size)
    sums, row = np.zeros((market.order.size, size), np.float64), np.empty(size, np.float64)
    for x in range(roots.begin, roots.end):
        count = begin(search, market, x, size)
        if count < size - 1:
            continue
        nearest_sums(market, search.who[1], count, size, sums)
        depth, nodes = 1, 0
        while depth >= 1:
            is_first = search.at[depth] == 0
            nodes += 1 if is_first else 0
            if nodes > roots.most_nodes:
                return -1
            if is_first and least(search, limits, sums, depth, size, row) > most:
                depth -= 1
            elif search.many[depth] - search.at[depth] < size - depth:
                depth -= 1
            elif deeper(search, market, depth, size):
                if depth + 1 < size:
                    depth += 1
                elif search.value[size] + short_cost(limits, search.slots[size], size) <= most:
                    if filled == found.shape[0]:
                        return -1
                    found[filled, :] = -1
                    found[filled, :size] = search.chosen
                    filled += 1
    return filled
