"""Forms for a private reflection after a meeting: free, three dimensions, STARR, four prompts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "reflection.yaml"


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of a form; the answer is sealed under its id."""

    id: str
    asks: Text


class ReflectionForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A form to choose; `source` says whose it is, where it is somebody's."""

    id: str
    name: Text
    summary: Text
    prompts: tuple[Prompt, ...]
    source: Text | None = None


@cache
def load_reflection_forms() -> tuple[ReflectionForm, ...]:
    """The shipped forms, the freest first."""
    plain = plain_from(FILE.read_text(encoding="utf-8"))
    return msgspec.convert(plain, dict[str, tuple[ReflectionForm, ...]])["forms"]
