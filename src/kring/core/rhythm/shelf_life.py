"""How long a circle keeps: about two years, or what was agreed; and what to choose then (product rule 10)."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text
from kring.core.rhythm.months import months_after

FILE = Path(__file__).parent / "shelf_life.yaml"
MONTHS = 24  # rule 10: after about two years the flow can go
IN_SIGHT = 3  # months ahead: two or three meetings to talk about it before it is there
MEETINGS_BETWEEN_CHECKS = 4  # a season has one or two, and nobody fills in forms instead of meeting


class Stage(Enum):
    """How far a circle is in what it agreed."""

    FRESH = "fresh"
    NEARING = "nearing"
    OVER = "over"


class Choice(Enum):
    """What a circle can do at the end of its agreement."""

    RENEW = "renew"
    REFRESH = "refresh"
    MERGE = "merge"
    END = "end"


class ShelfLife(msgspec.Struct, frozen=True):
    """Where a circle stands, and the last day of its agreement or its two years, whichever comes first."""

    stage: Stage
    until: date


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice in words."""

    name: Text
    what: Text


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    stages: dict[Stage, Text]
    choices: dict[Choice, Named]


def shelf_life(started_on: date, agreed_until: date | None, today: date) -> ShelfLife:
    """
    Where a circle stands today.

    Args:
        started_on: When it began, or was last renewed.
        agreed_until: The last day of the agreement, if there is one.
        today: In the circle's own zone.
    """
    kept_until = months_after(started_on, MONTHS)
    until = kept_until if agreed_until is None else min(agreed_until, kept_until)
    if today > until:
        return ShelfLife(Stage.OVER, until)
    near = months_after(today, IN_SIGHT) >= until
    return ShelfLife(Stage.NEARING if near else Stage.FRESH, until)


def is_self_check_due(held_since_last: int) -> bool:
    """
    Whether the coming meeting has a self-check: every fourth, and the next one where it was left out.

    Args:
        held_since_last: Meetings held since the last check, or since the start.
    """
    return held_since_last + 1 >= MEETINGS_BETWEEN_CHECKS


@cache
def load_words() -> Words:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Words)
