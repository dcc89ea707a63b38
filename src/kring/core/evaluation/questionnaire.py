"""What people are asked about a programme (product rules 21 and 22)."""

from __future__ import annotations

from enum import Enum

import msgspec

from kring.core.methods.method import Text

VALUES = (1, 2, 3, 4, 5)
DOES_NOT_APPLY = 0  # an answer like any other: nobody has to make one up
CHOICES = (*VALUES, DOES_NOT_APPLY)


class About(Enum):
    """What an item is about; the order in which they are asked."""

    CIRCLE = "circle"
    YIELD = "yield"
    PROGRAMME = "programme"
    GOING_ON = "going_on"


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What its two ends are called: 1 is `low`, 5 is `high`."""

    low: Text
    high: Text


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    One sentence to agree with or not.

    Attributes:
        id: In words; never used again for another sentence, because answers of two moments are compared by it.
    """

    id: str
    about: About
    says: Text


class Questionnaire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    What is asked at one moment. It has no field for words: those would give somebody away.

    Attributes:
        name: Of the moment, such as 'Halfway'.
        when: For the organiser: when to ask this.
        beside: Id of an earlier questionnaire whose figures are shown beside these; empty for none.
    """

    id: str
    name: Text
    when: Text
    scale: Scale
    items: tuple[Item, ...]
    beside: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of its items, in order."""
        return tuple(item.id for item in self.items)
