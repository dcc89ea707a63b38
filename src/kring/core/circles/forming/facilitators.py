"""
Who leads which circle: nobody above or below one of its members, a language and a place in common, and time.

An assignment problem, solved to the best by the Hungarian method; somebody who can lead several stands in it several times.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from scipy.optimize import linear_sum_assignment

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.leading import may_lead
from kring.core.circles.forming.people import Circle, Person, Rules
from kring.core.circles.forming.rules import common_slots
from kring.core.circles.forming.wishes import same_organisation

SLOTS_WANTED = 2
FORBIDDEN = 10**9
SAME_FIELD = 100  # points less for who knows the field: complements the group without being one of it


def with_facilitators(circles: Sequence[Circle], everybody: Everybody) -> tuple[Circle, ...]:
    """
    The circles with who leads them; those that have somebody already keep them. None where nobody can.

    As many circles as possible get somebody; of those answers the one with the fewest points.
    """
    busy = [circle.facilitator for circle in circles if circle.facilitator is not None]
    copies = [
        one
        for one in sorted(everybody.by_id.values(), key=lambda one: one.id)
        for _ in range(one.capacity - busy.count(one.id))
    ]
    waiting = [place for place, circle in enumerate(circles) if circle.facilitator is None and circle.members]
    if not copies or not waiting:
        return tuple(circles)
    cost = np.full((len(waiting), len(copies)), FORBIDDEN, np.int64)
    for row, place in enumerate(waiting):
        members = everybody.of(circles[place].members)
        known: dict[str, int] = {}
        for column, one in enumerate(copies):
            if one.id not in known:
                may = may_lead(one, members, everybody)
                known[one.id] = _points(one, members, everybody.rules) if may else FORBIDDEN
            cost[row, column] = known[one.id]
    rows, columns = linear_sum_assignment(cost)
    chosen = {
        waiting[row]: copies[column].id
        for row, column in zip(rows, columns, strict=True)
        if cost[row, column] < FORBIDDEN
    }
    return tuple(
        replace(circle, facilitator=chosen[place]) if place in chosen else circle
        for place, circle in enumerate(circles)
    )


def _points(one: Person, members: Sequence[Person], rules: Rules) -> int:
    """What it costs to have somebody lead these people: too few times, their own organisation, another field."""
    short = max(0, SLOTS_WANTED - len(one.slots & common_slots(members)))
    near = any(one.organisation and one.organisation == member.organisation for member in members)
    knows = any(rules.family_of(one.profession) == rules.family_of(member.profession) for member in members)
    return (
        short * rules.weights.slots * len(members)
        + (same_organisation(rules) if near else 0)
        + (0 if knows else SAME_FIELD)
    )
