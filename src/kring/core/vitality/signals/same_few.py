"""The same few bring their cases, and the others only help."""

from __future__ import annotations

from collections import Counter
from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured, percent

FEW = 2


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """
    Look when two people brought more than the limit's share of the last cases, and more than even turns would give.

    Even turns matter in a small circle: of four people any two bring half. One case above that is chance.
    """
    known = [
        case.presenter for meeting in history.meetings for case in meeting.cases if case.presenter is not None
    ]
    last = known[-int(limits["last"]) :]
    if len(last) < limits["least"] or len(history.members) <= FEW:
        return None
    brought = Counter(last)
    most = sum(times for _, times in brought.most_common(FEW))
    even = FEW * len(last) / len(history.members)
    return Measured(
        most > limits["share"] * len(last) and most > even + limits["above_even"],
        {"cases": len(last), "most": most, "percent": percent(most, len(last))},
    )
