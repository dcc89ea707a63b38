"""Leading the meeting: from phase to phase, the clock, and whose case it is."""

from __future__ import annotations

from typing import TypeAlias

from msgspec.structs import replace

from kring.core.meetings import commands as asked, events as happened
from kring.core.meetings.by_circle import heaps, sits_by_circle
from kring.core.meetings.cases import at_phase, case_at, has_declined
from kring.core.meetings.deeds.presence import Deed, with_repairs
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.evolving import evolve
from kring.core.meetings.floor import opening
from kring.core.meetings.groups import divided
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import EntryId, Pace, PersonId
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.standing import awaited, counted, has_floor_to_give, is_ready, seated
from kring.core.meetings.state import Entry, Stage, State, slot_of
from kring.core.meetings.turns import FacilitationHow, FloorHow, FloorNow, PhaseHow
from kring.core.methods.method import CardKind, Phase, ShownTo

Events: TypeAlias = tuple[AnyEvent, ...]

FEWEST = 2  # alone one can practise with companions, but they are people to the engine
DAY = 24 * 60 * 60
MOST_TIME = {Pace.LIVE: 60 * 60, Pace.DAYS: 10 * DAY}  # seconds at a time; more is a slip of the finger
LEAST_TIME = {Pace.LIVE: 1, Pace.DAYS: 60 * 60}


def starting_is_possible(moment: Moment) -> Refusal | None:
    """
    Rule 3: everybody who is here has agreed to the ground rules before the first case.

    A hall without a case needs as many as its plan says, its facilitator among them.
    """
    people = list(awaited(moment.state))
    if len(people) < FEWEST:
        return Refusal(Code.TOO_FEW)
    if moment.me is None or not is_ready(moment.me):
        return Refusal(Code.NOT_ASSENTED)
    ready, (part, whole) = sum(is_ready(person) for person in people), moment.state.plan.starts_with
    missing = -(-len(people) * part // whole) - ready
    return Refusal(Code.WAIT_FOR_ASSENT, {"waiting": missing}) if missing > 0 else None


def start(moment: Moment, command: asked.Start) -> Deed:
    """Begin with the first phase."""
    started: AnyEvent = happened.Started(by=moment.by)
    state = replace(moment.state, stage=Stage.MEETING)
    return (started, *_entering(state, moment.by, 0, PhaseHow.NEXT))


def going_on_is_possible(moment: Moment) -> Refusal | None:
    """A role that ends the phase; and first a presenter is chosen, where there is one to choose."""
    phase = moment.phase
    if phase is None or not (_may_end(moment, phase) or moment.deadline_has_passed()):
        return Refusal(Code.NOT_YOUR_DECISION)
    if phase.chooses_presenter and moment.state.presenter is None and candidates(moment.state):
        return Refusal(Code.NO_PRESENTER_YET)
    return None


def go_on(moment: Moment, command: asked.Next) -> Deed:
    """On to the next phase, to the next presenter, or to the end."""
    state, phase = moment.state, moment.phase
    if phase is None or command.from_phase != state.phase:
        return _already_moved(state)
    if phase.next_presenter is not None and not command.no_more_cases:
        following, target = next_presenter(state), _index_of(state, phase.next_presenter.to)
        if following is not None and target is not None:
            return _with_the_next(moment, following, target)
    target = state.phase + 1
    off = _parts_off(moment, target)
    if target >= len(state.plan.phases):
        return (*off, happened.Closed(by=moment.by))
    return (*off, *_entering(state, moment.by, target, PhaseHow.NEXT))


def _with_the_next(moment: Moment, following: PersonId, target: int) -> Events:
    """Begin again with the next presenter. Nobody leads their own case: whoever has just presented leads it."""
    state, by = moment.state, moment.by
    events: Events = _parts_off(moment, target)
    if following == state.facilitator:
        leads = _leads_instead(state)
        handed = happened.FacilitationPassed(by=by, to=leads, how=FacilitationHow.HANDED_OVER)
        state, events = replace(state, facilitator=leads), (*events, handed)
    state = replace(state, presenter=following, passage=state.passage + 1)
    chosen = happened.PresenterChosen(by=by, person=following)
    return (*events, chosen, *_entering(state, by, target, PhaseHow.ROTATION))


def going_back_is_possible(moment: Moment) -> Refusal | None:
    """Not in the first phase."""
    return None if moment.state.phase > 0 else Refusal(Code.FIRST_PHASE)


def go_back(moment: Moment, command: asked.Back) -> Deed:
    """Return to the phase before."""
    if command.from_phase != moment.state.phase:
        return _already_moved(moment.state)
    target = moment.state.phase - 1
    return (*_parts_off(moment, target), *_entering(moment.state, moment.by, target, PhaseHow.BACK))


def looping_is_possible(moment: Moment) -> Refusal | None:
    """Where the method says so, by whom it says so and as often as it says so."""
    phase = moment.phase
    if phase is None or phase.loop is None or _index_of(moment.state, phase.loop.to) is None:
        return Refusal(Code.NO_LOOP)
    if not moment.decides(phase.loop.decided_by):
        return Refusal(Code.NOT_YOUR_DECISION)
    if moment.state.loops.get(moment.state.phase, 0) >= phase.loop.most:
        return Refusal(Code.LOOPED_ENOUGH, {"most": phase.loop.most})
    return None


def loop(moment: Moment, command: asked.Loop) -> Deed:
    """Go round once more."""
    state, phase = moment.state, moment.phase
    if command.from_phase != state.phase or phase is None or phase.loop is None:
        return _already_moved(state)
    target = _index_of(state, phase.loop.to)
    if target is None:
        return Refusal(Code.NO_LOOP)
    off = _parts_off(moment, target)
    state = replace(state, passage=state.passage + 1)
    return (*off, *_entering(state, moment.by, target, PhaseHow.LOOP))


def giving_time_is_possible(moment: Moment) -> Refusal | None:
    """A role that may extend the phase."""
    phase = moment.phase
    able = phase is not None and moment.decides(phase.extend_by)
    return None if able else Refusal(Code.NOT_YOUR_DECISION)


def give_time(moment: Moment, command: asked.GiveTime) -> Deed:
    """More time for this phase."""
    pace = moment.state.plan.pace
    if not LEAST_TIME[pace] <= command.seconds <= MOST_TIME[pace]:
        return Refusal(Code.NO_SUCH_TIME, {"least": LEAST_TIME[pace], "most": MOST_TIME[pace]})
    return (happened.TimeGiven(by=moment.by, seconds=command.seconds),)


def pause(moment: Moment, command: asked.Pause) -> Deed:
    """Stop the clock."""
    return (happened.Paused(by=moment.by),)


def resuming_is_possible(moment: Moment) -> Refusal | None:
    """In a pause."""
    return None if moment.state.paused else Refusal(Code.NOT_PAUSED)


def resume(moment: Moment, command: asked.Resume) -> Deed:
    """Let the clock run again."""
    return (happened.Resumed(by=moment.by),)


def choosing_is_possible(moment: Moment) -> Refusal | None:
    """There is somebody else whose case it could be."""
    others = [person for person in candidates(moment.state) if person != moment.state.presenter]
    return None if others else Refusal(Code.NOBODY_TO_CHOOSE)


def choose_presenter(moment: Moment, command: asked.ChoosePresenter) -> Deed:
    """Choose or swap whose case it is. Nobody who declined can be chosen."""
    state, person = moment.state, moment.state.people.get(command.person)
    if person is not None and has_declined(state, person):
        return Refusal(Code.HAS_DECLINED)
    if command.person not in candidates(state):
        return Refusal(Code.NO_SUCH_PERSON)
    if command.person == state.presenter and command.entry == state.chosen:
        return Refusal(Code.NOBODY_TO_CHOOSE)
    if command.entry is not None and not _is_offer(state, command.entry, command.person):
        return Refusal(Code.NO_SUCH_ENTRY)
    chosen = happened.PresenterChosen(by=moment.by, person=command.person, entry=command.entry)
    return _with_floor_anew(moment, chosen)


def close_meeting(moment: Moment, command: asked.CloseMeeting) -> Deed:
    """End the meeting here."""
    return (happened.Closed(by=moment.by),)


def candidates(state: State) -> tuple[PersonId, ...]:
    """Whose case it could be: everybody who is here, agreed to the ground rules and didn't decline."""
    return tuple(
        person.id for person in counted(state) if person.assented and not has_declined(state, person)
    )


def _may_end(moment: Moment, phase: Phase) -> bool:
    return moment.decides(phase.end_by) or (moment.facilitates and moment.state.plan.pace is Pace.DAYS)


def _entering(state: State, by: PersonId, target: int, how: PhaseHow) -> Events:
    planned = state.plan.phases[target]
    brought, others = at_phase(state, target)
    setting = replace(
        state,
        phase=target,
        floor=FloorNow(),
        groups=(),
        presenter=brought.presenter,
        chosen=brought.chosen,
        other_cases=others,
    )
    entered = happened.PhaseEntered(
        by=by,
        phase=target,
        seconds=planned.seconds,
        how=how,
        floor=opening(setting),
        groups=divided(setting),
    )
    shown = _to_reveal(state, planned.phase)
    events: Events = (entered, happened.Revealed(by=by, entries=shown)) if shown else (entered,)
    if not sits_by_circle(setting):
        return events
    return (*events, happened.SortedByCircle(by=by, heaps=heaps(_with_shown(setting, shown))))


def _with_shown(state: State, shown: tuple[EntryId, ...]) -> State:
    turned = {entry: replace(state.entries[entry], hidden=False) for entry in shown}
    return replace(state, entries={**state.entries, **turned})


def _to_reveal(state: State, phase: Phase) -> tuple[EntryId, ...]:
    """Named entries in order of writing; of the others not even the order may tell whose they are."""
    hidden = [
        entry
        for entry in state.entries.values()
        if entry.hidden and not entry.withdrawn and entry.slot in phase.reveals
    ]
    named = [entry.id for entry in hidden if slot_of(state.plan, entry).named]
    unnamed = [entry.id for entry in hidden if not slot_of(state.plan, entry).named]
    return (*named, *sorted(unnamed))


def _parts_off(moment: Moment, target: int) -> Events:
    """Nobody carries a part out of the phase that takes them off, nor out of the method."""
    state, phases = moment.state, moment.state.plan.phases
    now = phases[state.phase]
    leaves_block = target >= len(phases) or phases[target].block != now.block
    if not (now.phase.takes_off_parts or leaves_block):
        return ()
    players = tuple(person.id for person in seated(state) if person.part is not None)
    return (happened.PartsTakenOff(by=moment.by, people=players),) if players else ()


def next_presenter(state: State) -> PersonId | None:
    """
    By seats from the presenter on, whoever is here and hasn't had a turn; observers watch.

    The facilitator comes last, for they have to hand over first (rule 5), and only where somebody can take over.
    """
    way = state.plan.phases[state.phase].phase.next_presenter
    case = case_at(state.plan, state.phase)
    been = sum(person.presented_in == case for person in state.people.values())
    if way is None or (way.presenters is not None and been >= way.presenters):
        return None
    waiting = [
        person
        for person in counted(state)
        if person.assented and not (person.observer or case in (person.presented_in, *person.declined_in))
    ]
    others = [person for person in waiting if person.id != state.facilitator]
    if not others:
        return waiting[0].id if waiting and _leads_instead(state) != waiting[0].id else None
    now = state.people.get(state.presenter) if state.presenter is not None else None
    seat = -1 if now is None else now.seat
    later = [person for person in others if person.seat > seat]
    return (later or others)[0].id


def _leads_instead(state: State) -> PersonId:
    """Who leads while the facilitator presents: whoever presented just now, or else whoever is here."""
    able = [person.id for person in counted(state) if person.assented and person.id != state.facilitator]
    if state.presenter in able:
        return state.presenter
    return able[0] if able else state.facilitator or PersonId("")


def _index_of(state: State, phase_id: str) -> int | None:
    """The phase by that id in the same block, at or before this one."""
    phases, block = state.plan.phases, state.plan.phases[state.phase].block
    for index in range(state.phase, -1, -1):
        if phases[index].block == block and phases[index].phase.id == phase_id:
            return index
    return None


def _is_offer(state: State, entry: EntryId, person: PersonId) -> bool:
    found: Entry | None = state.entries.get(entry)
    return (
        found is not None
        and found.by == person
        and not found.withdrawn
        and slot_of(state.plan, found).kind is CardKind.OFFER
        and slot_of(state.plan, found).shown_to is ShownTo.GROUP
    )


def _with_floor_anew(moment: Moment, chosen: AnyEvent) -> Events:
    """Once a case is worked on, another presenter means that the phase's turns begin anew."""
    after = evolve(moment.state, chosen, moment.now)
    planned = moment.planned
    if planned is None or not planned.has_presenter:
        return (chosen,)
    if has_floor_to_give(after):
        floor = opening(after)
        passed: AnyEvent = happened.FloorPassed(by=moment.by, how=FloorHow.GIVEN, floor=floor)
        return (chosen, passed) if floor != after.floor else (chosen,)
    return with_repairs(moment.state, (chosen,), moment.now)


def _already_moved(state: State) -> Refusal:
    return Refusal(Code.ALREADY_MOVED, {"phase": state.phase})
