"""Safety that falls: people feel less free to say what matters than they did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kring.core.vitality.history import History, Rating
from kring.core.vitality.signal import Limits, Measured, tenths


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """
    Look when the last meeting felt less safe than those before by the limit's points, or below its floor.

    Only meetings with enough answers count: fewer would show through to who gave them.
    """
    rated = [meeting.ratings for meeting in history.meetings if len(meeting.ratings) >= limits["answers"]]
    last = rated[-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    earlier = [_safety(ratings) for ratings in last[:-1]]
    before, now = sum(earlier) / len(earlier), _safety(last[-1])
    return Measured(
        before - now >= limits["points"] or now < limits["floor"],
        {"before": tenths(before), "now": tenths(now)},
    )


def _safety(ratings: Sequence[Rating]) -> float:
    return sum(rating.safety for rating in ratings) / len(ratings)
