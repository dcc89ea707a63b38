"""The people as arrays, one place each, and what the rules come down to in numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kring.core.circles.forming.kernels import compiled, inlined

Ints = NDArray[np.int64]
Small = NDArray[np.int32]


class Columns(NamedTuple):
    """
    By person.

    Attributes:
        family: Of professions that may sit together.
        language, slots, goals: A bit for each.
        enter, leave: The Euler tour: one stands above another where the other's `enter` lies in between.
        apart_from: Where somebody's row in `apart` begins; it ends where the next begins.
        apart: Whom they don't sit with, both ways.
        team, organisation: Own numbers below zero where there is none, so that nobody shares it.
        last_season, season_before: The circle one sat in, or -1.
    """

    family: Small
    language: Ints
    region: Small
    online: Small
    slots: Ints
    enter: Small
    leave: Small
    apart_from: Ints
    apart: Small
    seniority: Small
    team: Small
    organisation: Small
    goals: Ints
    last_season: Small
    season_before: Small


class Limits(NamedTuple):
    """The rules and weights, in whole numbers; `unplaced` holds the points by size for those without a circle."""

    size_min: int
    size_max: int
    size_target: int
    slots_min: int
    slots_wanted: int
    seniority: int
    seniority_cap: int
    same_team: int
    same_organisation: int
    goals: int
    last_season: int
    season_before: int
    never: int
    size: int
    slots: int
    scale: int
    unplaced: Ints


@inlined
def bits(mask: Any) -> Any:
    """How many bits are set: the old trick with ever wider sums."""
    x = np.uint64(mask)
    x -= (x >> np.uint64(1)) & np.uint64(0x5555555555555555)
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def fit(people: Columns, limits: Limits, i: int, j: int) -> bool:
    """Whether two people may sit together, whoever else is there."""
    if people.family[i] != people.family[j] or (people.language[i] & people.language[j]) == 0:
        return False
    if people.region[i] != people.region[j] and not (people.online[i] and people.online[j]):
        return False
    if bits(people.slots[i] & people.slots[j]) < limits.slots_min:
        return False
    if people.enter[i] <= people.enter[j] <= people.leave[i]:
        return False
    if people.enter[j] <= people.enter[i] <= people.leave[j]:
        return False
    for k in range(people.apart_from[i], people.apart_from[i + 1]):
        if people.apart[k] == j:
            return False
    return True


@compiled
def pair_cost(people: Columns, limits: Limits, i: int, j: int) -> int:
    """Points of two people, as `wishes` has them."""
    years = min(abs(people.seniority[i] - people.seniority[j]), limits.seniority_cap)
    cost = limits.seniority * years // limits.seniority_cap
    if people.team[i] == people.team[j]:
        cost += limits.same_team
    elif people.organisation[i] == people.organisation[j]:
        cost += limits.same_organisation
    either = bits(people.goals[i] | people.goals[j])
    both = bits(people.goals[i] & people.goals[j])
    cost += limits.goals - (limits.goals * both // either if either > 0 else 0)
    if people.last_season[i] >= 0 and people.last_season[i] == people.last_season[j]:
        cost += limits.last_season
    elif people.season_before[i] >= 0 and people.season_before[i] == people.season_before[j]:
        cost += limits.season_before
    else:
        cost += limits.never
    return cost


@compiled
def pairs_with(people: Columns, limits: Limits, who: int, members: Small, count: int) -> int:
    """Points of somebody with each of the first `count` of `members`, but for themselves."""
    pairs = 0
    for a in range(count):
        if members[a] != who:
            pairs += pair_cost(people, limits, who, members[a])
    return pairs


@compiled
def pairs_among(people: Columns, limits: Limits, members: Small, count: int) -> int:
    """Points of every pair of the first `count` of `members`."""
    pairs = 0
    for a in range(count):
        pairs += pairs_with(people, limits, members[a], members, a)
    return pairs


@compiled
def cost_with(people: Columns, limits: Limits, members: Small, count: int, pairs: int) -> int:
    """Points of the first `count` of `members`, whose pairs have so many; without a circle where they are too few."""
    if count < limits.size_min:
        return limits.unplaced[count]
    slots = people.slots[members[0]]
    for a in range(count):
        slots &= people.slots[members[a]]
    short = max(0, limits.slots_wanted - bits(slots))
    off = count - limits.size_target
    each = limits.size * off * off + limits.slots * short
    return pairs * (2 * limits.scale // (count - 1)) + limits.scale * count * each


@compiled
def circle_cost(people: Columns, limits: Limits, members: Small, count: int) -> int:
    """Points of the first `count` of `members`; what they cost without a circle where they are too few."""
    return cost_with(people, limits, members, count, pairs_among(people, limits, members, count))


@compiled
def may_join(people: Columns, limits: Limits, who: int, members: Small, count: int) -> bool:
    """Whether somebody may sit with the first `count` of `members`, all at once."""
    slots, language = people.slots[who], people.language[who]
    for a in range(count):
        slots &= people.slots[members[a]]
        language &= people.language[members[a]]
    if count > 0 and (language == 0 or bits(slots) < limits.slots_min):
        return False
    for a in range(count):
        if not fit(people, limits, who, members[a]):
            return False
    return True
