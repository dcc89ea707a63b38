"""The words, limits, reasons and sources of all signals, from `signals.yaml`."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "signals.yaml"


class Counts(Enum):
    """What a signal needs enough of before it says anything."""

    MEETINGS = "meetings"
    FIRST_MEETING = "first_meeting"
    DATES = "dates"
    CASES = "cases"
    ANSWERED = "answered"
    INTENTIONS = "intentions"


class Asks(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One signal, as data.

    Attributes:
        sealed: Whether it rests on what only members can open.
        limits: Numbers that its measure compares with; `least` is the least it needs to say anything.
        rests_on: The numbers in a sentence.
        try_this: One thing to do about it.
        why: The reason for the signal and its limit.
        sources: Where that comes from, as addresses.
    """

    id: str
    sealed: bool
    name: Text
    counts: Counts
    limits: dict[str, float]
    rests_on: Text
    question: Text
    try_this: Text
    why: Text
    sources: tuple[str, ...]


class SeriesWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a series is called, and the heads of its table."""

    name: Text
    key: Text
    columns: tuple[Text, ...]


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    early: dict[Counts, Text]
    signals: tuple[Asks, ...]
    series: dict[str, SeriesWords]

    def asks(self, signal: str) -> Asks:
        """
        One signal.

        Raises:
            KeyError: there is none of that name.
        """
        for asks in self.signals:
            if asks.id == signal:
                return asks
        raise KeyError(signal)


@cache
def load_book() -> Book:
    """
    The shipped file.

    Raises:
        msgspec.ValidationError: something is missing, or isn't there in both languages.
    """
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Book)


def as_json() -> str:
    """
    The same for the browser, as it stands in `frontend/vitality/signals.json`.

    After a change: `python -c "from kring.core.vitality.book import as_json; print(as_json(), end='')"` into that file.
    """
    return msgspec.json.format(msgspec.json.encode(load_book()), indent=2).decode() + "\n"
