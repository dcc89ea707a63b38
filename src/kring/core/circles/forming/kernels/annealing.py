"""
Simulated annealing: people move to another circle, change places, make a circle around somebody without one, or a circle
is dissolved over others. What costs more is accepted ever more seldom.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kring.core.circles.forming.kernels import compiled
from kring.core.circles.forming.kernels.columns import (
    Columns,
    Ints,
    Limits,
    Small,
    circle_cost,
    cost_with,
    may_join,
    pairs_among,
    pairs_with,
)

SWAPS = 0.6  # share of proposals that change two people over
FOR_UNPLACED = 0.25  # share that begin with somebody without a circle, while there are any
BUILDS = 0.2  # of those, so many make a new circle around them
DISSOLVES = 0.003
COOLING_STEP = 1_000  # proposals


class Seating(NamedTuple):
    """
    Who sits where, by the place of a person in the block; circles are as many as people, most of them empty.

    Attributes:
        circle: By person.
        members: By circle, the first `size` of a row.
        cost: By circle.
        pairs: By circle, the points of its pairs, kept so that a change adds up those of one person alone.
    """

    circle: Small
    members: Small
    size: Small
    cost: Ints
    pairs: Ints


class Block(NamedTuple):
    """People who may come to sit together, as arrays of their own: everything is by place in the block."""

    people: Columns
    near: Small
    near_count: Small


@compiled
def draw(below: int) -> int:
    """A number from 0."""
    return np.random.randint(below)  # noqa: NPY002 -- numba knows this one


@compiled
def chance(share: float) -> bool:
    """Now and then."""
    return np.random.random() < share  # noqa: NPY002 -- numba knows this one


@compiled
def accepted(more: int, heat: float) -> bool:
    """Whether a change is made that costs so much more; the colder, the less."""
    return more <= 0 or np.random.random() < np.exp(-more / heat)  # noqa: NPY002 -- numba knows this one


@compiled
def others(seating: Seating, circle: int, but: int, into: Small) -> int:
    """Copy the members of a circle without one of them; how many."""
    count = 0
    for k in range(seating.size[circle]):
        if seating.members[circle, k] != but:
            into[count] = seating.members[circle, k]
            count += 1
    return count


@compiled
def sit(seating: Seating, circle: int, members: Small, count: int, pairs: int, cost: int) -> None:
    """Make these the members of a circle."""
    for k in range(count):
        seating.members[circle, k] = members[k]
        seating.circle[members[k]] = circle
    seating.size[circle] = count
    seating.pairs[circle] = pairs
    seating.cost[circle] = cost


@compiled
def move_or_swap(block: Block, limits: Limits, seating: Seating, i: int, heat: float) -> bool:
    """Bring somebody to where one who fits sits, alone or in exchange for another from there."""
    if block.near_count[i] == 0:
        return False
    there = seating.circle[block.near[i, draw(block.near_count[i])]]
    here = seating.circle[i]
    if here == there:
        return False
    back = -1
    if seating.size[there] >= limits.size_max or chance(SWAPS):
        back = seating.members[there, draw(seating.size[there])]
    left, joined = np.empty(limits.size_max + 1, np.int32), np.empty(limits.size_max + 1, np.int32)
    joined_count = others(seating, there, back, joined)
    if not may_join(block.people, limits, i, joined, joined_count):
        return False
    joined[joined_count] = i
    left_count = staying = others(seating, here, i, left)
    if back >= 0:
        if not may_join(block.people, limits, back, left, left_count):
            return False
        left[left_count] = back
        left_count += 1
    people = block.people
    pairs_left = seating.pairs[here] - pairs_with(people, limits, i, left, staying)
    pairs_joined = seating.pairs[there] + pairs_with(people, limits, i, joined, joined_count)
    if back >= 0:
        pairs_left += pairs_with(people, limits, back, left, staying)
        pairs_joined -= pairs_with(people, limits, back, joined, joined_count)
    cost_left = cost_with(people, limits, left, left_count, pairs_left)
    cost_joined = cost_with(people, limits, joined, joined_count + 1, pairs_joined)
    if not accepted(cost_left + cost_joined - seating.cost[here] - seating.cost[there], heat):
        return False
    sit(seating, here, left, left_count, pairs_left, cost_left)
    sit(seating, there, joined, joined_count + 1, pairs_joined, cost_joined)
    return True


@compiled
def gather(block: Block, limits: Limits, seating: Seating, around: int, into: Small) -> int:
    """People for a new circle around somebody: others without one, and those whom a circle can spare. How many."""
    into[0] = around
    count, wanted = 1, limits.size_min + draw(2)
    taken = np.zeros(seating.size.size, np.int32)
    for _ in range(40):
        who = block.near[around, draw(block.near_count[around])]
        circle = seating.circle[who]
        left = seating.size[circle] - taken[circle] - 1
        spares = seating.size[circle] < limits.size_min or left >= limits.size_min
        is_in = False
        for k in range(count):
            is_in = is_in or into[k] == who
        if is_in or not spares or not may_join(block.people, limits, who, into, count):
            continue
        into[count] = who
        count += 1
        taken[circle] += 1
        if count >= wanted or count == limits.size_max:
            break
    return count


@compiled
def build(block: Block, limits: Limits, seating: Seating, around: int, heat: float) -> bool:
    """Make a new circle around somebody who has none."""
    new = np.empty(limits.size_max + 1, np.int32)
    count = gather(block, limits, seating, around, new)
    if count < limits.size_min:
        return False
    cost = circle_cost(block.people, limits, new, count)
    more, left = cost, np.empty(limits.size_max + 1, np.int32)
    sources, source_count = np.empty(count, np.int32), 0
    for k in range(count):
        circle, is_known = seating.circle[new[k]], False
        for s in range(source_count):
            is_known = is_known or sources[s] == circle
        if not is_known:
            sources[source_count] = circle
            source_count += 1
            staying = without(seating, circle, new, count, left)
            more += circle_cost(block.people, limits, left, staying) - seating.cost[circle]
    if not accepted(more, heat):
        return False
    for s in range(source_count):
        staying = without(seating, sources[s], new, count, left)
        pairs = pairs_among(block.people, limits, left, staying)
        sit(seating, sources[s], left, staying, pairs, cost_with(block.people, limits, left, staying, pairs))
    sit(seating, empty_circle(seating), new, count, pairs_among(block.people, limits, new, count), cost)
    return True


@compiled
def without(seating: Seating, circle: int, gone: Small, gone_count: int, into: Small) -> int:
    """Copy the members of a circle without several of them; how many."""
    count = 0
    for k in range(seating.size[circle]):
        stays = True
        for g in range(gone_count):
            stays = stays and seating.members[circle, k] != gone[g]
        if stays:
            into[count] = seating.members[circle, k]
            count += 1
    return count


@compiled
def empty_circle(seating: Seating) -> int:
    """A circle with nobody in it; there are as many circles as people, so there is one where two sit together."""
    circle = draw(seating.size.size)
    while seating.size[circle] != 0:
        circle = (circle + 1) % seating.size.size
    return circle


@compiled
def dissolve(block: Block, limits: Limits, seating: Seating, circle: int, heat: float) -> bool:
    """Spread the members of a circle over others that have room, each where it costs least; undone where it costs too much."""
    members = seating.members[circle].copy()
    count, more = seating.size[circle], -seating.cost[circle]
    to, before = np.empty(count, np.int64), np.empty(count, np.int64)
    done = 0
    for k in range(count):
        there, cost = best_place(block, limits, seating, members[k], circle)
        if there < 0:
            break
        to[k], before[k] = there, seating.cost[there]
        more += cost - seating.cost[there]
        seating.pairs[there] += pairs_with(
            block.people, limits, members[k], seating.members[there], seating.size[there]
        )
        seating.members[there, seating.size[there]] = members[k]
        seating.size[there] += 1
        seating.cost[there] = cost
        seating.circle[members[k]] = there
        done += 1
    if done == count and accepted(more, heat):
        seating.size[circle], seating.pairs[circle], seating.cost[circle] = 0, 0, 0
        return True
    for k in range(done - 1, -1, -1):
        seating.size[to[k]] -= 1
        seating.pairs[to[k]] -= pairs_with(
            block.people, limits, members[k], seating.members[to[k]], seating.size[to[k]]
        )
        seating.cost[to[k]] = before[k]
        seating.circle[members[k]] = circle
    return False


@compiled
def best_place(block: Block, limits: Limits, seating: Seating, i: int, but: int) -> tuple[int, int]:
    """Of a few full circles with room, where somebody costs least: circle and what it would cost, or -1."""
    best, cheapest, found = -1, 1 << 60, 0
    row = np.empty(limits.size_max + 1, np.int32)
    for _ in range(14 if block.near_count[i] > 0 else 0):
        there = seating.circle[block.near[i, draw(block.near_count[i])]]
        count = seating.size[there]
        if there == but or count >= limits.size_max or count < limits.size_min:
            continue
        others(seating, there, -1, row)
        if not may_join(block.people, limits, i, row, count):
            continue
        row[count] = i
        pairs = seating.pairs[there] + pairs_with(block.people, limits, i, row, count)
        cost = cost_with(block.people, limits, row, count + 1, pairs)
        if cost - seating.cost[there] < cheapest:
            best, cheapest, found = there, cost - seating.cost[there], cost
    return best, found


@compiled
def without_circle(block: Block, limits: Limits, seating: Seating, free: Small, into: Small) -> int:
    """Fill `into` with those of `free` who have no circle and could have one; how many."""
    count = 0
    for k in range(free.size):
        i = free[k]
        if seating.size[seating.circle[i]] < limits.size_min and block.near_count[i] >= limits.size_min - 1:
            into[count] = i
            count += 1
    return count


@compiled
def propose(
    block: Block,
    limits: Limits,
    seating: Seating,
    free: Small,
    waiting: Small,
    waiting_count: int,
    heat: float,
) -> None:
    """One change."""
    i = free[draw(free.size)]
    if waiting_count > 0 and chance(FOR_UNPLACED):
        i = waiting[draw(waiting_count)]
        if seating.size[seating.circle[i]] < limits.size_min and chance(BUILDS):
            build(block, limits, seating, i, heat)
            return
    circle = seating.circle[i]
    if limits.size_min <= seating.size[circle] <= limits.size_target and chance(DISSOLVES):
        dissolve(block, limits, seating, circle, heat)
        return
    move_or_swap(block, limits, seating, i, heat)


@compiled
def anneal(
    block: Block,
    limits: Limits,
    seating: Seating,
    free: Small,
    proposals: int,
    hot: float,
    cold: float,
    seed: int,
) -> None:
    """
    Better the seating of those who are free to move, in place, by so many proposals.

    `hot` and `cold` are the points at which a change is accepted once in e times, at the beginning and at the end.
    """
    np.random.seed(seed)  # noqa: NPY002 -- numba knows this one
    waiting, waiting_count = np.empty(free.size, np.int32), 0
    heat, cooler = hot, (cold / hot) ** (1.0 / max(1, proposals // COOLING_STEP))
    for step in range(proposals):
        if step % COOLING_STEP == 0:
            heat *= cooler if step > 0 else 1.0
            waiting_count = without_circle(block, limits, seating, free, waiting)
        propose(block, limits, seating, free, waiting, waiting_count, heat * limits.scale)
