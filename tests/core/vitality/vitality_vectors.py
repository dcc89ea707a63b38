"""
Vectors that hold the browser's watch over a circle to the craft's: circles in health, and each illness.

After a change: `python -m tests.core.vitality.vitality_vectors`.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from msgspec.structs import replace

from kring.core.methods.faults import Language
from kring.core.vitality import History, Signal, drawings, told, watch
from tests.core.vitality.circles import IMANE, healthy, today_of
from tests.core.vitality.worsening import WORSE, Moment, fallen_ill, more_for

FILE = Path(__file__).resolve().parents[2] / "vectors/vitality.json"
STIRRED = ("same_few", "safety_falling", "shelf_life")


def as_text() -> str:
    """The whole file."""
    chance = Random(24)  # product rule 24
    moments = [*(fallen_ill(signal) for signal in WORSE), one_voice_grew(), nobody_noted_whose(), *_well()]
    moments += [stirred(fallen_ill(signal), chance) for signal in STIRRED]
    return (
        "[\n" + ",\n".join(json.dumps(_vector(*moment), ensure_ascii=False) for moment in moments) + "\n]\n"
    )


def one_voice_grew() -> Moment:
    """A circle in which one peer takes ever more of the others' time."""
    moment: Moment = (healthy(6), today_of(healthy(6)))
    for _ in range(7):
        moment = more_for(IMANE, moment)
    return moment


def nobody_noted_whose() -> Moment:
    """A circle where of some meetings only the method is known."""
    history, today = fallen_ill("same_few")
    meetings = tuple(
        replace(meeting, cases=tuple(replace(case, presenter=None) for case in meeting.cases))
        if number % 3 == 0
        else meeting
        for number, meeting in enumerate(history.meetings)
    )
    return replace(history, meetings=meetings), today


def stirred(moment: Moment, chance: Random) -> Moment:
    """After some steps for the worse, of any kind."""
    for _ in range(40):
        steps = list(WORSE[chance.choice(sorted(WORSE))](moment))
        moment = chance.choice(steps) if steps else moment
    return moment


def _well() -> list[Moment]:
    return [(healthy(count), today_of(healthy(count))) for count in (0, 1, 6)]


def _vector(history: History, today: date) -> dict[str, Any]:
    signals = watch(history, today)
    return {
        "history": msgspec.to_builtins(history),
        "today": today.isoformat(),
        "signals": msgspec.to_builtins(signals),
        "sentences": {"nl": _sentences(signals, "nl"), "en": _sentences(signals, "en")},
        "rows": {series.id: msgspec.to_builtins(series.rows) for series in drawings(history)},
    }


def _sentences(signals: tuple[Signal, ...], language: Language) -> list[str]:
    heard = [told(signal, language) for signal in signals]
    return [f"{one.rests_on} {one.question}" for one in heard]


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
