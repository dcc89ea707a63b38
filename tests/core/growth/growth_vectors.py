"""
Vectors for what the browser works out of sealed growth: season lines and self-checks.

After a change: `python -m tests.core.growth.growth_vectors`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from kring.core.growth.goals import Feedback, LearningGoal, OwnMark, season_line
from kring.core.growth.self_check import load_self_check, outcomes
from kring.core.members import MemberId

FILE = Path(__file__).resolve().parents[2] / "vectors/growth.json"
START = date(2026, 1, 8)
NAMES = tuple(MemberId(name) for name in ("noor", "bram", "imane", "joost", "wei", "saskia"))
CRITERIA = [criterion.id for criterion in load_self_check().criteria]


def as_text() -> str:
    """The whole file."""
    chance = Random(19)  # product rule 19
    vectors = {
        "lines": [_line(chance) for _ in range(12)],
        "criteria": CRITERIA,
        "checks": [_check(chance, people, closed=people != 5) for people in (0, 3, 4, 4, 5, 6, 6, 8)],
    }
    return json.dumps(vectors, ensure_ascii=False) + "\n"


def _line(chance: Random) -> dict[str, Any]:
    def day() -> date:
        return START + timedelta(weeks=chance.randrange(8))

    shared = chance.choice((None, START, day()))
    goal = LearningGoal(
        owner=NAMES[0], since=START + timedelta(weeks=chance.randrange(2)), shared_since=shared
    )
    own = [OwnMark(day(), chance.randint(1, 5)) for _ in range(chance.randrange(6))]
    feedback = [
        Feedback(chance.choice(NAMES), day(), chance.randint(1, 5)) for _ in range(chance.randrange(14))
    ]
    return {
        "goal": msgspec.to_builtins(goal),
        "own": msgspec.to_builtins(own),
        "feedback": msgspec.to_builtins(feedback),
        "points": msgspec.to_builtins(season_line(goal, own, feedback)),
    }


def _check(chance: Random, people: int, *, closed: bool) -> dict[str, Any]:
    sheets = [{id: chance.randint(1, 5) for id in CRITERIA if chance.random() < 0.85} for _ in range(people)]
    return {
        "sheets": sheets,
        "closed": closed,
        "outcomes": msgspec.to_builtins(outcomes(sheets, closed=closed)),
    }


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
