"""What is written on buttons and fields, in the language of whoever reads it."""

import gettext
from functools import cache
from pathlib import Path
from typing import Literal

import kring.web
from kring.core.growth.load import load_own_blocks
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Block, Method, Phase, Text

Language = Literal["nl", "en"]

LOCALE = Path(kring.web.__file__).parent / "locale"


def label(english: str, language: Language) -> str:
    """A text of the interface, as this person sees it."""
    dutch = _dutch().gettext(english)
    assert dutch != english, f"the interface says this nowhere: {english}"
    return english if language == "en" else dutch


def method_name(method: str, language: Language) -> str:
    return in_language(_method(method).name, language)


def phase_name(phase: str, method: str, language: Language) -> str:
    return in_language(next(one.name for one in _phases(method) if one.id == phase), language)


def prompt(slot: str, method: str, language: Language) -> str:
    """What stands above the box of a slot, in a method or in a block."""
    found = next(writing for phase in _phases(method) for writing in phase.writing if writing.id == slot)
    return in_language(found.prompt, language)


def in_language(text: Text, language: Language) -> str:
    return text.nl if language == "nl" else text.en


@cache
def _dutch() -> gettext.NullTranslations:
    return gettext.translation("django", LOCALE, ["nl"])


def _method(method: str) -> Method:
    return next(one for one in load_library() if one.id == method)


def _phases(method: str) -> list[Phase]:
    parts: list[Method | Block] = [
        _method(method),
        *load_blocks().values(),
        *load_own_blocks().values(),
    ]
    return [phase for part in parts for phase in part.phases]
