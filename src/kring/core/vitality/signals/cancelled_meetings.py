"""Meetings that had a date and weren't held."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when the limit is reached among the last dates, held or not."""
    held = [(meeting.on, 0) for meeting in history.meetings]
    dropped = [(cancelled.on, 1) for cancelled in history.cancelled]
    last = sorted(held + dropped)[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    cancelled = sum(was for _, was in last)
    return Measured(cancelled >= limits["times"], {"dates": len(last), "cancelled": cancelled})
