"""Intentions that nobody looks back at (product rule 15)."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured, percent


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when fewer than the limit's share came back. Those of the last meeting still have to get their turn."""
    had_a_turn = [meeting.intentions for meeting in history.meetings[:-1] if meeting.intentions]
    made = [intention for intentions in had_a_turn[-int(limits["last"]) :] for intention in intentions]
    if len(made) < limits["least"]:
        return None
    back = sum(intention.looked_back for intention in made)
    return Measured(
        back < limits["share"] * len(made),
        {"made": len(made), "back": back, "percent": percent(back, len(made))},
    )
