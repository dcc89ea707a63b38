"""
Situations with the advice for each: `tests/vectors/advice.json`.

Python and TypeScript must both give these answers. Run this file to draw situations anew, after a change of the
rules, the sentences or a method: `python -m tests.core.methods.advice.vectors`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from msgspec.structs import replace

from kring.core.methods.advice import Reason, Situation, advise, packed, sentence
from kring.core.methods.advice.standing import methods_done
from kring.core.methods.method import Exposure, GroupSize, Level, Method, QuestionKind
from tests.core.methods.advice.situations import BY_ID, LIBRARY, libraries, situations

FILE = Path(__file__).parents[3] / "vectors" / "advice.json"
MANY = 300

Library = tuple[Method, ...]


class Changed(msgspec.Struct, frozen=True):
    """What a circle made of a shipped method."""

    id: str
    level: Level
    exposure: Exposure
    suits: tuple[QuestionKind, ...]
    group: GroupSize


class Asked(msgspec.Struct, frozen=True):
    """A situation, and the library where it isn't the shipped one."""

    situation: Situation
    own: tuple[Changed, ...] | None


class File(msgspec.Struct, frozen=True):
    """What of the file this end reads; the answers are worked out anew."""

    asked: tuple[Asked, ...]


# Rare enough to be told by hand: beginners, and a method of their own that is easy and lays open much.
OPEN_TOO_SOON = Asked(
    Situation(minutes=60, people=6),
    (Changed("basis", Level.BEGINNER, Exposure.HIGH, (QuestionKind.EMOTION,), GroupSize(4, 8)),),
)


def drawn(many: int = MANY) -> tuple[Asked, ...]:
    """Situations that Hypothesis thinks of."""
    found: list[Asked] = []

    @settings(max_examples=many, database=None, derandomize=True, deadline=None)
    @given(situations, libraries)
    def draw(situation: Situation, library: Library) -> None:
        own = None if library == LIBRARY else tuple(changed(method) for method in library)
        found.append(Asked(situation, own))

    draw()
    return (*found, OPEN_TOO_SOON)


def kept() -> tuple[Asked, ...]:
    """The situations in the file."""
    return msgspec.json.decode(FILE.read_bytes(), type=File).asked


def as_text(asked: Iterable[Asked]) -> str:
    """The file: a situation a line, so that a change can be read."""
    said = Said()
    rows = [(one, said.answer(one)) for one in asked]
    parts = {
        "suitcase": _line(packed(LIBRARY)),
        "said": _lines(said.rows),
        "asked": _lines(_plain(one) for one, _ in rows),
        "answered": _lines(answer for _, answer in rows),
    }
    return "{" + ",\n".join(f'"{name}":{text}' for name, text in parts.items()) + "}\n"


@dataclass(slots=True)
class Said:
    """Every different reason once, with its sentences: an answer names it by its number."""

    rows: list[tuple[Any, str, str]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def answer(self, one: Asked) -> dict[str, Any]:
        """The ranked ones with their reasons and cautions, the others with their obstacle."""
        advice = advise(one.situation, library_of(one))
        return {
            "ranked": [
                [found.method.id, self._all(found.reasons), self._all(found.cautions)]
                for found in advice.ranked
            ],
            "hindered": [[found.method.id, self._number(found.obstacle)] for found in advice.hindered],
        }

    def _all(self, reasons: Sequence[Reason]) -> list[int]:
        return [self._number(reason) for reason in reasons]

    def _number(self, reason: Reason) -> int:
        plain = msgspec.to_builtins({"code": reason.code, "args": dict(reason.args)})
        name = json.dumps(plain, sort_keys=True)
        if name not in self._numbers:
            self._numbers[name] = len(self.rows)
            self.rows.append((plain, sentence(reason, "nl"), sentence(reason, "en")))
        return self._numbers[name]


def library_of(one: Asked) -> Library:
    """The shipped methods, or those that were changed."""
    if one.own is None:
        return LIBRARY
    return tuple(
        replace(BY_ID[own.id], level=own.level, exposure=own.exposure, suits=own.suits, group=own.group)
        for own in one.own
    )


def changed(method: Method) -> Changed:
    """What may differ from the shipped one."""
    return Changed(method.id, method.level, method.exposure, method.suits, method.group)


def _plain(one: Asked) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(one)
    # The browser is told the methods in order, this end has their dates.
    plain["situation"]["refused"] = sorted(one.situation.refused)
    return {**plain, "history": methods_done(one.situation)}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(values: Iterable[object]) -> str:
    return "[\n" + ",\n".join(_line(value) for value in values) + "\n]"


if __name__ == "__main__":
    FILE.write_text(as_text(drawn()), encoding="utf-8")
