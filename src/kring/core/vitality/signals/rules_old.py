"""Ground rules that are old, or that not everybody has assented to."""

from __future__ import annotations

from datetime import date

from kring.core.rhythm.months import months_between
from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when somebody hasn't assented, or the last assent is as many months old as the limit."""
    if len(history.meetings) < limits["least"]:
        return None
    agreed_on = history.rules.agreed_on
    if agreed_on is None:
        return Measured(worth_a_look=True, numbers={"months": months_between(history.started_on, today)})
    months = months_between(agreed_on, today)
    return Measured(months >= limits["months"] or not history.rules.everyone, {"months": months})
