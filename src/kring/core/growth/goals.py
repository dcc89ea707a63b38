"""
Learning goals: how I do it now, what I wish for, what I would see myself do differently (product rules 7, 19, 20).

A goal is its owner's and private until shared. All of its text is sealed; the season line is drawn where it is opened,
by the twin in `frontend/growth/line.ts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from kring.core.growth.capabilities import Capability, Theme
from kring.core.members import MemberId
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "goals.yaml"
MARKS = range(1, 6)  # from 'I am just beginning with this' to 'I can help others with this'


class LearningGoal(msgspec.Struct, frozen=True, kw_only=True):
    """
    What somebody wants to grow in.

    Attributes:
        capabilities, themes: What it touches; they lead to exercises.
        own_view, wish, differently: In the owner's own words.
        since: The day it was written.
        shared_since: The day the owner showed it to the circle; none while it is private.
        closed_on: The day it was reached or let go.
    """

    owner: MemberId
    capabilities: tuple[Capability, ...] = ()
    themes: tuple[Theme, ...] = ()
    own_view: str = ""
    wish: str = ""
    differently: str = ""
    since: date
    shared_since: date | None = None
    closed_on: date | None = None

    @property
    def is_clear(self) -> bool:
        """Whether a fellow member could notice it: the three questions have an answer."""
        return all(words.strip() for words in (self.own_view, self.wish, self.differently))


class OwnMark(msgspec.Struct, frozen=True):
    """How far the owner finds it goes, one of `MARKS`."""

    on: date
    mark: int


class Feedback(msgspec.Struct, frozen=True):
    """What a fellow member saw of a shared goal at a meeting: a mark, and in words what was seen."""

    by: MemberId
    on: date
    mark: int
    words: str = ""


class Point(msgspec.Struct, frozen=True):
    """
    One day of a season line.

    Attributes:
        own: The owner's mark of that day, the last where there are more.
        seen: The mean mark of fellow members, to one decimal.
        voices: How many gave one.
    """

    on: date
    own: int | None
    seen: float | None
    voices: int


class CoreQuadrant(msgspec.Struct, frozen=True, kw_only=True):
    """
    Strength, pitfall, challenge, allergy, in one's own words; any of them may still be open.

    Source: Daniel Ofman's core quadrant.
    """

    strength: str = ""
    pitfall: str = ""
    challenge: str = ""
    allergy: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all four are filled in."""
        return all(words.strip() for words in (self.strength, self.pitfall, self.challenge, self.allergy))


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question and a hint under it."""

    asks: Text
    hint: Text


class GoalWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    The words of the guided first meeting.

    Attributes:
        questions: By the name of the field that holds the answer, in order.
        mirror: Above the ten capabilities.
        mirror_asks: What each of them is about, as a question to oneself.
        marks: What each of `MARKS` says of oneself.
        quadrant: By the name of the field.
        seen: What fellow members are asked after a meeting; {name} stands for whose goal it is.
        seen_marks: What each of `MARKS` says when they saw it.
    """

    questions: dict[str, Asked]
    mirror: Asked
    mirror_asks: dict[Capability, Text]
    marks: tuple[Text, ...]
    quadrant: dict[str, Asked]
    quadrant_origin: Text
    seen: Asked
    seen_marks: tuple[Text, ...]


def season_line(
    goal: LearningGoal, own: Iterable[OwnMark], feedback: Iterable[Feedback]
) -> tuple[Point, ...]:
    """
    A goal through the season: one point for each day on which the owner or a fellow member said how far it goes.

    What others said before the goal was shared can't be about it and is left out; so is what an owner would say of
    themselves as a fellow member.
    """
    own_by_day = {mark.on: mark.mark for mark in own if mark.on >= goal.since}
    seen_by_day: dict[date, dict[MemberId, int]] = {}
    for told in feedback:
        if goal.shared_since is not None and told.on >= goal.shared_since and told.by != goal.owner:
            seen_by_day.setdefault(told.on, {})[told.by] = told.mark
    return tuple(
        Point(
            day, own_by_day.get(day), _mean(seen_by_day.get(day, {}).values()), len(seen_by_day.get(day, {}))
        )
        for day in sorted({*own_by_day, *seen_by_day})
    )


@cache
def load_goal_words() -> GoalWords:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), GoalWords)


def _mean(marks: Iterable[int]) -> float | None:
    row = tuple(marks)
    return int((10 * sum(row)) / len(row) + 0.5) / 10 if row else None  # half up, as in the browser
