"""Small groups: who sits with whom. From the seats alone, so that the same circle gives the same groups."""

from __future__ import annotations

from kring.core.meetings.by_circle import circles_seated, sits_by_circle
from kring.core.meetings.plan import Pace, PersonId
from kring.core.meetings.standing import is_here, may_be_heard, role_of, running, seated
from kring.core.meetings.state import State
from kring.core.methods.method import Mode

Groups = tuple[tuple[PersonId, ...], ...]


def divided(state: State) -> Groups:
    """
    Balanced groups of the phase's size; who is left over makes one group larger, never a group of one.

    Neighbours sit together: in a real room nobody has to cross it. Where several circles gather, these are the groups.
    """
    if sits_by_circle(state):
        return circles_seated(state)
    people = tuple(person for person in _members(state) if is_here(state, person))
    if not people:
        return ()
    count = max(1, len(people) // _size(state))
    least, larger = divmod(len(people), count)
    groups, start = [], 0
    for index in range(count):
        end = start + least + (1 if index < larger else 0)
        groups.append(people[start:end])
        start = end
    return tuple(groups)


def regrouped(state: State) -> Groups:
    """The groups of this state after somebody came or left: late comers to the smallest, nobody left alone."""
    if sits_by_circle(state):
        return circles_seated(state)
    members = _members(state)
    if not members:
        return ()
    groups = [tuple(person for person in group if person in members) for group in state.groups]
    groups = [group for group in groups if group]
    known = {person for group in groups for person in group}
    alone = [group[0] for group in groups if len(group) == 1]
    groups = [group for group in groups if len(group) > 1]
    late = [person for person in members if person not in known and is_here(state, person)]
    for person in (*alone, *late):
        fitting = min(range(len(groups)), key=lambda index: len(groups[index]), default=None)
        if fitting is None:
            groups.append((person,))
        else:
            groups[fitting] = (*groups[fitting], person)
    return tuple(groups)


def _members(state: State) -> tuple[PersonId, ...]:
    planned = running(state)
    if planned is None or planned.phase.floor.mode is not Mode.SMALL_GROUPS or state.plan.pace is Pace.DAYS:
        return ()
    return tuple(
        person.id
        for person in seated(state)
        if role_of(state, person.id) in planned.phase.floor.speakers and may_be_heard(state, person.id)
    )


def _size(state: State) -> int:
    planned = running(state)
    return 2 if planned is None else max(2, planned.phase.floor.group_size or 2)
