"""No case a week before: people come to see what comes."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when it happened the limit's times among the last meetings of which it is known."""
    known = [meeting.case_ahead for meeting in history.meetings if meeting.case_ahead is not None]
    last = known[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    without = last.count(False)
    return Measured(without >= limits["times"], {"meetings": len(last), "without": without})
