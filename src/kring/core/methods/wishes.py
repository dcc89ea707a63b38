"""Looking for a method: what one wishes, which methods fit, and which wish to give up where none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import msgspec
from msgspec.structs import replace

from kring.core.methods.method import Exposure, Level, Method, QuestionKind
from kring.core.methods.traits import (
    Mood,
    minutes_at_least,
    minutes_with,
    mood_of,
    works_on_paper,
    works_on_phone,
)


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """
    What a method should be like. A wish that is None, or False, isn't one.

    Attributes:
        minutes: At most, until everybody who brings a case has been; without the blocks around it.
        people: Everybody, presenter and facilitator included.
    """

    minutes: int | None = None
    people: int | None = None
    level: Level | None = None
    kind: QuestionKind | None = None
    exposure: Exposure | None = None
    mood: Mood | None = None
    phone: bool = False
    paper: bool = False

    @property
    def made(self) -> tuple[str, ...]:
        """The names of the wishes there are."""
        return tuple(name for name in self.__struct_fields__ if getattr(self, name))

    def without(self, names: Iterable[str]) -> Wishes:
        """The others."""
        none = Wishes()
        return replace(self, **{name: getattr(none, name) for name in names})


@dataclass(frozen=True, slots=True)
class Loosening:
    """Wishes to give up, by name, and how many methods fit then."""

    names: tuple[str, ...]
    methods: int


def fitting(methods: Iterable[Method], wishes: Wishes) -> tuple[Method, ...]:
    """The methods that fit every wish, in their order."""
    return tuple(method for method in methods if fits(method, wishes))


def fits(method: Method, wishes: Wishes) -> bool:
    """Whether a method fits every wish."""
    return (
        (wishes.people is None or method.group.least <= wishes.people <= method.group.most)
        and (wishes.minutes is None or _minutes(method, wishes.people) <= wishes.minutes)
        and wishes.level in (None, method.level)
        and (wishes.kind is None or wishes.kind in method.suits)
        and wishes.exposure in (None, method.exposure)
        and wishes.mood in (None, mood_of(method))
        and (not wishes.phone or works_on_phone(method))
        and (not wishes.paper or works_on_paper(method))
    )


def loosenings(methods: Sequence[Method], wishes: Wishes) -> tuple[Loosening, ...]:
    """
    What to give up so that something fits: the fewest wishes at once, every way to do that.

    Empty where something fits already, or where nothing would.
    """
    if fitting(methods, wishes):
        return ()
    for number in range(1, len(wishes.made) + 1):
        ways = tuple(
            Loosening(names, found)
            for names in combinations(wishes.made, number)
            if (found := len(fitting(methods, wishes.without(names))))
        )
        if ways:
            return ways
    return ()


def _minutes(method: Method, people: int | None) -> int:
    return minutes_at_least(method) if people is None else minutes_with(method, people)
