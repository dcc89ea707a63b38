"""What is never done, in plain Python: the search keeps to the same in `kernels`, and explanations are read from here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import reduce
from itertools import combinations

import msgspec

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Person, Rules


class Rule(Enum):
    """What is never done."""

    SIZE = "size"
    PROFESSION = "profession"
    AUTHORITY = "authority"
    NOT_WITH = "not_with"
    REGION = "region"
    LANGUAGE = "language"
    SLOTS = "slots"
    TEAM = "team"  # of whoever leads
    TWO_ROLES = "two_roles"  # leading where one sits


class Broken(msgspec.Struct, frozen=True):
    """A rule that doesn't hold, and between whom."""

    rule: Rule
    people: tuple[str, ...]


def apart(one: Person, other: Person, lineage: Lineage, rules: Rules) -> tuple[Rule, ...]:
    """Why two people can't sit together, whoever else is there; empty where they can."""
    checks = (
        (Rule.PROFESSION, rules.family_of(one.profession) != rules.family_of(other.profession)),
        (Rule.AUTHORITY, lineage.between(one.id, other.id)),
        (Rule.NOT_WITH, other.id in one.not_with or one.id in other.not_with),
        (Rule.REGION, one.region != other.region and not (one.online and other.online)),
        (Rule.LANGUAGE, not one.languages & other.languages),
        (Rule.SLOTS, len(one.slots & other.slots) < rules.common_slots_min),
    )
    return tuple(rule for rule, holds in checks if holds)


def common_slots(members: Sequence[Person]) -> frozenset[str]:
    """The weekly times that suit everybody."""
    return reduce(frozenset.intersection, (one.slots for one in members))


def common_languages(members: Sequence[Person]) -> frozenset[str]:
    """The languages that everybody speaks."""
    return reduce(frozenset.intersection, (one.languages for one in members))


def broken(members: Sequence[Person], lineage: Lineage, rules: Rules) -> tuple[Broken, ...]:
    """Every rule that a circle of these people would break."""
    everybody = tuple(one.id for one in members)
    found = []
    if not rules.size_min <= len(members) <= rules.size_max:
        found.append(Broken(Rule.SIZE, everybody))
    for one, other in combinations(members, 2):
        found += [Broken(rule, (one.id, other.id)) for rule in apart(one, other, lineage, rules)]
    told = {fault.rule for fault in found}
    # Time and language have to suit all at once: each pair may agree, and the circle still not.
    if members and Rule.LANGUAGE not in told and not common_languages(members):
        found.append(Broken(Rule.LANGUAGE, everybody))
    if members and Rule.SLOTS not in told and len(common_slots(members)) < rules.common_slots_min:
        found.append(Broken(Rule.SLOTS, everybody))
    return tuple(found)
