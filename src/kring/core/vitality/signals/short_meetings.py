"""Meetings that are too short to go deep."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when as many of the last meetings as the limit says took fewer than its minutes."""
    last = history.meetings[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    short = sum(meeting.used_minutes < limits["minutes"] for meeting in last)
    return Measured(
        short >= limits["times"], {"meetings": len(last), "short": short, "minutes": int(limits["minutes"])}
    )
