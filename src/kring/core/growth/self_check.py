"""
The circle checks itself against what makes circles succeed (product rule 10): blind, shown from four answers.

Answers are sealed and counted in the browser, by the twin in `frontend/growth/self-check.ts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "self_check.yaml"
LEAST_ANSWERS = 4  # with three, two who talk to each other know what the third said
MARKS = range(1, 6)
LOW = 3.0  # a mean below the middle is worth talking about
APART = 3  # marks between the lowest and the highest: people live in different circles


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to look at: the sentence one agrees with or not, and a question to talk it through."""

    id: str
    name: Text
    says: Text
    talk: Text


class SelfCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: what stands above, what the marks say, and the criteria in order."""

    intro: Text
    marks: tuple[Text, ...]
    criteria: tuple[Criterion, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """
    One criterion as the circle sees it.

    Attributes:
        answers: How many gave a mark.
        mean, lowest, highest: None where fewer than four did.
        worth_talking: Low, or far apart.
    """

    id: str
    answers: int
    mean: float | None = None
    lowest: int | None = None
    highest: int | None = None
    worth_talking: bool = False


def outcomes(sheets: Sequence[Mapping[str, int]], *, closed: bool) -> tuple[Outcome, ...] | None:
    """
    What the circle said, in the order of the criteria; none while it may not be shown.

    Shown once, when the round is closed: who saw it with four answers and again with five would know the fifth.

    Args:
        sheets: One for each person: criterion to mark; what somebody left open isn't in it.
        closed: Whether nobody can answer any more.

    Raises:
        ValueError: a mark outside 1 to 5.
    """
    if any(mark not in MARKS for sheet in sheets for mark in sheet.values()):
        raise ValueError(f"a mark runs from {MARKS[0]} to {MARKS[-1]}")
    if not closed or len(sheets) < LEAST_ANSWERS:
        return None
    return tuple(
        _outcome(criterion.id, [sheet[criterion.id] for sheet in sheets if criterion.id in sheet])
        for criterion in load_self_check().criteria
    )


@cache
def load_self_check() -> SelfCheck:
    """The shipped check."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), SelfCheck)


def _outcome(criterion: str, marks: Sequence[int]) -> Outcome:
    if len(marks) < LEAST_ANSWERS:
        return Outcome(id=criterion, answers=len(marks))
    mean = sum(marks) / len(marks)
    return Outcome(
        id=criterion,
        answers=len(marks),
        mean=int(10 * mean + 0.5) / 10,  # half up, as in the browser
        lowest=min(marks),
        highest=max(marks),
        worth_talking=mean < LOW or max(marks) - min(marks) >= APART,
    )
