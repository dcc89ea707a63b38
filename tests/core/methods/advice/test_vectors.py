"""The vectors that hold the browser's adviser to this one."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.advice import Caution, Favour, Obstacle, advise
from kring.core.methods.advice.reasons import Code
from tests.core.methods.advice.vectors import FILE, as_text, kept, library_of


def test_vectors_are_current() -> None:
    # Compared as a whole, a difference would fill a screen many times over.
    is_current = FILE.read_text(encoding="utf-8") == as_text(kept())

    assert is_current, "draw them anew: python -m tests.core.methods.advice.vectors"


def test_vectors_give_every_reason_there_is() -> None:
    assert set(codes()) == {*Favour, *Caution, *Obstacle}


def codes() -> Iterator[Code]:
    for one in kept():
        advice = advise(one.situation, library_of(one))
        yield from (found.obstacle.code for found in advice.hindered)
        for found in advice.ranked:
            yield from (reason.code for reason in (*found.reasons, *found.cautions))
