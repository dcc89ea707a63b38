"""
Meetings with what each person's screen shows at every step: `tests/vectors/replay.json`.

Python and TypeScript must both give these views. Run this file to write them anew after a change of the rules or
of a method: `python -m tests.core.meetings.replay_vectors`.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from kring.core.meetings import (
    Now,
    Numbered,
    Pace,
    PersonId,
    Plan,
    Refusal,
    Stage,
    State,
    commands,
    evolve,
    projection,
    unroll,
    usual,
    view,
)
from kring.core.meetings.fitting import fitting
from kring.core.methods.load import load_blocks
from kring.core.methods.method import Text
from tests.core.meetings.circle import BRAM, IMANE, JOOST, METHODS, NOOR, SHELF, WEI, Circle, hall, plan_of
from tests.core.meetings.walking import DOES

FILE = Path(__file__).parents[2] / "vectors" / "replay.json"
ONLOOKERS = (BRAM, NOOR, IMANE, WEI)
STEPS = 170
STEPS_PER_PHASE = 8  # then somebody goes on, so that every phase is seen
RARELY = {"leave": 0.02, "close_meeting": 0.0, "back": 0.1, "next": 0.2, "introduce": 0.05, "observe": 0.1}
RARELY |= {
    "take_over": 0.2,
    "hand_over": 0.1,
    "give_time": 0.3,
    "skip": 0.3,
    "give_floor": 0.5,
    "decline": 0.1,
}
RARELY |= {"call_time_out": 0.1, "ask_break": 0.1, "pause": 0.2, "loop": 3, "end_time_out": 5, "resume": 5}

# Together every way to hold the floor, with the presenter in every place: more would be more of the same.
WALKED = (
    "action-learning-coach",
    "balint-group",
    "basis",
    "clinic",
    "collegiaal-acht-stappen",
    "dilemma",
    "every-mode",
    "incident-kort",
    "roddel",
    "tien-stappen",
    "troika",
    "waarderend",
)
SHORT = "vijf-minuten"  # twice in one meeting
MEETINGS = [(name, name not in {"basis", "every-mode"}, Pace.LIVE) for name in WALKED]
MEETINGS += [("basis", True, Pace.DAYS), ("every-mode", False, Pace.DAYS), ("every-mode", False, Pace.LIVE)]


def vectors() -> dict[str, Any]:
    """All of them, as plain data."""
    plans: dict[str, Any] = {}
    meetings = []
    composed = {
        f"{method} {pace.value}{' with blocks' if blocks else ''}": plan_of(method, blocks=blocks, pace=pace)
        for method, blocks, pace in MEETINGS
    }
    composed["two cases"] = unroll(usual(METHODS[SHORT], load_blocks(), 150, cases=2), SHELF)
    composed["several circles"] = hall()
    for seed, (name, texts) in enumerate(composed.items()):
        plan = _without_texts(texts)
        plans[name] = msgspec.to_builtins(plan)
        meetings.append({"plan": name, "steps": _Meeting(plan, random.Random(f"meeting {seed}")).steps()})
    return {"plans": plans, "meetings": meetings}


def as_text() -> str:
    """The file: a step a line, so that a change can be read."""
    found = vectors()
    lines = []
    for meeting in found["meetings"]:
        steps = ",\n".join(json.dumps(step, separators=(",", ":")) for step in meeting["steps"])
        lines.append(f'{{"plan":{json.dumps(meeting["plan"])},"steps":[\n{steps}\n]}}')
    plans = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(plan, separators=(',', ':'))}"
        for name, plan in found["plans"].items()
    )
    return f'{{"plans":{{\n{plans}\n}},\n"meetings":[\n{",".join(lines)}\n]}}\n'


class _Meeting:
    """One meeting of five, lively and a bit unruly; Wei comes late."""

    def __init__(self, plan: Plan, chance: random.Random) -> None:
        self.circle = Circle(plan)
        self.chance = chance
        self.told, self.before = 0, State(plan=plan)
        self.phase, self.in_phase = -1, 0
        self.seen = dict.fromkeys(ONLOOKERS, State(plan=plan))
        self.shown: dict[PersonId, dict[str, Any]] = {person: {} for person in ONLOOKERS}

    def steps(self) -> list[dict[str, Any]]:
        return [self._step() for deed in self._deeds() if deed]

    def _deeds(self) -> Any:
        for person in (BRAM, NOOR, IMANE, JOOST):
            yield self.circle.do(person, commands.Join)
            yield self.circle.do(person, commands.Introduce, text=f"name of {person}")
            yield self.circle.do(person, commands.Assent)
        yield self.circle.do(BRAM, commands.Start)
        for number in range(STEPS):
            if number == STEPS // 3:
                yield self.circle.do(WEI, commands.Join)
            if self.circle.state.stage is Stage.CLOSED:
                return
            yield self._goes_on(f"s{number}") or self._somebody(f"s{number}")

    def _goes_on(self, command_id: str) -> bool:
        circle, state = self.circle, self.circle.state
        self.in_phase = self.in_phase + 1 if state.phase == self.phase else 0
        self.phase = state.phase
        if self.in_phase < STEPS_PER_PHASE:
            return False
        for tag in ("end_time_out", "resume", "choose_presenter", "next"):
            for person in circle.state.people:
                if tag in circle.view(person).may and (tag != "choose_presenter" or state.presenter is None):
                    command = fitting(
                        circle.state, person, tag, command_id=command_id, text="", pick=self.chance.choice
                    )
                    return bool(circle.send(person, command))
        return False

    def _somebody(self, command_id: str) -> bool:
        circle, chance = self.circle, self.chance
        circle.wait(milliseconds=chance.randint(0, 70_000 if circle.plan.pace is Pace.LIVE else 10**7))
        person = chance.choice(sorted(circle.state.people))
        if chance.random() < 0.05:
            circle.loses(person)
            return True
        tag = self._wish(person)
        if tag is None:
            return False
        command = fitting(
            circle.state, person, tag, command_id=command_id, text=f"<{command_id}>", pick=chance.choice
        )
        outcome = circle.send(person, command)
        assert not isinstance(outcome, Refusal), (tag, outcome)
        return True

    def _wish(self, person: PersonId) -> str | None:
        seen = self.circle.view(person)
        writes = seen.now in {Now.WRITE, Now.RATE, Now.VOTE} and "contribute" in seen.may
        natural = "contribute" if writes and self.chance.random() < 0.7 else DOES.get(seen.now)
        if natural in seen.may and self.chance.random() < 0.7:
            return natural
        weights = [RARELY.get(tag, 1.0) for tag in seen.may]
        return self.chance.choices(seen.may, weights)[0] if seen.may else None

    def _step(self) -> dict[str, Any]:
        """The events since the last step as each onlooker gets them, and what changed in their view."""
        circle = self.circle
        new = circle.history[self.told :]
        self.told = len(circle.history)
        step: dict[str, Any] = {
            "now": circle.now.isoformat(timespec="milliseconds"),
            "events": {},
            "views": {},
        }
        sent: dict[PersonId, list[Numbered]] = {person: [] for person in ONLOOKERS}
        for numbered in new:
            self.before = evolve(self.before, numbered.event, numbered.at)
            for person in ONLOOKERS:
                sent[person].append(replace(numbered, event=projection(self.before, numbered.event, person)))
        for person, events in sent.items():
            for numbered in events:
                self.seen[person] = evolve(self.seen[person], numbered.event, numbered.at)
            step["events"][person] = [_on_the_wire(numbered) for numbered in events]
            shown = msgspec.to_builtins(view(self.seen[person], person, circle.now))
            step["views"][person] = {
                key: value for key, value in shown.items() if self.shown[person].get(key, "") != value
            }
            self.shown[person] = shown
        return _shared(step)


def _shared(step: dict[str, Any]) -> dict[str, Any]:
    """Events that are the same for everybody are written once."""
    forms = list(step["events"].values())
    if all(form == forms[0] for form in forms):
        step["events"] = {"everybody": forms[0]}
    return step


def _on_the_wire(numbered: Numbered) -> dict[str, Any]:
    at = numbered.at.isoformat(timespec="milliseconds")
    return {"number": numbered.number, "at": at, **msgspec.to_builtins(numbered.event)}


def _without_texts(plan: Plan) -> Plan:
    """The rules of a plan alone: its texts change more often, and no view depends on them."""

    def bare(thing: Any) -> Any:
        if isinstance(thing, Text):
            return Text(nl="", en="")
        if isinstance(thing, msgspec.Struct):
            return replace(thing, **{name: bare(getattr(thing, name)) for name in thing.__struct_fields__})
        return tuple(bare(part) for part in thing) if isinstance(thing, tuple) else thing

    bared: Plan = bare(plan)
    return bared


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
