"""Who somebody is at this moment, and whether they may be heard."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.meetings.plan import Pace, PersonId, PlannedPhase
from kring.core.meetings.state import Person, Stage, State
from kring.core.methods.method import Mode, Place, Role

# tuples, for a mode is found in them sooner than it is hashed
WITHOUT_FLOOR = (Mode.SILENT_WRITING, Mode.STILLNESS, Mode.SMALL_GROUPS)
WRITTEN = (Mode.SILENT_WRITING, Mode.STILLNESS, Mode.REVEAL, Mode.RATING, Mode.VOTE)
QUESTIONING = (Mode.QUESTION_AND_ANSWER, Mode.INTERVIEW, Mode.STATEMENT_WHEN_ASKED)


def running(state: State) -> PlannedPhase | None:
    """The phase that the meeting is in; none before the start and after the closing."""
    if state.stage is not Stage.MEETING or not 0 <= state.phase < len(state.plan.phases):
        return None
    return state.plan.phases[state.phase]


def seated(state: State) -> Iterator[Person]:
    """Everybody who hasn't left for good, in order of arrival."""
    return (person for person in state.people.values() if not person.left)


def here(state: State) -> Iterator[Person]:
    """Everybody whose line is open."""
    return (person for person in state.people.values() if person.present and not person.left)


def counted(state: State) -> Iterator[Person]:
    """Whom the meeting waits for: who is here, or, written over days, who has a seat."""
    return here(state) if state.plan.pace is Pace.LIVE else seated(state)


def is_ready(person: Person) -> bool:
    """Whether they told a name and agreed to the ground rules."""
    return person.assented and person.introduced != ""


def awaited(state: State) -> Iterator[Person]:
    """
    Whom the start waits for: who is here; and, written over days, also who agreed and went.

    Who sat down and went before agreeing holds up nobody. They agree when they come back, and see nothing before.
    """
    return (
        person
        for person in seated(state)
        if person.present or (state.plan.pace is Pace.DAYS and is_ready(person))
    )


def role_of(state: State, person: PersonId) -> Role:
    """The one role that decides what somebody may say and write. The presenter is nothing else besides."""
    planned = running(state)
    if planned is not None and planned.has_presenter and state.presenter == person:
        return Role.PRESENTER
    if state.facilitator == person:
        return Role.FACILITATOR
    found = state.people.get(person)
    return Role.OBSERVER if found is not None and found.observer else Role.PEERS


def is_silent(state: State, person: PersonId) -> bool:
    """Whether they must neither speak nor write to the group in this phase."""
    planned = running(state)
    if planned is None:
        return True
    role = role_of(state, person)
    return (
        role in planned.phase.silent
        or (role is Role.PRESENTER and planned.phase.presenter_place is not Place.IN_THE_CIRCLE)
        or planned.phase.floor.mode is Mode.STILLNESS
    )


def may_be_heard(state: State, person: PersonId) -> bool:
    """Whether they have agreed to the ground rules, are still part of it and needn't be silent."""
    found = state.people.get(person)
    return found is not None and found.assented and not found.left and not is_silent(state, person)


def has_floor_to_give(state: State) -> bool:
    """Whether the floor passes from one to another in this phase. Written over days, nobody speaks."""
    planned = running(state)
    return (
        planned is not None
        and state.plan.pace is Pace.LIVE
        and bool(planned.phase.floor.speakers)
        and planned.phase.floor.mode not in WITHOUT_FLOOR
    )


def is_speaker(state: State, person: PersonId) -> bool:
    """Whether the floor may be theirs in this phase (an answer that is asked of them is another matter)."""
    planned = running(state)
    return (
        planned is not None
        and has_floor_to_give(state)
        and role_of(state, person) in planned.phase.floor.speakers
        and may_be_heard(state, person)
    )


def speakers(state: State) -> tuple[PersonId, ...]:
    """Everybody who is here and whose the floor may be."""
    return tuple(person.id for person in here(state) if is_speaker(state, person.id))


def answerers(state: State, asker: PersonId | None) -> tuple[PersonId, ...]:
    """Who may be asked. Where a method names no role, anybody who may speak."""
    planned = running(state)
    if planned is None or planned.phase.floor.mode not in QUESTIONING or not has_floor_to_give(state):
        return ()
    role = planned.phase.floor.answered_by
    return tuple(
        person.id
        for person in seated(state)
        if person.id != asker
        and may_be_heard(state, person.id)
        and (role_of(state, person.id) is role if role else is_speaker(state, person.id))
    )


def is_written(state: State) -> bool:
    """Whether this phase is for writing: by its kind, or because the meeting is written over days."""
    planned = running(state)
    return planned is not None and (planned.phase.floor.mode in WRITTEN or state.plan.pace is Pace.DAYS)


def facilitator_is_here(state: State) -> bool:
    """Whether there is a facilitator with an open line."""
    return state.facilitator is not None and is_here(state, state.facilitator)


def is_here(state: State, person: PersonId) -> bool:
    """Whether somebody's line is open."""
    found = state.people.get(person)
    return found is not None and found.present and not found.left


def anybody_here_is(state: State, roles: tuple[Role, ...]) -> bool:
    """Whether one of these roles is taken by somebody who is here."""
    return any(role_of(state, person.id) in roles for person in here(state))
