"""How far an evaluation is, as its organiser may see it while it is open: a band, so that two looks don't tell of one person."""

from __future__ import annotations

from enum import Enum

from kring.core.programmes.turn_out import ENOUGH_PEOPLE


class Progress(Enum):
    """How many of those who were asked have answered."""

    TOO_FEW_ASKED = "too_few_asked"
    TOO_FEW_YET = "too_few_yet"
    UNDER_HALF = "under_half"
    TO_THREE_QUARTERS = "to_three_quarters"
    MORE = "more"


def progress(*, answered: int, asked: int) -> Progress:
    """The band; nothing below five people, and below five answers only that."""
    if asked < ENOUGH_PEOPLE:
        return Progress.TOO_FEW_ASKED
    if answered < ENOUGH_PEOPLE:
        return Progress.TOO_FEW_YET
    if 2 * answered < asked:
        return Progress.UNDER_HALF
    return Progress.TO_THREE_QUARTERS if 4 * answered <= 3 * asked else Progress.MORE
