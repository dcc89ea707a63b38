"""Who may lead a circle: nobody above or below one of its members, nobody of their team, and somebody who can be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.people import Person
from kring.core.circles.forming.rules import Broken, Rule, common_languages, common_slots

LEAST_SLOTS = 1


def against_leading(leader: Person, members: Sequence[Person], everybody: Everybody) -> tuple[Broken, ...]:
    """Every rule that it would break to have somebody lead these people; empty where they may."""
    return tuple(_faults(leader, members, everybody))


def may_lead(leader: Person, members: Sequence[Person], everybody: Everybody) -> bool:
    """Whether somebody may lead these people; whether they have time for one more circle is another question."""
    return leader.capacity > 0 and next(_faults(leader, members, everybody), None) is None


def _faults(leader: Person, members: Sequence[Person], everybody: Everybody) -> Iterator[Broken]:
    for member in members:
        pair = (leader.id, member.id)
        checks = (
            (Rule.TWO_ROLES, member.id == leader.id),
            (Rule.AUTHORITY, everybody.lineage.between(leader.id, member.id)),
            (Rule.NOT_WITH, member.id in leader.not_with or leader.id in member.not_with),
            (Rule.TEAM, is_same_team(leader, member)),
            (Rule.REGION, leader.region != member.region and not (leader.online and member.online)),
        )
        yield from (Broken(rule, pair) for rule, is_broken in checks if is_broken)
    if members and not leader.languages & common_languages(members):
        yield Broken(Rule.LANGUAGE, (leader.id,))
    if members and len(leader.slots & common_slots(members)) < LEAST_SLOTS:
        yield Broken(Rule.SLOTS, (leader.id,))


def is_same_team(one: Person, other: Person) -> bool:
    """Whether two people work in one team."""
    return bool(one.team) and (one.organisation, one.team) == (other.organisation, other.team)
