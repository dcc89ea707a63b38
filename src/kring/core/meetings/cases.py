"""Whose case it is, in a meeting with more than one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kring.core.meetings.plan import EntryId, PersonId, Plan
from kring.core.meetings.state import Brought, Person


class Cases(Protocol):
    """A meeting as far as its cases go: a state, or one that is being worked out."""

    @property
    def plan(self) -> Plan:
        """Says which phase is about which case."""

    @property
    def phase(self) -> int:
        """Where the meeting is."""

    @property
    def people(self) -> Mapping[PersonId, Person]:
        """Who left or declined presents nothing any more."""

    @property
    def presenter(self) -> PersonId | None:
        """Of the case that it is about now."""

    @property
    def chosen(self) -> EntryId | None:
        """The offer that was chosen for it."""

    @property
    def other_cases(self) -> Mapping[int, Brought]:
        """The others, by number."""


def case_at(plan: Plan, phase: int) -> int:
    """The number of the case that a phase is about, or comes before."""
    return plan.phases[phase].case if 0 <= phase < len(plan.phases) else 1


def at_phase(now: Cases, phase: int) -> tuple[Brought, Mapping[int, Brought]]:
    """
    Whose case it is once the meeting is at that phase, and the other cases then.

    Another case begins with nobody; going back to an earlier one finds its presenter again, if they are
    still of the meeting.
    """
    before, after = case_at(now.plan, now.phase), case_at(now.plan, phase)
    brought = Brought(presenter=now.presenter, chosen=now.chosen)
    if before == after:
        return brought, now.other_cases
    others = {**now.other_cases, before: brought}
    found = others.pop(after, Brought())
    person = None if found.presenter is None else now.people.get(found.presenter)
    return (Brought() if person is None or person.left or person.declined else found), others


def has_begun(now: Cases) -> bool:
    """Whether the case that it is about now has been worked on."""
    case = case_at(now.plan, now.phase)
    return any(planned.of_method and planned.case == case for planned in now.plan.phases[: max(0, now.phase)])
