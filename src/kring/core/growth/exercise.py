"""What an exercise is: a short piece of theory, and phases in which everybody tries it out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kring.core.growth.capabilities import Capability, Goal, Theme
from kring.core.methods.method import Block, Credit, GroupSize, Level, Text


class Goals(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Capabilities and themes of the work."""

    capabilities: tuple[Capability, ...] = ()
    themes: tuple[Theme, ...] = ()

    def __iter__(self) -> Iterator[Goal]:
        return iter((*self.capabilities, *self.themes))


class ForGoals(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody who does the exercise grows in: what it was made for, and what comes with it."""

    mainly: Goals
    also: Goals = Goals()

    def __iter__(self) -> Iterator[Goal]:
        return iter((*self.mainly, *self.also))


class Theory(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One page to read before the exercise, in our own words.

    Attributes:
        points: Three to six; each can be read aloud in one breath or two.
        try_this: One thing to do at work tomorrow.
        origin, source: Whose idea it is, and an address where one can read more.
        evidence: How firmly it stands, said honestly.
    """

    title: Text
    points: tuple[Text, ...]
    try_this: Text
    origin: Text
    source: str
    evidence: Text


class Exercise(Block, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    A block in which a circle practises one thing, before a case or after one.

    It is about learning and nobody's case: everybody takes part, the facilitator too, and turns rotate.
    """

    summary: Text
    for_goals: ForGoals
    level: Level
    group: GroupSize
    theory: Theory
    credit: Credit
