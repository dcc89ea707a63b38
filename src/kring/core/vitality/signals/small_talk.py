"""Small talk that eats the evening."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History, Stretch
from kring.core.vitality.signal import Limits, Measured, percent


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when arriving took more than the limit's share of the last meetings together."""
    timed = [meeting for meeting in history.meetings if meeting.stretches and meeting.used_minutes > 0]
    last = timed[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    talked = sum(meeting.seconds_for(Stretch.SMALL_TALK)[1] for meeting in last)
    whole = 60 * sum(meeting.used_minutes for meeting in last)
    return Measured(
        talked > limits["share"] * whole, {"meetings": len(last), "percent": percent(talked, whole)}
    )
