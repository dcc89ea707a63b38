"""Overrun: meetings that end later than was agreed."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when as many of the last meetings as the limit says went on for longer than its minutes."""
    last = history.meetings[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    late = sum(meeting.used_minutes - meeting.planned_minutes > limits["minutes"] for meeting in last)
    return Measured(
        late >= limits["times"], {"meetings": len(last), "late": late, "minutes": int(limits["minutes"])}
    )
