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
    able, rules = speakers(state), rules_now(state)
    if rules.goes_around:
        return round_from(state, FloorNow(round=0))
    match rules.mode:
        case Mode.MONOLOGUE if len(able) == 1:
            return FloorNow(holder=able[0])
        case Mode.INTERVIEW if len(able) == 1:
            return taken(state, FloorNow(), able[0])
        case _:
            return FloorNow(over=not able)


def round_from(state: State, floor: FloorNow) -> FloorNow:
    """
    The round after this floor's, everybody who is here once.

    It begins beside the presenter (or the facilitator where there is no case yet) and goes by seats, so that
    theirs is the last word. Each further round begins with the next person.
    """
    number, row = floor.round + 1, _row(state)
    last = row[-1:] if row and row[-1] == _anchor(state) else ()
    others = row[: len(row) - len(last)]
    if others and rules_now(state).order_rotates:
        turn = (number - 1) % len(others)
        others = others[turn:] + others[:turn]
    row = others + last
    fresh = FloorNow(round=number, questions=floor.questions)
    if not row:
        return replace(fresh, over=True)
    return taken(state, replace(fresh, queue=row[1:]), row[0])


def taken(state: State, floor: FloorNow, person: PersonId, to: PersonId | None = None) -> FloorNow:
    """Somebody begins to speak; where questions are asked, to whom."""
    rules, queue = rules_now(state), tuple(other for other in floor.queue if other != person)
    if rules.mode not in QUESTIONING or not is_speaker(state, person):
        return replace(floor, holder=person, queue=queue, over=False)
    again = floor.in_a_row + 1 if floor.asker == person else 1
    asked = to if to is not None else _only(answerers(state, person))
    counted = floor.questions if rules.most_questions is None else floor.questions + 1
    return replace(
        floor,
        holder=person,
        queue=queue,
        asked=asked,
        asker=person,
        in_a_row=again,
        questions=counted,
        over=False,
    )


def yielded(state: State, floor: FloorNow, to: PersonId | None = None) -> FloorNow:
    """The holder is done: on to who was asked, the next in the row, or the next hand."""
    rules, holder = rules_now(state), floor.holder
    if rules.mode in QUESTIONING and holder is not None and holder == floor.asker and holder != floor.asked:
        asked = to if to is not None else floor.asked
        if asked in answerers(state, holder):
            return replace(floor, holder=asked, asked=asked)
    if questions_are_up(state, floor):
        return replace(floor, holder=None, asked=None, queue=(), over=True)
    if rules.goes_around:
        return _next_in_row(state, floor)
    if rules.mode is Mode.MONOLOGUE:
        return _next_hand(state, FloorNow(queue=floor.queue, over=not floor.queue, done=_been(floor)))
    free = _next_hand(state, replace(floor, holder=None, asked=None))
    able = speakers(state)
    if rules.mode is Mode.INTERVIEW and free.holder is None and len(able) == 1 and holder != able[0]:
        return taken(state, free, able[0])
    return free


def without(state: State, floor: FloorNow, person: PersonId) -> FloorNow:
    """Somebody's turn goes by, now or later in the row. A question that isn't put after all doesn't count."""
    if floor.holder == person:
        if floor.asker != person:
            return yielded(state, floor)
        return yielded(state, replace(floor, asker=None, asked=None, questions=max(0, floor.questions - 1)))
    done = floor.done
    if rules_now(state).goes_around and person in floor.queue:
        done = (*done, person)
    return replace(floor, queue=tuple(other for other in floor.queue if other != person), done=done)


def given(state: State, floor: FloorNow, person: PersonId) -> FloorNow:
    """The facilitator gives the floor, whoever had it."""
    if rules_now(state).goes_around and is_speaker(state, person):
        floor = replace(floor, done=_been(floor))
    return taken(state, floor, person)


def mended(state: State) -> FloorNow:
    """The floor of this state when somebody has come, left, or become somebody else."""
    floor = state.floor
    if not has_floor_to_give(state):
        return floor
    rules, able = rules_now(state), speakers(state)
    around = rules.goes_around
    if questions_are_up(state, floor) and floor.holder is None:
        return floor
    if (around or rules.mode is Mode.MONOLOGUE) and floor.over:
        return floor if floor.done else opening(state)
    queue = tuple(person for person in floor.queue if is_speaker(state, person))
    if around:
        been = {floor.holder, floor.asker, *queue, *floor.done}
        queue += tuple(person for person in _row(state) if person not in been)
    asked = floor.asked if floor.asked in answerers(state, floor.asker) else None
    floor = replace(floor, queue=queue, asked=asked, over=not around and not able)
    holder = floor.holder
    if holder is None:
        return floor if around else _next_hand(state, floor)
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


def questions_are_up(state: State, floor: FloorNow) -> bool:
    """Whether all questions that the method allows in this phase have been put."""
    most = rules_now(state).most_questions
    return most is not None and floor.questions >= most


def rules_now(state: State) -> Floor:
    """How the floor is held in the phase of this state."""
    planned = running(state)
    return _QUIET if planned is None else planned.phase.floor


def _been(floor: FloorNow) -> tuple[PersonId, ...]:
    """Who has had a turn in this round once the turn of whoever speaks or asked is over."""
    person = floor.holder if floor.asker is None else floor.asker
    return floor.done if person is None or person in floor.done else (*floor.done, person)


def _row(state: State) -> tuple[PersonId, ...]:
    able = speakers(state)
    if rules_now(state).mode is Mode.ROLE_PLAY:  # the presenter acts along, without a turn of their own
        able = tuple(person for person in able if person != state.presenter)
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
    """Whoever asked may have one more question in the same turn; then it is the next one's."""
    rules, asker = rules_now(state), floor.asker
    follows_up = asker is not None and floor.in_a_row < (rules.most_in_a_row or 1)
    if asker is not None and follows_up and is_here(state, asker) and is_speaker(state, asker):
        return taken(state, floor, asker)
    floor = replace(floor, holder=None, asked=None, asker=None, in_a_row=0, done=_been(floor))
    if floor.queue:
        return taken(state, floor, floor.queue[0])
    if floor.round < rules.rounds and any(True for _ in seated(state)):
        return round_from(state, floor)
    return replace(floor, over=True)


def _next_hand(state: State, floor: FloorNow) -> FloorNow:
    for person in floor.queue:
        if is_here(state, person) and not has_asked_enough(replace(state, floor=floor), person):
            return taken(state, floor, person)
    return floor


def _only(people: tuple[PersonId, ...]) -> PersonId | None:
    return people[0] if len(people) == 1 else None
