"""Reasons as sentences, in Dutch and English, from `sentences.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from kring.core.methods.advice.advise import Suggestion
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.advice.reasons import Argument, Caution, Code, Favour, Obstacle, Reason
from kring.core.methods.faults import Language, say
from kring.core.methods.method import QuestionKind, Text

SENTENCES = Path(__file__).parent / "sentences.yaml"
AT_A_GLANCE = 3  # sentences; as many as one reads before choosing


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    The whole file.

    Attributes:
        favours, cautions, obstacles: A sentence for each code.
        kinds: What a presenter brings, to stand within a sentence.
        times: Once, twice and so on; `many_times` counts on with figures.
        quoted: How the name of a method stands within a sentence.
    """

    favours: dict[Favour, Text]
    cautions: dict[Caution, Text]
    obstacles: dict[Obstacle, Text]
    kinds: dict[QuestionKind, Text]
    times: tuple[Text, ...]
    many_times: Text
    quoted: Text


def sentence(reason: Reason, language: Language) -> str:
    """A reason as one would say it."""
    words = {name: _word(name, value, language) for name, value in reason.args.items()}
    return say(_by_code()[reason.code], language).format(**words)


def told(suggestion: Suggestion, language: Language, most: int = AT_A_GLANCE) -> str:
    """The weightiest reasons for a suggestion, one after the other."""
    return " ".join(sentence(reason, language) for reason in suggestion.reasons[:most])


@cache
def load_sentences() -> Sentences:
    """
    The shipped sentences.

    Raises:
        msgspec.ValidationError: a code that doesn't exist, or a sentence that isn't there in both languages.
    """
    return msgspec.convert(plain_from(SENTENCES.read_text(encoding="utf-8")), Sentences)


@cache
def _by_code() -> Mapping[Code, Text]:
    file = load_sentences()
    return MappingProxyType({**file.favours, **file.cautions, **file.obstacles})


def _word(name: str, value: Argument, language: Language) -> str:
    file = load_sentences()
    match value:
        case QuestionKind():
            return say(file.kinds[value], language)
        case Text():
            return say(file.quoted, language).format(name=say(value, language))
        case int() if name == "times":
            if value <= len(file.times):
                return say(file.times[value - 1], language)
            return say(file.many_times, language).format(count=value)
        case _:
            return str(value)
