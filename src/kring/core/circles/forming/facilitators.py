"""
Who leads which circle: nobody above or below one of its members, a language and a place in common, and time.

An assignment problem, solved to the best by the Hungarian method; somebody who can lead several stands in it several times.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from scipy.optimize import linear_sum_assignment

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Circle, Person, Rules
from kring.core.circles.forming.rules import common_languages, common_slots
from kring.core.circles.forming.wishes import same_organisation

SLOTS_WANTED = 2
LEAST_SLOTS = 1
FORBIDDEN = 10**9
SAME_FIELD = 100  # points less for who knows the field: complements the group without being one of it


def may_lead(one: Person, members: Sequence[Person], lineage: Lineage, rules: Rules) -> bool:
    """Whether somebody may lead these people."""
    return (
        one.capacity > 0
        and all(member.id != one.id for member in members)
        and not any(lineage.between(one.id, member.id) for member in members)
        and not any(member.id in one.not_with or one.id in member.not_with for member in members)
        and not any(_same_team(one, member) for member in members)
        and bool(one.languages & common_languages(members))
        and all(one.region == member.region or (one.online and member.online) for member in members)
        and len(one.slots & common_slots(members)) >= LEAST_SLOTS
    )


def with_facilitators(
    circles: Sequence[Circle], people: Sequence[Person], rules: Rules
) -> tuple[Circle, ...]:
    """
    The circles with who leads them; those that have somebody already keep them. None where nobody can.

    As many circles as possible get somebody; of those answers the one with the fewest points.
    """
    lineage, by_id = Lineage(people), {one.id: one for one in people}
    busy = [circle.facilitator for circle in circles if circle.facilitator is not None]
    copies = [
        one
        for one in sorted(people, key=lambda one: one.id)
        for _ in range(one.capacity - busy.count(one.id))
    ]
    waiting = [place for place, circle in enumerate(circles) if circle.facilitator is None]
    if not copies or not waiting:
        return tuple(circles)
    cost = np.full((len(waiting), len(copies)), FORBIDDEN, np.int64)
    for row, place in enumerate(waiting):
        members = [by_id[one] for one in circles[place].members]
        known: dict[str, int] = {}
        for column, one in enumerate(copies):
            if one.id not in known:
                may = may_lead(one, members, lineage, rules)
                known[one.id] = _points(one, members, rules) if may else FORBIDDEN
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


def _same_team(one: Person, other: Person) -> bool:
    return bool(one.team) and (one.organisation, one.team) == (other.organisation, other.team)
