"""The course of a meeting, from its plan and what happened in it: what is sealed for the circle when it closes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from kring.core.meetings import Numbered, Pace, Plan, events as happened, replay
from kring.core.meetings.evolving import replaying
from kring.core.meetings.plan import PersonId
from kring.core.members import MemberId
from kring.core.vitality.history import Meeting, Voice, Worked
from kring.core.vitality.stretches import stretches_of

MINUTE = 60


class Passage(msgspec.Struct, frozen=True):
    """One time that a phase was gone through, and whose case it was about when it ended."""

    phase: int
    seconds: float
    presenter: PersonId | None


def course_of(plan: Plan, events: Sequence[Numbered], on: date) -> Meeting:
    """
    The meeting as far as its events tell it; who was expected, ratings and intentions stand elsewhere.

    A case counts once it got as far as the end of a phase of its method.

    Args:
        plan: With its texts or without.
        events: From the first to the closing.
        on: The day of the meeting, in the circle's own zone.
    """
    used: defaultdict[int, float] = defaultdict(float)
    cases: dict[tuple[int, PersonId], Worked] = {}
    for passage in passages(plan, events):
        used[passage.phase] += passage.seconds
        planned, presenter = plan.phases[passage.phase], passage.presenter
        if planned.of_method and presenter is not None:
            cases.setdefault((planned.case, presenter), Worked(MemberId(presenter), planned.block))
    state = replay(plan, events)
    return Meeting(
        on=on,
        planned_minutes=planned_minutes(plan),
        used_minutes=used_minutes(events),
        facilitator=None if state.facilitator is None else MemberId(state.facilitator),
        cases=tuple(cases.values()),
        stretches=stretches_of(plan, used),
        voices=tuple(
            Voice(MemberId(one.id), half_up(one.floor_seconds), one.turns)
            for one in sorted(state.people.values(), key=lambda one: one.seat)
        ),
    )


def passages(plan: Plan, events: Sequence[Numbered]) -> Iterator[Passage]:
    """Every phase that was left, in order. Pauses and time-outs belong to the meeting and to none of its phases."""
    phase, presenter, clock = -1, None, None
    for numbered, draft in replaying(plan, events):
        if clock is not None and isinstance(numbered.event, happened.PhaseEntered | happened.Closed):
            until = clock.stopped or numbered.at
            yield Passage(phase, (until - clock.started).total_seconds() - clock.stood_still, presenter)
        phase, presenter, clock = draft.phase, draft.presenter, draft.clock


def planned_minutes(plan: Plan) -> int:
    """What was asked for; a meeting that is written over days has as many as its phases have together."""
    if plan.pace is Pace.DAYS:
        return half_up(sum(phase.seconds for phase in plan.phases) / MINUTE)
    return plan.minutes


def used_minutes(events: Sequence[Numbered]) -> int:
    """From the start to the closing; nothing where either is missing."""
    started = next((one.at for one in events if isinstance(one.event, happened.Started)), None)
    closed = next((one.at for one in events if isinstance(one.event, happened.Closed)), None)
    if started is None or closed is None:
        return 0
    return half_up((closed - started).total_seconds() / MINUTE)


def half_up(number: float) -> int:
    """To a whole number, as in the browser."""
    return int(number + 0.5)
