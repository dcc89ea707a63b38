"""What comes in with an address of the library: wishes, and the two to compare. What isn't understood is no wish."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from kring.core.methods.method import Exposure, Level, QuestionKind
from kring.core.methods.traits import Mood
from kring.core.methods.wishes import Wishes
from kring.web.methods.queries import MINUTES, PEOPLE

_Word = TypeVar("_Word", bound=Enum)


def wishes_of(query: Mapping[str, str]) -> Wishes:
    """The wishes in an address such as `?people=5&mood=quiet`."""
    return Wishes(
        minutes=_number(query, "minutes", MINUTES),
        people=_number(query, "people", PEOPLE),
        level=_word(query, "level", Level),
        kind=_word(query, "kind", QuestionKind),
        exposure=_word(query, "exposure", Exposure),
        mood=_word(query, "mood", Mood),
        phone="phone" in query,
        paper="paper" in query,
    )


def _number(query: Mapping[str, str], name: str, allowed: tuple[int, ...] | range) -> int | None:
    said = query.get(name, "")
    return next((number for number in allowed if said == str(number)), None)


def _word(query: Mapping[str, str], name: str, words: type[_Word]) -> _Word | None:
    said = query.get(name, "")
    return next((word for word in words if said == word.value), None)
