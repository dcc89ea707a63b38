"""Turn-out: how many of those expected were there lately."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured, percent


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when fewer than the limit were there, over the last meetings together. Excused isn't there, either."""
    last = [meeting for meeting in history.meetings if meeting.presences][-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    expected = sum(len(meeting.presences) for meeting in last)
    present = sum(meeting.present for meeting in last)
    return Measured(
        present < limits["share"] * expected,
        {
            "meetings": len(last),
            "present": present,
            "expected": expected,
            "percent": percent(present, expected),
        },
    )
