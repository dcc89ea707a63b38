"""Why somebody has no circle, and the smallest change that would give them one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

import msgspec
from msgspec.structs import replace

from kring.core.circles.forming.kernels.placing import company, placeable
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Circle, Person, Rules
from kring.core.circles.forming.population import limits_of, parts_of
from kring.core.circles.forming.rules import Rule, apart, broken, common_slots


class Why(Enum):
    """What is in the way."""

    TOO_FEW = "too_few"  # with whom they may sit
    NOT_TOGETHER = (
        "not_together"  # each of those would do, but no circle of them all at once: searched to the end
    )
    NOT_FOUND = "not_found"  # a circle could be made, but not without taking another's place


class Change(msgspec.Struct, frozen=True):
    """
    What would help.

    Attributes:
        slot: A time at which they could as well; none where taking part online would do.
        circle: The place of the circle that would then have room for them.
    """

    slot: str | None
    circle: int


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """
    Why somebody has no circle.

    Attributes:
        fitting: With how many they may sit, one by one.
        kept_apart: Of the others of their profession, how many each rule keeps away; a person counts for the first.
        change: None where no single slot, nor taking part online, would do.
    """

    who: str
    why: Why
    fitting: int
    kept_apart: Mapping[Rule, int]
    change: Change | None


def reasons(
    people: Sequence[Person], circles: Sequence[Circle], unplaced: Iterable[str], rules: Rules
) -> tuple[Reason, ...]:
    """One for each person without a circle, in the order given."""
    lineage = Lineage(people)
    by_id = {one.id: one for one in people}
    families: dict[str, list[Person]] = {}
    for one in people:
        families.setdefault(rules.family_of(one.profession), []).append(one)
    seated = [[by_id[member] for member in circle.members] for circle in circles]
    limits = limits_of(rules)
    places = {
        one.id: (part, place)
        for part in parts_of(people, rules, lineage, seed=1)
        for place, one in enumerate(part.people)
    }
    found = []
    for who in unplaced:
        one = by_id[who]
        part, place = places[who]
        fitting = len(company(part.block.people, limits, place))
        if fitting < rules.size_min - 1:
            why = Why.TOO_FEW
        elif placeable(part.block.people, limits, place):
            why = Why.NOT_FOUND
        else:
            why = Why.NOT_TOGETHER
        found.append(
            Reason(
                who=who,
                why=why,
                fitting=fitting,
                kept_apart=_kept_apart(one, families[rules.family_of(one.profession)], lineage, rules),
                change=_change(one, seated, lineage, rules),
            )
        )
    return tuple(found)


def _kept_apart(one: Person, family: Sequence[Person], lineage: Lineage, rules: Rules) -> Mapping[Rule, int]:
    counts: dict[Rule, int] = {}
    for other in family:
        why = apart(one, other, lineage, rules) if other.id != one.id else ()
        if why:
            counts[why[0]] = counts.get(why[0], 0) + 1
    return counts


def _change(one: Person, seated: Sequence[Sequence[Person]], lineage: Lineage, rules: Rules) -> Change | None:
    """Taking part online asks nothing of a calendar, so that first; then one more time, for the smallest circle."""
    family = rules.family_of(one.profession)
    roomy = sorted(
        (len(members), place)
        for place, members in enumerate(seated)
        if len(members) < rules.size_max and rules.family_of(members[0].profession) == family
    )
    for changed, slot in _changed(one, seated, roomy):
        for _size, place in roomy:
            members = seated[place]
            if slot is not None and slot not in common_slots(members):
                continue
            if not broken([*members, changed], lineage, rules):
                return Change(slot, place)
    return None


def _changed(
    one: Person, seated: Sequence[Sequence[Person]], roomy: Iterable[tuple[int, int]]
) -> Iterator[tuple[Person, str | None]]:
    if not one.online:
        yield replace(one, online=True), None
    times = sorted({slot for _size, place in roomy for slot in common_slots(seated[place])} - one.slots)
    for slot in times:
        yield replace(one, slots=one.slots | {slot}), slot
