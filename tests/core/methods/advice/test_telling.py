"""The sentences of the advice."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from kring.core.methods.advice import Caution, Favour, Obstacle
from kring.core.methods.advice.reasons import Code
from kring.core.methods.advice.telling import load_sentences
from kring.core.methods.method import QuestionKind, Text

FILE = load_sentences()
SENTENCES: tuple[tuple[Code, Text], ...] = (
    *FILE.favours.items(),
    *FILE.cautions.items(),
    *FILE.obstacles.items(),
)


def filled_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_code_has_a_sentence_and_every_kind_a_name() -> None:
    assert set(FILE.favours) == set(Favour)
    assert set(FILE.cautions) == set(Caution)
    assert set(FILE.obstacles) == set(Obstacle)
    assert set(FILE.kinds) == set(QuestionKind)


@pytest.mark.parametrize(("code", "text"), SENTENCES)
def test_both_languages_say_the_same_things_calmly(code: Code, text: Text) -> None:
    assert filled_in(text.nl) == filled_in(text.en)
    assert not re.search(r"[!_]|\b(u|uw|men)\b", text.nl, re.IGNORECASE)
