"""
What is left of the meetings in `tests/vectors/replay.json`: their courses, in `tests/vectors/courses.json`.

After a change: `python -m tests.core.vitality.course_vectors`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kring.core.meetings import Numbered, Plan
from kring.core.vitality import Meeting, course_of
from tests.core.meetings.replay_vectors import FILE as REPLAY

FILE = Path(__file__).resolve().parents[2] / "vectors/courses.json"
WITNESS = "bram"


def as_text() -> str:
    """A course a line, in the order of the meetings."""
    courses = (json.dumps(told(course_of(plan, events, events[0].at.date()))) for plan, events in meetings())
    return "[\n" + ",\n".join(courses) + "\n]\n"


def meetings() -> Iterator[tuple[Plan, list[Numbered]]]:
    """The plan and what one of them saw happen."""
    file = json.loads(REPLAY.read_text(encoding="utf-8"))
    plans = {name: msgspec.convert(plan, Plan) for name, plan in file["plans"].items()}
    for meeting in file["meetings"]:
        steps = (step["events"] for step in meeting["steps"])
        seen = (events.get("everybody", events.get(WITNESS)) for events in steps)
        yield plans[meeting["plan"]], [numbered(event) for events in seen for event in events]


def numbered(event: dict[str, Any]) -> Numbered:
    """From how it goes over the line."""
    place = {name: event.pop(name) for name in ("number", "at")}
    return msgspec.convert({**place, "event": event}, Numbered)


def told(course: Meeting) -> dict[str, Any]:
    """As both sides write it down, without what a course doesn't have."""
    apart = ("presences", "case_ahead", "ratings", "intentions")
    return {name: value for name, value in msgspec.to_builtins(course).items() if name not in apart}


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
