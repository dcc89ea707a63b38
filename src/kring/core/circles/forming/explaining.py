"""Why this circle: what binds its people, what differs, when they can all meet, and what each wish costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import msgspec

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Circle, Person, Rules
from kring.core.circles.forming.rules import Broken, apart, broken, common_languages, common_slots
from kring.core.circles.forming.wishes import Cost, cost_of


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """
    A circle in facts.

    Attributes:
        goals: Learning goals of more than one of them, the most shared first.
        meets: Whether they share a region; otherwise they meet online.
        cost: Points by wish, times `SCALE`; none where a rule is broken.
    """

    professions: tuple[str, ...]
    functions: tuple[str, ...]
    goals: tuple[str, ...]
    languages: tuple[str, ...]
    slots: tuple[str, ...]
    organisations: tuple[str, ...]
    years: tuple[int, int]
    meets: bool
    broken: tuple[Broken, ...]
    cost: Cost | None


class Moved(msgspec.Struct, frozen=True):
    """What moving somebody costs: rules that would break, and points more or less."""

    broken: tuple[Broken, ...]
    before: int
    after: int


def explain(members: Sequence[Person], lineage: Lineage, rules: Rules) -> Explained:
    """The facts of a circle of these people."""
    faults = broken(members, lineage, rules)
    shared = reduce(frozenset.union, (one.goals for one in members))
    count = {goal: sum(goal in one.goals for one in members) for goal in shared}
    years = [one.seniority for one in members]
    return Explained(
        professions=_names(one.profession for one in members),
        functions=_names(one.function for one in members),
        goals=tuple(
            sorted((goal for goal in count if count[goal] > 1), key=lambda goal: (-count[goal], goal))
        ),
        languages=tuple(sorted(common_languages(members))),
        slots=tuple(sorted(common_slots(members))),
        organisations=_names(one.organisation for one in members),
        years=(min(years), max(years)),
        meets=len({one.region for one in members}) == 1,
        broken=faults,
        cost=None if faults else cost_of(members, rules),
    )


def move(
    people: Mapping[str, Person],
    lineage: Lineage,
    rules: Rules,
    *,
    who: str,
    out_of: Circle | None,
    into: Circle,
) -> Moved:
    """
    What it would be to bring somebody into another circle by hand.

    Rules that the circle left behind would break count as well.
    """
    joined = [people[one] for one in (*into.members, who)]
    there = [people[one] for one in into.members]
    here = [people[one] for one in (out_of.members if out_of else ())]
    left = [one for one in here if one.id != who]
    faults = broken(joined, lineage, rules) + (broken(left, lineage, rules) if left else ())
    before = sum(_points(row, rules) for row in (there, here))
    return Moved(faults, before, sum(_points(row, rules) for row in (joined, left)))


def apart_from_all(
    one: Person, others: Sequence[Person], lineage: Lineage, rules: Rules
) -> Mapping[str, str]:
    """For everybody somebody can't sit with: the first rule that keeps them apart, by id."""
    found = {other.id: apart(one, other, lineage, rules) for other in others if other.id != one.id}
    return {other: why[0].value for other, why in found.items() if why}


def _points(members: Sequence[Person], rules: Rules) -> int:
    return cost_of(members, rules).total if len(members) > 1 else 0


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
