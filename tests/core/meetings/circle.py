"""A meeting to try things in: people, a clock of its own, and everything that happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from kring.core.growth.load import load_exercises, load_own_blocks
from kring.core.meetings import (
    Agenda,
    AnyEvent,
    Numbered,
    Pace,
    Part,
    PartKind,
    PersonId,
    Plan,
    PlannedCircle,
    Refusal,
    Shelf,
    State,
    View,
    commands,
    compose,
    decide,
    evolve,
    projection,
    replay,
    unroll,
    view,
    went_away,
)
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import CardKind, Method, Role, ShownTo, Text, Writing
from tests.core.methods.every_mode import every_mode

NOOR, BRAM, IMANE, JOOST, WEI = (PersonId(name) for name in ("noor", "bram", "imane", "joost", "wei"))
SASKIA, OLGA, RUUD = (PersonId(name) for name in ("saskia", "olga", "ruud"))
EVERYBODY = (BRAM, NOOR, IMANE, JOOST, WEI, SASKIA, OLGA, RUUD)
NINE_O_CLOCK = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _with_slots_for_the_silent(method: Method) -> Method:
    """The presenter writes while telling, and turned away has slots that silence closes, and one of their own."""
    prompt = Text(nl="kaart", en="card")
    situation = Writing(id="situation", kind=CardKind.CASE, by=(Role.PRESENTER,), prompt=prompt)
    thoughts = Writing(id="thoughts", kind=CardKind.IMAGE, by=(Role.PRESENTER, Role.PEERS), prompt=prompt)
    notes = Writing(
        id="notes", kind=CardKind.INSIGHT, by=(Role.PRESENTER,), prompt=prompt, shown_to=ShownTo.WRITER
    )
    slots = {"told": (situation,), "turned_away": (thoughts, notes)}
    phases = (replace(phase, writing=slots.get(phase.id, phase.writing)) for phase in method.phases)
    return replace(method, phases=tuple(phases))


EVERY_MODE = _with_slots_for_the_silent(msgspec.convert(every_mode(), Method))
METHODS = {method.id: method for method in (*load_library(), EVERY_MODE)}
SHELF: Shelf = {
    PartKind.METHOD: METHODS,
    PartKind.BLOCK: load_blocks(),
    PartKind.EXERCISE: {exercise.id: exercise for exercise in load_exercises()},
}


def plan_of(method: str, *, blocks: bool = True, pace: Pace = Pace.LIVE) -> Plan:
    """The plan of a meeting by a method that ships, or by the one with every mode."""
    return compose(METHODS[method], load_blocks() if blocks else {}, pace=pace)


def hall() -> Plan:
    """A gathering for two circles."""
    shelf: Shelf = {PartKind.BLOCK: load_own_blocks()}
    plan = unroll(Agenda(parts=(Part(kind=PartKind.BLOCK, id="kick_off"),), minutes=90), shelf)
    circles = tuple(PlannedCircle(id=name, name=name) for name in ("kring-1", "kring-2"))
    return replace(plan, circles=circles, starts_with=(2, 3))


class Circle:
    """A meeting in progress. `Bram` facilitates, as he comes first."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state = State(plan=plan)
        self.now = NINE_O_CLOCK
        self.history: list[Numbered] = []
        self.as_seen: dict[PersonId, State] = {}
        self._commands = 0

    def do(self, by: PersonId, command: type[Any], **fields: object) -> tuple[AnyEvent, ...] | Refusal:
        """Let somebody do something, a second later."""
        self._commands += 1
        self.wait(seconds=1)
        return self.send(by, command(id=f"{self._commands}", **fields))

    def send(self, by: PersonId, command: Any) -> tuple[AnyEvent, ...] | Refusal:
        """The same with a command as it is."""
        outcome = decide(self.state, command, by=by, now=self.now)
        if not isinstance(outcome, Refusal):
            self.record(outcome)
        return outcome

    def record(self, events: Iterable[AnyEvent]) -> None:
        """Keep what happened, here and with everybody as far as they get it."""
        for event in events:
            self.state = evolve(self.state, event, self.now)
            self.history.append(Numbered(number=self.state.number, at=self.now, event=event))
            for person, seen in self.as_seen.items():
                self.as_seen[person] = evolve(seen, projection(self.state, event, person), self.now)

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def loses(self, person: PersonId) -> None:
        """Somebody's line goes."""
        self.record(went_away(self.state, person))

    def view(self, person: PersonId) -> View:
        return view(self.state, person, self.now)

    def restart(self) -> None:
        """Forget everything but what was stored."""
        self.state = replay(self.plan, self.history)

    def gather(self, *people: PersonId) -> None:
        """They sit down, tell their names and agree to the ground rules."""
        for person in people:
            self.do(person, commands.Join)
            self.do(person, commands.Introduce, text=f"name of {person}")
            self.do(person, commands.Assent)

    def start(self, *people: PersonId) -> None:
        """They gather and begin."""
        self.gather(*people)
        self.do(people[0], commands.Start)

    def go_to(self, phase: str) -> None:
        """The facilitator goes on until that phase, with Noor's case."""
        while self.plan.phases[self.state.phase].phase.id != phase:
            if self.state.presenter is None and NOOR in self.state.people:
                self.do(BRAM, commands.ChoosePresenter, person=NOOR)
            before = self.state.phase
            self.do(BRAM, commands.Next, from_phase=before)
            assert self.state.phase != before, "the meeting doesn't go on"
