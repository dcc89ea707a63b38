"""Coming, going, and who somebody is in the meeting."""

from __future__ import annotations

from datetime import datetime, timedelta

from kring.core.meetings import commands as asked, events as happened
from kring.core.meetings.by_circle import NO_CIRCLE, has_cards_in_a_heap
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.evolving import evolve
from kring.core.meetings.floor import mended
from kring.core.meetings.groups import regrouped
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import Pace, PersonId
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.standing import facilitator_is_here, here
from kring.core.meetings.state import Stage, State
from kring.core.meetings.turns import FacilitationHow, FloorHow

Deed = tuple[AnyEvent, ...] | Refusal

TAKE_OVER_AFTER = timedelta(seconds=60)  # long enough for a reload, short enough that nobody gives up
TAKE_OVER_AFTER_IN_DAYS = timedelta(days=1)  # written over days, nobody keeps a line open


def with_repairs(state: State, events: tuple[AnyEvent, ...], now: datetime) -> tuple[AnyEvent, ...]:
    """These events, and what they do to the floor and the small groups."""
    after = state
    for event in events:
        after = evolve(after, event, now)
    if after.stage is not Stage.MEETING:
        return events
    by, floor, groups = events[0].by, mended(after), regrouped(after)
    if floor != after.floor:
        lost = after.floor.holder is not None and floor.holder != after.floor.holder
        how = FloorHow.LEFT if lost else FloorHow.QUEUED
        events = (*events, happened.FloorPassed(by=by, how=how, floor=floor))
    if groups and groups != after.groups:
        events = (*events, happened.GroupsMade(by=by, groups=groups))
    return events


def went_away(state: State, person: PersonId) -> tuple[AnyEvent, ...]:
    """What happens when somebody's line has been gone for longer than a glance. Their place is kept."""
    found = state.people.get(person)
    if state.stage is Stage.CLOSED or found is None or found.left or not found.present:
        return ()
    return (happened.WentAway(by=person),)


def joining_is_possible(moment: Moment) -> Refusal | None:
    """Whoever isn't here yet, or came back; leaving is for good."""
    me = moment.me
    if me is None:
        return None
    if me.left:
        return Refusal(Code.HAS_LEFT)
    return Refusal(Code.ALREADY_HERE) if me.present else None


def join(moment: Moment, command: asked.Join) -> Deed:
    """Take a seat, or come back to it. The first to come facilitates until they hand over."""
    if moment.me is not None:
        return with_repairs(moment.state, (happened.CameBack(by=moment.by),), moment.now)
    events: tuple[AnyEvent, ...] = (happened.Joined(by=moment.by),)
    if moment.state.facilitator is None:
        first = happened.FacilitationPassed(by=moment.by, to=moment.by, how=FacilitationHow.FIRST)
        events = (*events, first)
    return events


def leave(moment: Moment, command: asked.Leave) -> Deed:
    """Leave for good."""
    return with_repairs(moment.state, (happened.Left(by=moment.by),), moment.now)


def introduce(moment: Moment, command: asked.Introduce) -> Deed:
    """Tell a name, or tell it anew."""
    if not command.text:
        return Refusal(Code.EMPTY)
    return (happened.Introduced(by=moment.by, text=command.text),)


def assenting_is_possible(moment: Moment) -> Refusal | None:
    """Once is enough."""
    return Refusal(Code.ALREADY_ASSENTED) if moment.me is not None and moment.me.assented else None


def assent(moment: Moment, command: asked.Assent) -> Deed:
    """Agree to the ground rules; a late comer joins the end of the row."""
    return with_repairs(moment.state, (happened.Assented(by=moment.by),), moment.now)


def sitting_is_possible(moment: Moment) -> Refusal | None:
    """Where several circles gather; not once one's cards lie with those of a circle."""
    if not moment.state.plan.circles:
        return Refusal(Code.NO_SUCH_CIRCLE)
    return Refusal(Code.CARDS_LIE_BY_CIRCLE) if has_cards_in_a_heap(moment.state, moment.by) else None


def sit_with(moment: Moment, command: asked.SitWith) -> Deed:
    """Say with which circle one sits, or with none."""
    if moment.me is None or command.circle == moment.me.circle or command.circle not in tables(moment.state):
        return Refusal(Code.NO_SUCH_CIRCLE)
    return with_repairs(moment.state, (happened.SatWith(by=moment.by, circle=command.circle),), moment.now)


def tables(state: State) -> tuple[str, ...]:
    """All that one can say one sits with."""
    return (*(circle.id for circle in state.plan.circles), NO_CIRCLE)


def observing_is_possible(moment: Moment) -> Refusal | None:
    """Everybody but the two who have a task already."""
    if moment.facilitates or moment.state.presenter == moment.by:
        return Refusal(Code.CANNOT_OBSERVE)
    return None


def observe(moment: Moment, command: asked.Observe) -> Deed:
    """Become the observer, or stop being it."""
    if moment.me is not None and moment.me.observer == command.on:
        return Refusal(Code.CANNOT_OBSERVE)
    changed = happened.ObserverChanged(by=moment.by, on=command.on)
    return with_repairs(moment.state, (changed,), moment.now)


def taking_over_is_possible(moment: Moment) -> Refusal | None:
    """When the facilitator left, or has been away for a minute."""
    state = moment.state
    if facilitator_is_here(state):
        return Refusal(Code.FACILITATOR_IS_HERE, {"seconds": int(TAKE_OVER_AFTER.total_seconds())})
    gone = None if state.facilitator is None else state.people.get(state.facilitator)
    if gone is None or gone.left or gone.away_since is None:
        return None
    patience = TAKE_OVER_AFTER if state.plan.pace is Pace.LIVE else TAKE_OVER_AFTER_IN_DAYS
    left = patience - (moment.now - gone.away_since)
    if left > timedelta(0):
        return Refusal(Code.FACILITATOR_IS_HERE, {"seconds": -(-left // timedelta(seconds=1))})
    return None


def take_over(moment: Moment, command: asked.TakeOver) -> Deed:
    """Facilitate, so that the meeting goes on."""
    return _facilitation(moment, moment.by, FacilitationHow.TAKEN_OVER)


def handing_over_is_possible(moment: Moment) -> Refusal | None:
    """There must be somebody to hand over to."""
    return None if successors(moment.state) else Refusal(Code.NO_SUCH_PERSON)


def hand_over(moment: Moment, command: asked.HandOver) -> Deed:
    """Let somebody else facilitate; also hands back."""
    if command.to not in successors(moment.state):
        return Refusal(Code.NO_SUCH_PERSON)
    return _facilitation(moment, command.to, FacilitationHow.HANDED_OVER)


def successors(state: State) -> tuple[PersonId, ...]:
    """Who could facilitate instead."""
    return tuple(person.id for person in here(state) if person.assented and person.id != state.facilitator)


def _facilitation(moment: Moment, to: PersonId, how: FacilitationHow) -> Deed:
    passed = happened.FacilitationPassed(by=moment.by, to=to, how=how)
    return with_repairs(moment.state, (passed,), moment.now)


def call_time_out(moment: Moment, command: asked.CallTimeOut) -> Deed:
    """Stop the content and the clock to talk about the talk. Everybody may, at any moment."""
    return (happened.TimeOutCalled(by=moment.by),)


def ending_time_out_is_possible(moment: Moment) -> Refusal | None:
    """Whoever called it or the facilitator; anybody when both are gone."""
    state = moment.state
    if state.time_out_by is None:
        return Refusal(Code.NO_TIME_OUT)
    caller = state.people.get(state.time_out_by)
    gone = caller is None or not caller.present
    if moment.by == state.time_out_by or moment.facilitates or (gone and not facilitator_is_here(state)):
        return None
    return Refusal(Code.NOT_YOUR_TIME_OUT)


def end_time_out(moment: Moment, command: asked.EndTimeOut) -> Deed:
    """Back to the content."""
    return (happened.TimeOutEnded(by=moment.by),)


def break_is_possible(moment: Moment) -> Refusal | None:
    """Asking once is enough until there was one."""
    return Refusal(Code.ALREADY_ASKED) if moment.by in moment.state.break_asked_by else None


def ask_break(moment: Moment, command: asked.AskBreak) -> Deed:
    """Ask for a break."""
    return (happened.BreakAsked(by=moment.by),)
