"""
A method without its words: what remains is structure, and where each text would stand.

Whoever writes a method of their own keeps its words in the browser. What is sent to be checked, drawn or carried
out has a mark in the place of every text that is there, and ids that say nothing. `placed` puts the place of each
text where the text would be; whoever has the words reads it as that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from kring.core.methods.method import Method, Text

MARK = "x"  # one word: the rule that compares languages leaves it alone
OWN = "own"  # the id of a method whose own id nobody is to know

_NEUTRAL = re.compile(r"(phase|slot|part|choice)-[0-9]{1,3}")
_BEFORE, _AFTER = "⟦", "⟧"

_OnText = Callable[[tuple[str, ...]], Text]


def has_no_words(method: Method) -> bool:
    """Whether nothing in it can be what a person wrote."""
    return all(word in ("", MARK, OWN) or _NEUTRAL.fullmatch(word) for word in _words(method))


def placed(method: Method, within: tuple[str, ...] = ()) -> Method:
    """
    The same with the place of each text instead of it, as in `⟦phases.phase-2.purpose⟧`.

    Where the words of more than one are together, the place says `within` what the method itself stands.
    """
    told: Method = _mapped(method, within, _place)
    source = told.credit.source and _shown((*within, "credit", "source"))
    return replace(told, credit=replace(told.credit, source=source))


def _place(place: tuple[str, ...]) -> Text:
    there = _shown(place)
    return Text(nl=there, en=there)


def _shown(place: tuple[str, ...]) -> str:
    return f"{_BEFORE}{'.'.join(place)}{_AFTER}"


def _words(thing: object) -> list[str]:
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, msgspec.Struct):
        return [word for name in thing.__struct_fields__ for word in _words(getattr(thing, name))]
    if isinstance(thing, tuple):
        return [word for item in thing for word in _words(item)]
    return []


def _mapped(thing: Any, place: tuple[str, ...], on_text: _OnText) -> Any:  # as many types as the language has
    if isinstance(thing, Text):
        return on_text(place)
    if isinstance(thing, msgspec.Struct):
        names = thing.__struct_fields__
        return replace(
            thing, **{name: _mapped(getattr(thing, name), (*place, name), on_text) for name in names}
        )
    if isinstance(thing, tuple):
        return tuple(
            _mapped(item, (*place, str(getattr(item, "id", number))), on_text)
            for number, item in enumerate(thing, start=1)
        )
    return thing
