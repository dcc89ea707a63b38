"""Ratings that are flat and perfect: everybody gives full marks, each time."""

from __future__ import annotations

from datetime import date

from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured, percent

FULL_MARKS = 5


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """Look when at least the limit's share of the answers after the last meetings was full marks on both questions."""
    rated = [meeting.ratings for meeting in history.meetings if len(meeting.ratings) >= limits["answers"]]
    last = rated[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    answers = [rating for ratings in last for rating in ratings]
    perfect = sum(rating.depth == rating.safety == FULL_MARKS for rating in answers)
    return Measured(
        perfect >= limits["share"] * len(answers),
        {"meetings": len(last), "percent": percent(perfect, len(answers))},
    )
