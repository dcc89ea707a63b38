"""How the floor opens, passes and is mended. Every function gives the whole floor as it is afterwards."""

from __future__ import annotations

from msgspec.structs import replace

from kring.core.meetings.plan import PersonId
from kring.core.meetings.standing import (
    QUESTIONING,
    answerers,
    has_floor_to_give,
    is_here,
    is_speaker,
    running,
    seated,
    speakers,
)
from kring.core.meetings.state import State
from kring.core.meetings.turns import FloorNow
from kring.core.methods.method import Floor, Mode

_QUIET = Floor(mode=Mode.STILLNESS)


def opening(state: State) -> FloorNow:
    """The floor as the phase of this state begins."""
    if not has_floor_to_give(state):
        return FloorNow()
    able = speakers(state)
    match rules_now(state).mode:
        case Mode.ROUND_ROBIN:
            return round_from(state, 1)
        case Mode.MONOLOGUE if len(able) == 1:
            return FloorNow(holder=able[0])
        case Mode.INTERVIEW if len(able) == 1:
            return taken(state, FloorNow(), able[0])
        case _:
            return FloorNow(over=not able)


def round_from(state: State, number: int) -> FloorNow:
    """
    One round, everybody who is here once.

    It begins beside the presenter (or the facilitator where there is no case yet) and goes by seats, so that
    theirs is the last word. Each further round begins with the next person.
    """
    row = _row(state)
    last = row[-1:] if row and row[-1] == _anchor(state) else ()
    others = row[: len(row) - len(last)]
    if others and rules_now(state).order_rotates:
        turn = (number - 1) % len(others)
        others = others[turn:] + others[:turn]
    row = others + last
    if not row:
        return FloorNow(round=number, over=True)
    return FloorNow(holder=row[0], queue=row[1:], round=number)


def taken(state: State, floor: FloorNow, person: PersonId, to: PersonId | None = None) -> FloorNow:
    """Somebody begins to speak; where questions are asked, to whom."""
    queue = tuple(other for other in floor.queue if other != person)
    if rules_now(state).mode not in QUESTIONING or not is_speaker(state, person):
        return replace(floor, holder=person, queue=queue, over=False)
    again = floor.in_a_row + 1 if floor.asker == person else 1
    asked = to if to is not None else _only(answerers(state, person))
    return FloorNow(holder=person, queue=queue, asked=asked, asker=person, in_a_row=again)


def yielded(state: State, floor: FloorNow, to: PersonId | None = None) -> FloorNow:
    """The holder is done: on to who was asked, the next in the row, or the next hand."""
    rules, holder = rules_now(state), floor.holder
    done = (*floor.done, holder) if holder is not None and holder not in floor.done else floor.done
    if rules.mode is Mode.ROUND_ROBIN:
        return _next_in_row(state, replace(floor, holder=None, done=done))
    if rules.mode is Mode.MONOLOGUE:
        return _next_hand(state, FloorNow(queue=floor.queue, over=not floor.queue, done=done))
    if rules.mode in QUESTIONING and holder is not None and holder == floor.asker and holder != floor.asked:
        asked = to if to is not None else floor.asked
        if asked in answerers(state, holder):
            return replace(floor, holder=asked, asked=asked)
    free = _next_hand(state, replace(floor, holder=None, asked=None))
    able = speakers(state)
    if rules.mode is Mode.INTERVIEW and free.holder is None and len(able) == 1 and holder != able[0]:
        return taken(state, free, able[0])
    return free


def without(state: State, floor: FloorNow, person: PersonId) -> FloorNow:
    """Somebody's turn goes by, now or later in the row."""
    if floor.holder == person:
        asked = None if floor.asker == person else floor.asked
        return yielded(state, replace(floor, asker=None, asked=None) if asked is None else floor)
    done = floor.done
    if rules_now(state).mode is Mode.ROUND_ROBIN and person in floor.queue:
        done = (*done, person)
    return replace(floor, queue=tuple(other for other in floor.queue if other != person), done=done)


def given(state: State, floor: FloorNow, person: PersonId) -> FloorNow:
    """The facilitator gives the floor, whoever had it."""
    done = floor.done
    if rules_now(state).mode is Mode.ROUND_ROBIN and floor.holder is not None and floor.holder not in done:
        done = (*done, floor.holder)
    return taken(state, replace(floor, done=done), person)


def mended(state: State) -> FloorNow:
    """The floor of this state when somebody has come, left, or become somebody else."""
    floor = state.floor
    if not has_floor_to_give(state):
        return floor
    rules, able = rules_now(state), speakers(state)
    if rules.mode in (Mode.ROUND_ROBIN, Mode.MONOLOGUE) and floor.over:
        return floor if floor.done else opening(state)
    queue = tuple(person for person in floor.queue if is_speaker(state, person))
    if rules.mode is Mode.ROUND_ROBIN:
        been = {floor.holder, *queue, *floor.done}
        queue += tuple(person for person in _row(state) if person not in been)
    asked = floor.asked if floor.asked in answerers(state, floor.asker) else None
    floor = replace(floor, queue=queue, asked=asked, over=rules.mode is not Mode.ROUND_ROBIN and not able)
    holder = floor.holder
    if holder is None:
        return floor if rules.mode is Mode.ROUND_ROBIN else _next_hand(state, floor)
    if is_speaker(state, holder) or holder in answerers(state, floor.asker):
        return floor
    if rules.mode is Mode.MONOLOGUE:
        return opening(state)
    return yielded(state, replace(floor, asker=None if floor.asker == holder else floor.asker))


def has_asked_enough(state: State, person: PersonId) -> bool:
    """Whether somebody else who is here goes first, because this one has asked so often in a row."""
    most = rules_now(state).most_in_a_row
    return (
        most is not None
        and state.floor.asker == person
        and state.floor.in_a_row >= most
        and any(other != person for other in speakers(state))
    )


def rules_now(state: State) -> Floor:
    """How the floor is held in the phase of this state."""
    planned = running(state)
    return _QUIET if planned is None else planned.phase.floor


def _row(state: State) -> tuple[PersonId, ...]:
    able = speakers(state)
    anchor = state.people.get(_anchor(state) or PersonId(""))
    if anchor is None:
        return able
    later = tuple(person for person in able if state.people[person].seat > anchor.seat)
    return later + tuple(person for person in able if state.people[person].seat <= anchor.seat)


def _anchor(state: State) -> PersonId | None:
    planned = running(state)
    if planned is not None and planned.has_presenter and state.presenter is not None:
        return state.presenter
    return state.facilitator


def _next_in_row(state: State, floor: FloorNow) -> FloorNow:
    if floor.queue:
        return replace(floor, holder=floor.queue[0], queue=floor.queue[1:])
    if floor.round < rules_now(state).rounds and any(True for _ in seated(state)):
        return round_from(state, floor.round + 1)
    return replace(floor, over=True)


def _next_hand(state: State, floor: FloorNow) -> FloorNow:
    for person in floor.queue:
        if is_here(state, person) and not has_asked_enough(replace(state, floor=floor), person):
            return taken(state, floor, person)
    return floor


def _only(people: tuple[PersonId, ...]) -> PersonId | None:
    return people[0] if len(people) == 1 else None
