"""
Lines of authority: nobody sits with anyone they report to, directly or through others (product rule 2).

Each member, the facilitator too, is asked in private. The answers go into one verdict, and each member is told only
what concerns them: those in a line hear with whom, the others hear that the circle waits and not what for. Between two
people nothing can hide that one of them said it; to everybody else it stays unsaid that there is anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kring.core.members import MemberId
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "authority.yaml"


class Line(Enum):
    """Where somebody stands as seen by whoever answers."""

    ABOVE = "above"
    BELOW = "below"


class Named(msgspec.Struct, frozen=True):
    """Somebody with whom there is a line."""

    other: MemberId
    line: Line


class Answer(msgspec.Struct, frozen=True):
    """What one member said in private; without lines: with nobody here."""

    by: MemberId
    lines: tuple[Named, ...] = ()


class Pair(msgspec.Struct, frozen=True, order=True):
    """Two people with a line between them, in the order of their ids so that nothing shows who stands above."""

    one: MemberId
    other: MemberId


class Verdict(msgspec.Struct, frozen=True):
    """
    Whether a circle may start, for the door that holds it back; nobody is shown this as it is.

    Attributes:
        waiting_for: Who hasn't answered yet.
        to_solve: Every pair in a line, directly or through others, in order.
    """

    waiting_for: frozenset[MemberId]
    to_solve: tuple[Pair, ...]

    @property
    def may_start(self) -> bool:
        """All have answered, and nobody stands in a line with anybody."""
        return not self.waiting_for and not self.to_solve


class Word(Enum):
    """What one member is told."""

    MAY_START = "may_start"
    ANSWER_FIRST = "answer_first"
    WAIT = "wait"
    SOLVE = "solve"


class Told(msgspec.Struct, frozen=True):
    """A word to one member; `with_whom` goes with `SOLVE` alone."""

    word: Word
    with_whom: tuple[MemberId, ...] = ()


class Asking(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The question and the words, as they stand in `authority.yaml`."""

    question: Text
    hint: Text
    answers: dict[str, Text]
    words: dict[Word, Text]


def verdict(people: Iterable[MemberId], answers: Iterable[Answer]) -> Verdict:
    """
    Whether these people may form a circle.

    Args:
        people: Members and facilitator. Who left, or was never in, doesn't hold anybody back any more.
        answers: The latest of each person who answered. A line through somebody who left still counts.
    """
    circle = frozenset(people)
    given = tuple(answers)
    above = _above(given)
    pairs = {
        Pair(*sorted((person, boss)))
        for person in circle
        for boss in _everybody_above(person, above)
        if boss in circle and boss != person
    }
    return Verdict(circle - {answer.by for answer in given}, tuple(sorted(pairs)))


def told_to(person: MemberId, found: Verdict) -> Told:
    """
    What one member may know of the verdict.

    Who has nothing to solve hears the same word whether others still answer or solve something.
    """
    if person in found.waiting_for:
        return Told(Word.ANSWER_FIRST)
    others = tuple(
        pair.other if pair.one == person else pair.one
        for pair in found.to_solve
        if person in (pair.one, pair.other)
    )
    if others:
        return Told(Word.SOLVE, others)
    return Told(Word.MAY_START if found.may_start else Word.WAIT)


@cache
def load_asking() -> Asking:
    """The shipped question and words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Asking)


def _above(answers: Iterable[Answer]) -> Mapping[MemberId, frozenset[MemberId]]:
    """Who stands directly above whom, whoever of the two said it."""
    above: dict[MemberId, set[MemberId]] = {}
    for answer in answers:
        for named in answer.lines:
            if named.line is Line.ABOVE:
                above.setdefault(answer.by, set()).add(named.other)
            else:
                above.setdefault(named.other, set()).add(answer.by)
    return {person: frozenset(bosses) for person, bosses in above.items()}


def _everybody_above(person: MemberId, above: Mapping[MemberId, frozenset[MemberId]]) -> frozenset[MemberId]:
    found: set[MemberId] = set()
    open_ends = set(above.get(person, ()))
    while open_ends:
        boss = open_ends.pop()
        if boss not in found:
            found.add(boss)
            open_ends |= above.get(boss, frozenset())
    return frozenset(found)
