"""Why this circle, and why somebody sits in it: what binds, what differs, when all can meet, and what it couldn't be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.moving import faults_of, move, place_of
from kring.core.circles.forming.people import Circle, Person
from kring.core.circles.forming.rules import Broken, Rule, common_languages, common_slots
from kring.core.circles.forming.wishes import Cost, cost_of


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """
    A circle in facts.

    Attributes:
        goals: Learning goals of more than one of them, with of how many; the most shared first.
        slots: The weekly times that suit everybody, whoever leads included.
        years: Of experience, the least and the most.
        is_near: Whether they share a region; otherwise they meet online.
        broken: Rules that don't hold, as after a move by hand.
        cost: Wish by wish, times `SCALE`.
    """

    professions: tuple[str, ...]
    functions: tuple[str, ...]
    goals: tuple[tuple[str, int], ...]
    languages: tuple[str, ...]
    slots: tuple[str, ...]
    organisations: tuple[str, ...]
    years: tuple[int, int]
    is_near: bool
    broken: tuple[Broken, ...]
    cost: Cost


class WhyHere(msgspec.Struct, frozen=True, kw_only=True):
    """
    Why somebody sits where they sit.

    Attributes:
        goals: Their own goals that others there share, with by how many.
        unknown: How many of the others they didn't sit with in the last two seasons.
        kept_from: Of the other circles of their profession, how many each rule keeps them out of; a circle counts for
            the first of its rules.
        worse, better: To how many others they could have gone, at the cost of somebody's wishes and without.
    """

    goals: tuple[tuple[str, int], ...]
    unknown: int
    kept_from: Mapping[Rule, int]
    worse: int
    better: int


def explain(circle: Circle, everybody: Everybody) -> Explained:
    """The facts of a circle; it has members."""
    members = everybody.of(circle.members)
    leader = [] if circle.facilitator is None else everybody.of([circle.facilitator])
    years = [one.seniority for one in members]
    return Explained(
        professions=_names(one.profession for one in members),
        functions=_names(one.function for one in members),
        goals=_shared(members, {goal for one in members for goal in one.goals}, least=2),
        languages=tuple(sorted(common_languages([*members, *leader]))),
        slots=tuple(sorted(common_slots([*members, *leader]))),
        organisations=_names(one.organisation for one in members),
        years=(min(years), max(years)),
        is_near=len({one.region for one in members}) == 1,
        broken=faults_of(circle, everybody),
        cost=cost_of(members, everybody.rules),
    )


def why_here(who: str, circles: Sequence[Circle], everybody: Everybody) -> WhyHere | None:
    """What speaks for the circle of somebody, against all others of their profession; none for who has no circle."""
    here = place_of(who, circles)
    if here is None:
        return None
    one = everybody.by_id[who]
    others = everybody.of(member for member in circles[here].members if member != who)
    kept_from: dict[Rule, int] = {}
    more: list[int] = []
    for place, circle in enumerate(circles):
        if (
            place == here
            or not circle.members
            or everybody.family(circle.members[0]) != everybody.family(who)
        ):
            continue
        moved = move(who, circles, everybody, into=place)
        if moved.broken:
            # To have made room there says less than what stands between people.
            rule = min((fault.broken.rule for fault in moved.broken), key=lambda rule: rule is Rule.SIZE)
            kept_from[rule] = kept_from.get(rule, 0) + 1
        else:
            more.append(moved.more)
    return WhyHere(
        goals=_shared(others, one.goals, least=1),
        unknown=sum(not one.past & other.past for other in others),
        kept_from=kept_from,
        worse=sum(points >= 0 for points in more),
        better=sum(points < 0 for points in more),
    )


def _shared(members: Sequence[Person], goals: Iterable[str], *, least: int) -> tuple[tuple[str, int], ...]:
    count = {goal: sum(goal in one.goals for one in members) for goal in goals}
    kept = [goal for goal in count if count[goal] >= least]
    return tuple((goal, count[goal]) for goal in sorted(kept, key=lambda goal: (-count[goal], goal)))


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
