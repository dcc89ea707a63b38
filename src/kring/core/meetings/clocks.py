"""The clock of a phase, worked out from the times of events. In whole milliseconds, as browsers count."""

from __future__ import annotations

from datetime import datetime, timedelta

from kring.core.meetings.state import State
from kring.core.meetings.view import ClockWords

_MILLISECOND = timedelta(milliseconds=1)


def remaining_seconds(state: State, now: datetime) -> int | None:
    """Whole seconds left of this phase, negative when over; none where nothing runs."""
    clock = state.clock
    if clock is None:
        return None
    until = now if clock.stopped is None else clock.stopped
    gone = (until - clock.started) // _MILLISECOND - round(clock.stood_still * 1000)
    return (clock.seconds * 1000 - gone) // 1000


def clock_words(state: State, now: datetime) -> ClockWords:
    """The clock as one would say it."""
    clock, left = state.clock, remaining_seconds(state, now)
    if clock is None or left is None:
        return ClockWords.NONE
    if clock.stopped is not None:
        return ClockWords.STOPPED
    if left <= 0:
        return ClockWords.UP
    return ClockWords.PLENTY if left * 5 > clock.seconds else ClockWords.NEARLY
