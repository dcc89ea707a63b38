"""
Vectors for what the browser works out of sealed meetings: who hasn't brought a case for long.

After a change: `python -m tests.core.rhythm.reminding_vectors`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from kring.core.members import MemberId
from kring.core.rhythm.reminding import whom_to_remind

FILE = Path(__file__).resolve().parents[2] / "vectors/reminding.json"
START = date(2026, 1, 8)
NAMES = tuple(MemberId(name) for name in ("noor", "bram", "imane", "joost", "wei", "saskia"))


def as_text() -> str:
    """The whole file."""
    chance = Random(24)  # product rule 24
    return json.dumps({"reminding": [_reminding(chance) for _ in range(24)]}, ensure_ascii=False) + "\n"


def _reminding(chance: Random) -> dict[str, Any]:
    def day() -> date:
        return START + timedelta(weeks=chance.randrange(30))

    since = {name: day() for name in NAMES[: chance.randrange(7)]}
    held = sorted(day() for _ in range(chance.randrange(12)))
    least = chance.choice((None, None, 0, 1, 3))
    return {
        "since": msgspec.to_builtins(since),
        "held": msgspec.to_builtins(held),
        "least": least,
        "reminders": msgspec.to_builtins(whom_to_remind(since, held, least)),
    }


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
