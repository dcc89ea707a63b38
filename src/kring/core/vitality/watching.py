"""Looking at a circle: every signal, in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kring.core.vitality.book import load_book
from kring.core.vitality.history import History
from kring.core.vitality.signal import Level, Measure, Signal
from kring.core.vitality.signals import (
    advice_too_soon,
    cancelled_meetings,
    flat_and_perfect,
    intentions_forgotten,
    no_case_ahead,
    one_method,
    overrun,
    rules_old,
    safety_falling,
    same_few,
    shelf_life,
    short_meetings,
    small_talk,
    turn_out,
    voices_out_of_balance,
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "turn_out": turn_out.measure,
        "cancelled_meetings": cancelled_meetings.measure,
        "no_case_ahead": no_case_ahead.measure,
        "same_few": same_few.measure,
        "one_method": one_method.measure,
        "advice_too_soon": advice_too_soon.measure,
        "voices_out_of_balance": voices_out_of_balance.measure,
        "overrun": overrun.measure,
        "short_meetings": short_meetings.measure,
        "small_talk": small_talk.measure,
        "flat_and_perfect": flat_and_perfect.measure,
        "safety_falling": safety_falling.measure,
        "intentions_forgotten": intentions_forgotten.measure,
        "rules_old": rules_old.measure,
        "shelf_life": shelf_life.measure,
    }
)


def watch(history: History, today: date) -> tuple[Signal, ...]:
    """
    Every signal, whether it has something to say or not.

    Args:
        history: What is known here; without what is sealed those signals are too early.
        today: In the circle's own zone. Nothing in the history lies after it.
    """
    return tuple(_signal(asks.id, history, today, asks.limits) for asks in load_book().signals)


def _signal(signal: str, history: History, today: date, limits: Mapping[str, float]) -> Signal:
    found = MEASURES[signal](history, today, limits)
    if found is None:
        return Signal(signal, Level.TOO_EARLY, {})
    return Signal(signal, Level.LOOK if found.worth_a_look else Level.QUIET, found.numbers)
