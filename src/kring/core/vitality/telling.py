"""A signal in words, for the circle."""

from __future__ import annotations

import msgspec

from kring.core.methods.faults import Language, say
from kring.core.vitality.book import load_book
from kring.core.vitality.signal import Level, Signal


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """
    What a page shows of a signal.

    Attributes:
        rests_on: The numbers in a sentence; while it is too early, what it waits for.
        question, try_this: Blank unless it is worth a look.
        why, sources: For whoever wants to know, always there.
    """

    name: str
    rests_on: str
    question: str
    try_this: str
    why: str
    sources: tuple[str, ...]


def told(signal: Signal, language: Language) -> Told:
    """A signal as one would say it."""
    book = load_book()
    asks = book.asks(signal.id)
    early = signal.level is Level.TOO_EARLY
    sentence = book.early[asks.counts] if early else asks.rests_on
    numbers = asks.limits if early else signal.numbers
    look = signal.level is Level.LOOK
    return Told(
        name=say(asks.name, language),
        rests_on=say(sentence, language).format(
            **{name: _figure(number, language) for name, number in numbers.items()}
        ),
        question=say(asks.question, language) if look else "",
        try_this=say(asks.try_this, language) if look else "",
        why=say(asks.why, language),
        sources=asks.sources,
    )


def _figure(number: float, language: Language) -> str:
    """A number as it is written: 4 and not 4.0; with a comma in Dutch."""
    if number == int(number):
        return str(int(number))
    return str(number).replace(".", "," if language == "nl" else ".")
