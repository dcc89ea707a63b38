"""Turn-out as whoever organises or pays may see it: a band over the whole programme, never a figure and never a person."""

from __future__ import annotations

from enum import Enum

ENOUGH_PEOPLE = (
    5  # below it somebody shows through; product page, and the law's advice on reports about staff
)


class TurnOut(Enum):
    """How much of what was promised was kept."""

    TOO_FEW = "too_few"
    NONE_YET = "none_yet"
    UNDER_HALF = "under_half"
    TO_THREE_QUARTERS = "to_three_quarters"
    MORE = "more"


def turn_out(*, present: int, promised: int, people: int) -> TurnOut:
    """
    The band.

    Args:
        present: Times that somebody was at a meeting.
        promised: Times that somebody was expected at a meeting that was held.
        people: Different people among those who were expected.
    """
    if promised == 0:
        return TurnOut.NONE_YET
    if people < ENOUGH_PEOPLE:
        return TurnOut.TOO_FEW
    if 2 * present < promised:
        return TurnOut.UNDER_HALF
    return TurnOut.TO_THREE_QUARTERS if 4 * present <= 3 * promised else TurnOut.MORE
