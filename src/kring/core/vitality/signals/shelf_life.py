"""Age beyond its shelf life (product rule 10): a circle that went on because it always did."""

from __future__ import annotations

from datetime import date

from kring.core.rhythm.months import months_between
from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when the circle has its age, counted from when it began or was last renewed, or what was agreed has ended."""
    if len(history.meetings) < limits["least"]:
        return None
    months = months_between(history.started_on, today)
    ended = history.agreed_until is not None and today > history.agreed_until
    return Measured(months >= limits["months"] or ended, {"months": months})
