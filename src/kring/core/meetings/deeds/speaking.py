"""Taking, asking for, passing and giving the floor, and playing a part."""

from __future__ import annotations

from msgspec.structs import replace

from kring.core.meetings import commands as asked, events as happened
from kring.core.meetings.deeds.presence import Deed
from kring.core.meetings.floor import (
    given,
    has_asked_enough,
    questions_are_up,
    rules_now,
    taken,
    without,
    yielded,
)
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import PersonId
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.standing import (
    answerers,
    has_floor_to_give,
    is_silent,
    is_speaker,
    may_be_heard,
    role_of,
    running,
    seated,
)
from kring.core.meetings.state import State
from kring.core.meetings.turns import FloorHow, FloorNow
from kring.core.methods.method import Floor, Mode, Role


def raising_is_possible(moment: Moment) -> Refusal | None:
    """A speaker whose hand isn't up, while somebody else has the floor."""
    refusal = _cannot_speak(moment)
    if refusal is not None:
        return refusal
    floor = moment.state.floor
    if rules_now(moment.state).goes_around:
        return Refusal(Code.IN_TURN)
    if floor.holder == moment.by:
        return Refusal(Code.HAS_FLOOR)
    if moment.by in floor.queue:
        return Refusal(Code.HAND_IS_UP)
    if floor.holder is None and not has_asked_enough(moment.state, moment.by):
        return Refusal(Code.FLOOR_IS_FREE)
    return None


def raise_hand(moment: Moment, command: asked.RaiseHand) -> Deed:
    """Join the queue for the floor."""
    floor = moment.state.floor
    return _passed(moment, FloorHow.QUEUED, replace(floor, queue=(*floor.queue, moment.by)))


def lowering_is_possible(moment: Moment) -> Refusal | None:
    """Whoever has a hand up."""
    if rules_now(moment.state).goes_around:
        return Refusal(Code.IN_TURN)
    return None if moment.by in moment.state.floor.queue else Refusal(Code.NO_HAND_UP)


def lower_hand(moment: Moment, command: asked.LowerHand) -> Deed:
    """Leave the queue."""
    return _passed(moment, FloorHow.QUEUED, without(moment.state, moment.state.floor, moment.by))


def taking_is_possible(moment: Moment) -> Refusal | None:
    """A speaker, where the floor is free and doesn't go around."""
    refusal = _cannot_speak(moment)
    if refusal is not None:
        return refusal
    rules, floor = rules_now(moment.state), moment.state.floor
    if rules.goes_around:
        return Refusal(Code.IN_TURN)
    if floor.holder == moment.by:
        return Refusal(Code.HAS_FLOOR)
    if floor.holder is not None:
        return Refusal(Code.FLOOR_IS_HELD)
    if has_asked_enough(moment.state, moment.by):
        return Refusal(Code.OTHERS_FIRST, {"most": rules.most_in_a_row or 0})
    return None


def take_floor(moment: Moment, command: asked.TakeFloor) -> Deed:
    """Begin to speak, where questions are asked to whom."""
    if command.to is not None and command.to not in answerers(moment.state, moment.by):
        return Refusal(Code.NO_SUCH_PERSON)
    return _passed(moment, FloorHow.TAKEN, taken(moment.state, moment.state.floor, moment.by, command.to))


def yielding_is_possible(moment: Moment) -> Refusal | None:
    """The holder."""
    return None if moment.state.floor.holder == moment.by else Refusal(Code.NOT_YOUR_TURN)


def yield_floor(moment: Moment, command: asked.YieldFloor) -> Deed:
    """Be done; the floor goes to who was asked, the next in the row or the next hand."""
    if command.to is not None and command.to not in answerers(moment.state, moment.by):
        return Refusal(Code.NO_SUCH_PERSON)
    return _passed(moment, FloorHow.YIELDED, yielded(moment.state, moment.state.floor, command.to))


def passing_is_possible(moment: Moment) -> Refusal | None:
    """The holder, or whoever has a turn to come, unless the method asks for every turn."""
    rules, floor = rules_now(moment.state), moment.state.floor
    in_row = rules.goes_around and moment.by in floor.queue
    if floor.holder != moment.by and not in_row:
        return Refusal(Code.NOT_YOUR_TURN)
    return None if rules.may_pass else Refusal(Code.NO_PASSING)


def pass_by(moment: Moment, command: asked.Pass) -> Deed:
    """Let a turn go by."""
    return _passed(moment, FloorHow.PASSED, without(moment.state, moment.state.floor, moment.by))


def giving_is_possible(moment: Moment) -> Refusal | None:
    """There must be a floor, and somebody else to give it to."""
    if not has_floor_to_give(moment.state):
        return Refusal(Code.NOBODY_HAS_FLOOR)
    return None if who_may_get_floor(moment.state) else Refusal(Code.NOT_A_SPEAKER)


def give_floor(moment: Moment, command: asked.GiveFloor) -> Deed:
    """Give somebody the floor: on a shared screen the tap on a person."""
    if command.to not in who_may_get_floor(moment.state):
        return Refusal(Code.NOT_A_SPEAKER)
    return _passed(moment, FloorHow.GIVEN, given(moment.state, moment.state.floor, command.to))


def skipping_is_possible(moment: Moment) -> Refusal | None:
    """Somebody must have the floor or be in the row."""
    floor = moment.state.floor
    return Refusal(Code.NOBODY_TO_SKIP) if floor.holder is None and not floor.queue else None


def skip(moment: Moment, command: asked.Skip) -> Deed:
    """Let the turn of somebody who isn't there go by."""
    floor = moment.state.floor
    if command.person != floor.holder and command.person not in floor.queue:
        return Refusal(Code.NOBODY_TO_SKIP)
    return _passed(moment, FloorHow.SKIPPED, without(moment.state, floor, command.person))


def playing_is_possible(moment: Moment) -> Refusal | None:
    """In a role play a speaker, in an interview whoever answers; and a part is free."""
    phase = moment.phase
    if phase is None or not phase.parts:
        return Refusal(Code.NO_PARTS)
    if not may_be_heard(moment.state, moment.by):
        return Refusal(Code.MUST_BE_SILENT)
    if role_of(moment.state, moment.by) not in who_plays(phase.floor):
        return Refusal(Code.NOT_A_SPEAKER)
    return None if free_parts(moment.state) else Refusal(Code.NO_PARTS)


def take_part(moment: Moment, command: asked.TakePart) -> Deed:
    """Take a part on, instead of another if they had one."""
    if command.part not in free_parts(moment.state):
        return Refusal(Code.PART_IS_TAKEN)
    return (happened.PartTaken(by=moment.by, part=command.part),)


def stepping_out_is_possible(moment: Moment) -> Refusal | None:
    """Whoever plays a part."""
    return None if moment.me is not None and moment.me.part is not None else Refusal(Code.PLAYS_NO_PART)


def take_off_part(moment: Moment, command: asked.TakeOffPart) -> Deed:
    """Step out of it."""
    return (happened.PartsTakenOff(by=moment.by, people=(moment.by,)),)


def who_may_get_floor(state: State) -> tuple[PersonId, ...]:
    """Whom the facilitator may give the floor: other speakers, and whoever answers."""
    asked_of = answerers(state, state.floor.asker)
    return tuple(
        person.id
        for person in seated(state)
        if person.id != state.floor.holder and (is_speaker(state, person.id) or person.id in asked_of)
    )


def free_parts(state: State) -> tuple[str, ...]:
    """The parts that nobody plays yet; where turns go around, one after another may play the same."""
    planned = running(state)
    if planned is not None and planned.phase.floor.in_turn:
        return tuple(part.id for part in planned.phase.parts)
    taken_by = {person.part for person in seated(state)}
    return tuple(part.id for part in planned.phase.parts if part.id not in taken_by) if planned else ()


def who_plays(floor: Floor) -> tuple[Role, ...]:
    """Who takes on the parts of a phase."""
    if floor.mode is Mode.INTERVIEW and floor.answered_by is not None:
        return (floor.answered_by,)
    return floor.speakers


def _cannot_speak(moment: Moment) -> Refusal | None:
    state, phase, me = moment.state, moment.phase, moment.me
    if phase is None or not has_floor_to_give(state):
        return Refusal(Code.NOBODY_HAS_FLOOR)
    if is_silent(state, moment.by):
        return Refusal(Code.MUST_BE_SILENT)
    if not is_speaker(state, moment.by):
        return Refusal(Code.NOT_A_SPEAKER)
    playing = phase.floor.mode is Mode.ROLE_PLAY and bool(phase.parts)
    if playing and (me is None or me.part is None):
        return Refusal(Code.NEEDS_A_PART)
    if questions_are_up(state, state.floor):
        return Refusal(Code.ENOUGH_QUESTIONS, {"most": phase.floor.most_questions or 0})
    return None


def _passed(moment: Moment, how: FloorHow, floor: FloorNow) -> Deed:
    return (happened.FloorPassed(by=moment.by, how=how, floor=floor),)
