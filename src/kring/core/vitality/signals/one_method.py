"""One method only."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when the last cases were all worked through by one method, as many in a row as the limit."""
    methods = [case.method for meeting in history.meetings for case in meeting.cases]
    if len(methods) < limits["least"]:
        return None
    in_a_row = sum(1 for _ in takewhile(lambda method: method == methods[-1], reversed(methods)))
    return Measured(in_a_row >= limits["in_a_row"], {"cases": in_a_row})
