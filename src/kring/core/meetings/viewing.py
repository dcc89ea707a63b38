"""What one person sees and may do now: the view, worked out from the state."""

from __future__ import annotations

from datetime import datetime

from kring.core.meetings.clocks import clock_words, remaining_seconds
from kring.core.meetings.deeds.leading import FEWEST
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import EntryId, PersonId
from kring.core.meetings.sight import may_read
from kring.core.meetings.standing import (
    QUESTIONING,
    awaited,
    counted,
    is_here,
    is_ready,
    is_written,
    role_of,
)
from kring.core.meetings.state import Person, Stage, State
from kring.core.meetings.transitions import offered
from kring.core.meetings.view import ClockWords, Now, View
from kring.core.meetings.writing import has_to_write, left_in, slots_now, slots_of
from kring.core.methods.method import CardKind, Mode, Phase, Place, Role


def view(state: State, person: PersonId, now: datetime) -> View:
    """Everything that one person's screen needs besides the cards' own texts."""
    moment = Moment(state, person, now)
    may = offered(moment)
    return View(
        role=_role_shown(state, person),
        now=_now(moment, frozenset(may)),
        floor=state.floor,
        may=may,
        slots=slots_now(state, person),
        cards=_cards(state, person),
        hidden_counts=_hidden_counts(state),
        clock=clock_words(state, now),
        remaining_seconds=remaining_seconds(state, now),
        presenter_turned_away=_presenter_is_apart(state),
        people_to_wait_for=_people_to_wait_for(state),
    )


def _role_shown(state: State, person: PersonId) -> Role | None:
    if state.stage is Stage.MEETING or state.facilitator == person:
        return role_of(state, person)
    return None


def _now(moment: Moment, may: frozenset[str]) -> Now:
    state, me, phase = moment.state, moment.me, moment.phase
    if state.stage is Stage.CLOSED or (me is not None and me.left):
        return Now.CLOSED
    if me is None or not me.introduced:
        return Now.INTRODUCE
    if not me.assented:
        return Now.ASSENT
    if me.circle is None and not moment.facilitates and "sit_with" in may:
        return Now.SIT
    if phase is None:
        return _before_the_start(moment, may)
    doing = _in_phase(moment, phase, me, may)
    return Now.MAY_TAKE_OVER if doing in _WAITING and "take_over" in may else doing


def _before_the_start(moment: Moment, may: frozenset[str]) -> Now:
    if "take_over" in may:
        return Now.MAY_TAKE_OVER
    if "start" in may:
        return Now.MAY_START
    waits = _people_to_wait_for(moment.state) or len(list(awaited(moment.state))) < FEWEST
    return Now.WAIT_FOR_OTHERS if waits else Now.WAIT_FOR_START


def _in_phase(moment: Moment, phase: Phase, me: Person, may: frozenset[str]) -> Now:
    """The first of these that holds, from what can't wait to what can."""
    state, mode = moment.state, phase.floor.mode
    if state.time_out_by is not None:
        return Now.TIME_OUT
    if state.paused:
        return Now.PAUSED
    apart = role_of(state, me.id) is Role.PRESENTER and phase.presenter_place
    if state.floor.holder == me.id and state.floor.asked == me.id:
        return Now.ANSWER
    if state.floor.holder == me.id:
        # questions have no last turn: whoever asks and leads stops when time is up
        asks_on = mode in QUESTIONING and _time_to_go_on(moment, phase, may)
        return Now.GO_ON if asks_on else Now.YOUR_TURN
    if apart in _APART or mode is Mode.STILLNESS:
        # a presenter who facilitates as well has to end the phase from outside
        if _time_to_go_on(moment, phase, may):
            return Now.GO_ON
        return _APART.get(apart, Now.STILL)
    if is_written(state):
        return _in_written_phase(moment, phase, me, may)
    return _in_spoken_phase(moment, phase, me, may)


def _in_written_phase(moment: Moment, phase: Phase, me: Person, may: frozenset[str]) -> Now:
    state = moment.state
    kind = _kind_to_write(state, me)
    if kind is not None:
        return _PICKING.get(kind, Now.WRITE)
    if _must_choose(moment, phase, may):
        return Now.CHOOSE
    if _time_to_go_on(moment, phase, may):
        return Now.GO_ON
    if slots_of(state, me.id):
        return Now.READY
    if "take_floor" in may:
        return Now.MAY_SPEAK
    return Now.LOOK if phase.floor.mode is Mode.REVEAL else Now.LISTEN


def _in_spoken_phase(moment: Moment, phase: Phase, me: Person, may: frozenset[str]) -> Now:
    state, floor = moment.state, moment.state.floor
    if _must_choose(moment, phase, may) and floor.holder is None:
        return Now.CHOOSE
    if _time_to_go_on(moment, phase, may):
        return Now.GO_ON
    if any(me.id in group for group in state.groups):
        return Now.IN_GROUP
    if phase.parts and me.part is not None:
        return Now.PLAY
    if floor.asked == me.id or floor.queue[:1] == (me.id,):
        return Now.NEXT_UP
    if "take_floor" in may:
        return Now.MAY_SPEAK
    return Now.LISTEN


def _kind_to_write(state: State, me: Person) -> CardKind | None:
    """What is written first of what this person still has to write, or to say that they are ready with."""
    if not has_to_write(state, me.id):
        return None
    slots = slots_of(state, me.id)
    return next((slot.kind for slot in slots if left_in(state, me.id, slot)), slots[0].kind)


def _must_choose(moment: Moment, phase: Phase, may: frozenset[str]) -> bool:
    planned = moment.planned
    case_needed = phase.chooses_presenter or (planned is not None and planned.of_method)
    return case_needed and moment.state.presenter is None and "choose_presenter" in may


def _time_to_go_on(moment: Moment, phase: Phase, may: frozenset[str]) -> bool:
    """Whether this person goes on now: every turn has been, everybody is ready, or time is up."""
    if "next" not in may:
        return False
    state = moment.state
    up = clock_words(state, moment.now) is ClockWords.UP
    if is_written(state) and phase.writing:
        return up or not any(has_to_write(state, person.id) for person in counted(state))
    return up or state.floor.over


def _people_to_wait_for(state: State) -> tuple[PersonId, ...]:
    """Before the start: who still has to agree. Then: who still writes, or has the floor without being here."""
    if state.stage is Stage.GATHERING:
        return tuple(person.id for person in awaited(state) if not is_ready(person))
    if state.stage is Stage.CLOSED or not 0 <= state.phase < len(state.plan.phases):
        return ()
    holder = state.floor.holder
    if is_written(state):
        return tuple(person.id for person in counted(state) if has_to_write(state, person.id))
    return (holder,) if holder is not None and not is_here(state, holder) else ()


def _cards(state: State, person: PersonId) -> tuple[EntryId, ...]:
    """
    The cards on this person's table, in order of writing.

    Nothing before they agreed to the ground rules; and a presenter who is out of the room doesn't see what is
    written meanwhile, as they don't hear what is said.
    """
    me = state.people.get(person)
    if me is None or not me.assented:
        return ()
    out = _is_out(state, person)
    return tuple(
        entry.id
        for entry in state.entries.values()
        if may_read(state, entry, person) and not (out and entry.phase == state.phase and entry.by != person)
    )


def _is_out(state: State, person: PersonId) -> bool:
    return _presenter_place(state) is Place.OUT_OF_ROOM and role_of(state, person) is Role.PRESENTER


def _hidden_counts(state: State) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in state.entries.values():
        if entry.hidden and not entry.withdrawn:
            counts[entry.slot] = counts.get(entry.slot, 0) + 1
    return counts


def _presenter_is_apart(state: State) -> bool:
    place = _presenter_place(state)
    return place is not None and place is not Place.IN_THE_CIRCLE


def _presenter_place(state: State) -> Place | None:
    if state.stage is not Stage.MEETING or state.presenter is None:
        return None
    planned = state.plan.phases[state.phase]
    return planned.phase.presenter_place if planned.has_presenter else None


_PICKING = {CardKind.BALLOT: Now.VOTE, CardKind.CHOICE: Now.VOTE, CardKind.RATING: Now.RATE}
_APART: dict[object, Now] = {Place.OUT_OF_ROOM: Now.OUT_OF_ROOM, Place.LISTENING_ONLY: Now.TURNED_AWAY}
_WAITING = frozenset(
    {
        Now.LISTEN,
        Now.READY,
        Now.NEXT_UP,
        Now.LOOK,
        Now.STILL,
        Now.PAUSED,
        Now.MAY_SPEAK,
        Now.IN_GROUP,
        Now.PLAY,
    }
)
