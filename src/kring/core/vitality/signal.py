"""What a signal is: a question to the circle, never a score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

import msgspec

from kring.core.vitality.history import History


class Level(Enum):
    """Too early to say, nothing to see, or worth a look together."""

    TOO_EARLY = "too_early"
    QUIET = "quiet"
    LOOK = "look"


class Signal(msgspec.Struct, frozen=True):
    """
    One signal at one moment. `telling` has its question, what to try, and why.

    Attributes:
        id: The word by which `signals.yaml` knows it.
        numbers: What it rests on, by the names that its sentence uses; nothing while it is too early.
    """

    id: str
    level: Level
    numbers: dict[str, float]


class Measured(msgspec.Struct, frozen=True):
    """What a measure found: whether it is worth a look, and the numbers it rests on."""

    worth_a_look: bool
    numbers: dict[str, float]


Limits: TypeAlias = Mapping[str, float]
Measure: TypeAlias = Callable[[History, date, Limits], Measured | None]
"""None where there is too little to go by: a signal says nothing rather than guess."""


def percent(part: float, whole: float) -> int:
    """A share in whole percents; half rounds up, as it does in the browser."""
    return int(100 * part / whole + 0.5)


def tenths(number: float) -> float:
    """To one decimal, half up."""
    return int(10 * number + 0.5) / 10
