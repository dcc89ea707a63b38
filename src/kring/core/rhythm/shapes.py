"""The shapes of a series that a circle chooses from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "shapes.yaml"


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number that may vary, and what it usually is."""

    least: int
    usual: int
    most: int


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many meetings, and how many whole weeks from one to the next."""

    id: str
    name: Text
    what: Text
    meetings: Between
    weeks: Between


@cache
def load_shapes() -> tuple[Shape, ...]:
    """The shipped shapes, the simplest first."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), dict[str, tuple[Shape, ...]])[
        "shapes"
    ]
