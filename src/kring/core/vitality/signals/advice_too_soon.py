"""Advice too soon: the phases for questions got far less than was planned for them."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History, Stretch
from kring.core.vitality.signal import Limits, Measured, percent


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """
    Look when questions took less than the limit's share of their time, over the last meetings together.

    A meeting that never got to a case says nothing of it.
    """
    times = [meeting.seconds_for(Stretch.QUESTIONS) for meeting in history.meetings if meeting.cases]
    last = [(planned, used) for planned, used in times if planned > 0][-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    planned = sum(time[0] for time in last)
    used = sum(time[1] for time in last)
    return Measured(
        used < limits["share"] * planned, {"meetings": len(last), "percent": percent(used, planned)}
    )
