"""The programmes that a proposal can begin from (product rules 6 and 11)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "templates.yaml"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a first proposal says; the organiser changes it as client and participants wish."""

    shape: Text
    goals: Text
    guidance: Text
    evaluation: Text


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One kind of programme.

    Attributes:
        id: In words; never used again for another one.
        rhythm: Id of a shape in `core.rhythm`.
        weeks: Whole weeks from one meeting to the next.
        minutes: Of a meeting, at least an hour and a half.
        meetings: How many are planned for each circle.
        guided: Whether somebody from outside leads.
        for_client: Whether somebody commissions it; otherwise people enrol by themselves.
    """

    id: str
    name: Text
    what: Text
    rhythm: str
    weeks: Annotated[int, msgspec.Meta(ge=1, le=13)]
    minutes: Annotated[int, msgspec.Meta(ge=90, le=480)]
    meetings: Annotated[int, msgspec.Meta(ge=1, le=26)]
    guided: bool
    for_client: bool
    words: Words


@cache
def load_templates() -> tuple[Template, ...]:
    """The shipped ones, the most usual first."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), dict[str, tuple[Template, ...]])[
        "templates"
    ]


def template_of(name: str) -> Template | None:
    """The one with this id."""
    return next((template for template in load_templates() if template.id == name), None)
