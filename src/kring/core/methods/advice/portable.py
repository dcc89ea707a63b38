"""
The adviser in a suitcase: everything that it needs besides its rules, as plain data.

What kind of question somebody brings is theirs; it doesn't go to a server. So the rules run in the browser as well, in
`frontend/advice`, from this data. `tests/vectors/advice.json` holds both to the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kring.core.methods.advice import character, situation, standing, starting, telling, weighing
from kring.core.methods.method import Exposure, GroupSize, Level, Method, Minutes, QuestionKind, Text


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """
    What the advice turns on in one method; what follows from these is left to the rules.

    Attributes:
        once: The minutes of everything that is done once.
        each: The minutes of everything that is repeated with each next presenter.
        asks_inward: For feelings, images or values, on its cards.
    """

    id: str
    name: Text
    level: Level
    exposure: Exposure
    suits: tuple[QuestionKind, ...]
    group: GroupSize
    once: Minutes
    each: Minutes
    usual_minutes: int
    gives_distance: bool
    asks_inward: bool
    has_role_play: bool
    writes_much: bool


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers that the rules compare with; each is explained where it is defined."""

    own_alone: int = weighing.OWN_ALONE
    long_ago: int = weighing.LONG_AGO
    season: int = standing.SEASON
    acquainted: int = standing.ACQUAINTED
    low: int = situation.LOW
    broad: int = character.BROAD


class Suitcase(msgspec.Struct, frozen=True, kw_only=True):
    """Everything at once."""

    methods: tuple[Traits, ...]
    weights: dict[str, int]
    measures: Measures
    first_methods: tuple[str, ...]
    inner_questions: tuple[QuestionKind, ...]
    sentences: telling.Sentences


def packed(library: Iterable[Method]) -> dict[str, object]:
    """The suitcase for a library, as values that JSON has."""
    plain: dict[str, object] = msgspec.to_builtins(
        Suitcase(
            methods=tuple(traits_of(method) for method in library),
            weights={code.value: weight for code, weight in weighing.WEIGHTS.items()},
            measures=Measures(),
            first_methods=starting.FIRST_METHODS,
            inner_questions=tuple(kind for kind in QuestionKind if kind in character.INNER_QUESTIONS),
            sentences=telling.load_sentences(),
        )
    )
    return plain


def traits_of(method: Method) -> Traits:
    """What the advice turns on."""
    once, both = character.minutes_of(method, 0), character.minutes_of(method, 1)
    return Traits(
        id=method.id,
        name=method.name,
        level=method.level,
        exposure=method.exposure,
        suits=method.suits,
        group=method.group,
        once=once,
        each=Minutes(both.least - once.least, both.usual - once.usual, both.most - once.most),
        usual_minutes=method.usual_minutes,
        gives_distance=character.gives_distance(method),
        asks_inward=character.asks_inward(method),
        has_role_play=character.has_role_play(method),
        writes_much=character.writes_much(method),
    )
