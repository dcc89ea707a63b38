"""
What may be told of a tally, to organiser, client and participants alike.

- Nothing of fewer than five people, and of an item nothing where fewer than five gave it a number.
- No mean: with a known number of people it gives their sum away, and at either end everybody's answer.
- No counts: the five numbers are taken together as low, middle and high, and of each is told between which shares it lies.
  The lowest of these bands holds 'nobody' and 'one', the highest 'everybody' and 'all but one'. So a figure never says
  what everybody answered, and somebody who answers otherwise than all the others shows in nothing.
- Not how many chose 'doesn't apply': that can be one person.

What it doesn't keep from: whoever knows what all others answered can work out the last one, as in any tally; and where
people are divided it may follow that at least one answered low. Never who.

Rejected: noise on the counts, because five answers drown in it; and showing the five numbers apart, because a lone 1
sends people looking for who that was.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Annotated

import msgspec

from kring.core.evaluation.questionnaire import VALUES, Questionnaire
from kring.core.evaluation.tally import Tally, answered_in
from kring.core.programmes.turn_out import ENOUGH_PEOPLE

BANDS = 4  # quarters: with five people the lowest holds 0 and 1, the highest 4 and 5
FINE_BANDS = 10
FINE_FROM = 20  # answers: from here on a tenth of them is two people at least


class Level(Enum):
    """Answers that are taken together."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


LEVELS: Mapping[Level, tuple[int, ...]] = {Level.LOW: (1, 2), Level.MIDDLE: (3,), Level.HIGH: (4, 5)}


class Band(msgspec.Struct, frozen=True):
    """A share of those who answered: at least this, and below that; in percent. 100 is below no other band."""

    least: Annotated[int, msgspec.Meta(ge=0, le=100)]
    below: Annotated[int, msgspec.Meta(ge=0, le=100)]


class Figure(msgspec.Struct, frozen=True):
    """
    Of one item.

    Attributes:
        median: The answer in the middle, 1 to 5; a half where two stand there.
    """

    item: str
    median: float
    low: Band
    middle: Band
    high: Band


class Figures(msgspec.Struct, frozen=True):
    """
    All that is kept once an evaluation is closed.

    Attributes:
        answered: How many people did, at least five.
        asked: How many there were to answer.
        items: Those that enough people gave a number.
    """

    answered: int
    asked: int
    items: tuple[Figure, ...]

    def of(self, item: str) -> Figure | None:
        """Of one item, where there is one."""
        return next((figure for figure in self.items if figure.item == item), None)


def figures_of(questionnaire: Questionnaire, tally: Tally, *, asked: int) -> Figures | None:
    """What may be told; None where fewer than five answered."""
    answered = answered_in(tally)
    if answered < ENOUGH_PEOPLE:
        return None
    told = (_figure(id, tally.get(id, {})) for id in questionnaire.ids)
    items = tuple(figure for figure in told if figure is not None)
    return Figures(answered=answered, asked=max(asked, answered), items=items)


def _figure(item: str, counts: Mapping[int, int]) -> Figure | None:
    numbers = [value for value in VALUES for _ in range(counts.get(value, 0))]
    if len(numbers) < ENOUGH_PEOPLE:
        return None
    half = len(numbers) // 2
    median = (numbers[half] + numbers[-half - 1]) / 2
    bands = {
        level.value: band(sum(numbers.count(value) for value in values), len(numbers))
        for level, values in LEVELS.items()
    }
    return Figure(item=item, median=median, **bands)


def band(count: int, people: int) -> Band:
    """
    Between which shares `count` of `people` lies.

    Args:
        count: At most `people`.
        people: At least five.
    """
    bands = FINE_BANDS if people >= FINE_FROM else BANDS
    step = min(count * bands // people, bands - 1)
    return Band(step * 100 // bands, (step + 1) * 100 // bands)
