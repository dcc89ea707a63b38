"""The words of forming, and how a sentence is filled in; what is said of a table stands here too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from kring.core.circles.forming.reading import Fault, Mend
from kring.core.circles.forming.reasons import Why
from kring.core.circles.forming.rules import Rule
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "words.yaml"
Language = Literal["nl", "en"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    rules: Mapping[Rule, Text]
    wishes: Mapping[str, Text]
    why: Mapping[Why, Text]
    kept_apart: Text
    kept_apart_by: Text
    change: Mapping[str, Text]
    moved: Mapping[str, Text]
    here: Mapping[str, Text]
    slot: Text
    part_of_day: Text
    languages: Mapping[str, Text]
    days: Mapping[str, Text]
    parts: Mapping[str, Text]
    mend: Mapping[Mend, Text]
    fields: Mapping[str, Text]
    report: Mapping[str, Text]
    command: Mapping[str, Text]
    checked: Mapping[str, Text]


@cache
def load_words() -> Words:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Words)


def say(text: Text, language: Language, **values: object) -> str:
    """A sentence with its places filled in."""
    return (text.nl if language == "nl" else text.en).format(**values)


def told_fault(fault: Fault, language: Language) -> str:
    """What to mend in a table."""
    words = load_words()
    field = say(words.fields[fault.field], language)
    return say(words.mend[fault.mend], language, field=field, value=fault.value)
