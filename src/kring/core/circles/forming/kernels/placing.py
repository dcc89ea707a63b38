"""Whether there is any circle at all that could hold somebody: a search to the end, so that 'no' is a proof."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kring.core.circles.forming.kernels import compiled
from kring.core.circles.forming.kernels.columns import Columns, Limits, Small, bits, fit


@compiled
def company(people: Columns, limits: Limits, i: int) -> Small:
    """Whom somebody fits, one by one."""
    found, count = np.empty(people.family.size, np.int32), 0
    for j in range(people.family.size):
        if j != i and fit(people, limits, i, j):
            found[count] = j
            count += 1
    return found[:count]


@compiled
def placeable(people: Columns, limits: Limits, i: int) -> bool:
    """Whether a circle of the least size can be made around somebody."""
    size = limits.size_min
    first = company(people, limits, i)
    who = np.empty((size + 1, first.size), np.int32)
    count, after = np.zeros(size + 1, np.int64), np.zeros(size + 1, np.int64)
    slots, language = np.zeros(size + 1, np.int64), np.zeros(size + 1, np.int64)
    who[1, : first.size] = first
    count[1], slots[1], language[1] = first.size, people.slots[i], people.language[i]
    depth = 1
    while depth >= 1:
        if after[depth] >= count[depth]:
            depth -= 1
            continue
        one = who[depth, after[depth]]
        after[depth] += 1
        times, tongues = slots[depth] & people.slots[one], language[depth] & people.language[one]
        if tongues == 0 or bits(times) < limits.slots_min:
            continue
        if depth + 1 == size:
            return True
        left = 0
        for k in range(after[depth], count[depth]):
            other = who[depth, k]
            both = times & people.slots[other]
            if fit(people, limits, one, other) and bits(both) >= limits.slots_min:
                who[depth + 1, left] = other
                left += 1
        if left >= size - depth - 1:
            slots[depth + 1], language[depth + 1], count[depth + 1], after[depth + 1] = (
                times,
                tongues,
                left,
                0,
            )
            depth += 1
    return False


@compiled
def all_placeable(people: Columns, limits: Limits) -> NDArray[np.bool_]:
    """For each of a block."""
    answer = np.zeros(people.family.size, np.bool_)
    for i in range(people.family.size):
        answer[i] = placeable(people, limits, i)
    return answer
