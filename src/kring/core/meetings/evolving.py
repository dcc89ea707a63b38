"""What each event makes of the meeting: `evolve` one, `replay` many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from kring.core.meetings import events as happened
from kring.core.meetings.cases import at_phase, case_at
from kring.core.meetings.counting import change, go_on, set_floor, stop_clock, stop_counting
from kring.core.meetings.drafting import Draft, freeze, thaw
from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.plan import PersonId, Plan
from kring.core.meetings.state import STAND_IN, Clock, Entry, Person, Stage, State, slot_of
from kring.core.meetings.turns import Card, FloorNow, PhaseHow


def evolve(state: State, event: AnyEvent, at: datetime) -> State:
    """The state after one more event."""
    draft = thaw(state)
    _apply(draft, event, at)
    seen = state.seen_commands
    if event.command:
        seen = {**seen, event.by: seen.get(event.by, frozenset()) | {event.command}}
    return freeze(draft, seen)


def replay(plan: Plan, numbered_events: Iterable[Numbered]) -> State:
    """The state that all these events add up to."""
    draft = thaw(State(plan=plan))
    seen: dict[PersonId, set[str]] = {}
    for numbered in numbered_events:
        event = numbered.event
        _apply(draft, event, numbered.at)
        if event.command:
            seen.setdefault(event.by, set()).add(event.command)
    return freeze(draft, {person: frozenset(ids) for person, ids in seen.items()})


def replaying(plan: Plan, numbered_events: Iterable[Numbered]) -> Iterator[tuple[Numbered, Draft]]:
    """Each event with what it has made of the meeting. It is the same draft every time: look, and let go."""
    draft = thaw(State(plan=plan))
    for numbered in numbered_events:
        _apply(draft, numbered.event, numbered.at)
        yield numbered, draft


def _apply(draft: Draft, event: AnyEvent, at: datetime) -> None:
    draft.number += 1
    _EFFECTS[type(event)](draft, event, at)


def _joined(draft: Draft, event: happened.Joined, at: datetime) -> None:
    draft.people[event.by] = Person(id=event.by, seat=len(draft.people))


def _came_back(draft: Draft, event: happened.CameBack, at: datetime) -> None:
    change(draft, event.by, present=True, away_since=None)


def _went_away(draft: Draft, event: happened.WentAway, at: datetime) -> None:
    change(draft, event.by, present=False, away_since=at)


def _left(draft: Draft, event: happened.Left, at: datetime) -> None:
    change(draft, event.by, present=False, left=True, away_since=at, part=None)
    draft.break_asked_by = tuple(person for person in draft.break_asked_by if person != event.by)
    if draft.presenter == event.by:
        draft.presenter = draft.chosen = None


def _introduced(draft: Draft, event: happened.Introduced, at: datetime) -> None:
    change(draft, event.by, introduced=event.text)


def _assented(draft: Draft, event: happened.Assented, at: datetime) -> None:
    change(draft, event.by, assented=True)
    for card in event.cards:
        entry = draft.entries[card.entry]
        draft.entries[card.entry] = replace(entry, text=card.text, revision=card.revision)


def _started(draft: Draft, event: happened.Started, at: datetime) -> None:
    draft.stage = Stage.MEETING


def _phase_entered(draft: Draft, event: happened.PhaseEntered, at: datetime) -> None:
    if event.how is PhaseHow.LOOP:
        draft.loops[draft.phase] = draft.loops.get(draft.phase, 0) + 1
    if event.how in (PhaseHow.LOOP, PhaseHow.ROTATION):
        draft.passage += 1
    stop_counting(draft, at)
    brought, draft.other_cases = at_phase(draft, event.phase)
    draft.presenter, draft.chosen = brought.presenter, brought.chosen
    draft.phase = event.phase
    draft.groups = event.groups
    draft.clock = Clock(started=at, seconds=event.seconds)
    draft.paused, draft.time_out_by, draft.break_asked_by = False, None, ()
    draft.floor = FloorNow()
    for person in [person for person in draft.people.values() if person.finished]:
        draft.people[person.id] = replace(person, finished=False)
    _note_presenter(draft)
    set_floor(draft, event.floor, at)


def _groups_made(draft: Draft, event: happened.GroupsMade, at: datetime) -> None:
    draft.groups = event.groups


def _floor_passed(draft: Draft, event: happened.FloorPassed, at: datetime) -> None:
    set_floor(draft, event.floor, at)


def _contributed(draft: Draft, event: happened.Contributed, at: datetime) -> None:
    draft.entries[event.entry] = Entry(
        id=event.entry,
        by=event.by,
        slot=event.slot,
        phase=event.phase,
        text=event.text,
        about=event.about,
        hidden=event.hidden,
        number=draft.number,
        passage=draft.passage,
        presenter=draft.presenter,
    )


def _changed(draft: Draft, event: happened.Changed, at: datetime) -> None:
    entry = draft.entries[event.entry]
    draft.entries[event.entry] = replace(entry, revision=event.revision, text=event.text)


def _withdrawn(draft: Draft, event: happened.Withdrawn, at: datetime) -> None:
    draft.entries[event.entry] = replace(draft.entries[event.entry], withdrawn=True, text="")


def _revealed(draft: Draft, event: happened.Revealed, at: datetime) -> None:
    """
    Turn the cards over. Those without a name are laid down anew, in the order of the event: the order in which
    they were written would tell whose they are.
    """
    cards = {card.entry: card for card in event.cards}
    for entry_id in event.entries:
        entry, card = draft.entries.get(entry_id), cards.get(entry_id)
        if entry_id.startswith(STAND_IN):
            draft.entries.pop(entry_id, None)
        elif entry is None and card is not None:
            draft.entries[entry_id] = _laid_down(card)
        elif entry is not None:
            shown = replace(entry, hidden=False)
            if card is not None:
                shown = replace(shown, text=card.text, revision=card.revision)
            if not slot_of(draft.plan, entry).named:
                del draft.entries[entry_id]
            draft.entries[entry_id] = shown


def _laid_down(card: Card) -> Entry:
    return Entry(
        id=card.entry,
        by=card.by or PersonId(""),
        slot=card.slot,
        phase=card.phase,
        text=card.text,
        revision=card.revision,
        about=card.about,
        presenter=card.presenter,
    )


def _finished(draft: Draft, event: happened.Finished, at: datetime) -> None:
    change(draft, event.by, finished=True)


def _unfinished(draft: Draft, event: happened.Unfinished, at: datetime) -> None:
    change(draft, event.by, finished=False)


def _declined(draft: Draft, event: happened.Declined, at: datetime) -> None:
    declined = draft.people[event.by].declined_in
    change(draft, event.by, declined_in=(*declined, case_at(draft.plan, draft.phase)))
    if draft.presenter == event.by:
        draft.presenter = draft.chosen = None


def _presenter_chosen(draft: Draft, event: happened.PresenterChosen, at: datetime) -> None:
    draft.presenter, draft.chosen = event.person, event.entry
    change(draft, event.person, observer=False)
    _note_presenter(draft)


def _facilitation_passed(draft: Draft, event: happened.FacilitationPassed, at: datetime) -> None:
    draft.facilitator = event.to
    change(draft, event.to, observer=False)


def _observer_changed(draft: Draft, event: happened.ObserverChanged, at: datetime) -> None:
    change(draft, event.by, observer=event.on)


def _sat_with(draft: Draft, event: happened.SatWith, at: datetime) -> None:
    change(draft, event.by, circle=event.circle)


def _sorted_by_circle(draft: Draft, event: happened.SortedByCircle, at: datetime) -> None:
    draft.heaps = event.heaps


def _time_given(draft: Draft, event: happened.TimeGiven, at: datetime) -> None:
    if draft.clock is not None:
        draft.clock = replace(draft.clock, seconds=draft.clock.seconds + event.seconds)


def _paused(draft: Draft, event: happened.Paused, at: datetime) -> None:
    draft.paused, draft.break_asked_by = True, ()
    stop_clock(draft, at)


def _resumed(draft: Draft, event: happened.Resumed, at: datetime) -> None:
    draft.paused = False
    go_on(draft, at)


def _time_out_called(draft: Draft, event: happened.TimeOutCalled, at: datetime) -> None:
    draft.time_out_by = event.by
    stop_clock(draft, at)


def _time_out_ended(draft: Draft, event: happened.TimeOutEnded, at: datetime) -> None:
    draft.time_out_by = None
    go_on(draft, at)


def _break_asked(draft: Draft, event: happened.BreakAsked, at: datetime) -> None:
    draft.break_asked_by = (*draft.break_asked_by, event.by)


def _part_taken(draft: Draft, event: happened.PartTaken, at: datetime) -> None:
    change(draft, event.by, part=event.part)


def _parts_taken_off(draft: Draft, event: happened.PartsTakenOff, at: datetime) -> None:
    for person in event.people:
        change(draft, person, part=None)


def _closed(draft: Draft, event: happened.Closed, at: datetime) -> None:
    stop_counting(draft, at)
    draft.stage = Stage.CLOSED
    draft.floor, draft.groups, draft.clock = FloorNow(), (), None
    draft.paused, draft.time_out_by = False, None


def _note_presenter(draft: Draft) -> None:
    """From the moment that a case is worked on, it counts as presented."""
    if draft.presenter is not None and draft.phase >= 0 and draft.plan.phases[draft.phase].of_method:
        change(draft, draft.presenter, presented_in=case_at(draft.plan, draft.phase))


_EFFECTS: dict[type[AnyEvent], Callable[..., None]] = {
    happened.Joined: _joined,
    happened.CameBack: _came_back,
    happened.WentAway: _went_away,
    happened.Left: _left,
    happened.Introduced: _introduced,
    happened.Assented: _assented,
    happened.Started: _started,
    happened.PhaseEntered: _phase_entered,
    happened.GroupsMade: _groups_made,
    happened.FloorPassed: _floor_passed,
    happened.Contributed: _contributed,
    happened.Changed: _changed,
    happened.Withdrawn: _withdrawn,
    happened.Revealed: _revealed,
    happened.Finished: _finished,
    happened.Unfinished: _unfinished,
    happened.Declined: _declined,
    happened.PresenterChosen: _presenter_chosen,
    happened.FacilitationPassed: _facilitation_passed,
    happened.ObserverChanged: _observer_changed,
    happened.SatWith: _sat_with,
    happened.SortedByCircle: _sorted_by_circle,
    happened.TimeGiven: _time_given,
    happened.Paused: _paused,
    happened.Resumed: _resumed,
    happened.TimeOutCalled: _time_out_called,
    happened.TimeOutEnded: _time_out_ended,
    happened.BreakAsked: _break_asked,
    happened.PartTaken: _part_taken,
    happened.PartsTakenOff: _parts_taken_off,
    happened.Closed: _closed,
}
