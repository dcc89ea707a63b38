"""
The sentences of the trail: what organisers and clients looked at and did.

Each room says its own when the site starts (`AppConfig.ready`):

    traces.say("added-people", ngettext_lazy("%(name)s added %(count)s person.", "%(name)s added %(count)s people.", "count"))
    traces.say("looked-at-people", _("%(name)s looked at the list of people."), look=True)

`name` is always there; the rest is what the trace tells about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Sentence:
    """How a trace reads; `look` for what changed nothing, which is noted once an hour at most."""

    text: Promise
    look: bool


_sentences: dict[str, Sentence] = {}


def say(
    what: str, text: Any, *, look: bool = False
) -> None:  # Any: what gettext_lazy gives calls itself a str
    """A room says how a trace of this kind reads."""
    _sentences[what] = Sentence(text, look)


def sentence(what: str) -> Sentence:
    """
    The sentence of a kind.

    Raises:
        LookupError: no room said it: a trace that nobody could read.
    """
    return _sentences[what]


def told(what: str, name: str, about: Mapping[str, object]) -> str:
    """A trace in the language of the page."""
    return str(sentence(what).text % {**about, "name": name})
