"""People without a screen who do what it would ask of them, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from kring.core.meetings import commands as asked
from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.deciding import decide
from kring.core.meetings.events import AnyEvent, Closed, Contributed, FloorPassed, PhaseEntered
from kring.core.meetings.evolving import evolve
from kring.core.meetings.fitting import fitting
from kring.core.meetings.plan import PersonId, Plan
from kring.core.meetings.refusals import Refusal
from kring.core.meetings.standing import here, is_written, running
from kring.core.meetings.state import Stage, State
from kring.core.meetings.view import Now, View
from kring.core.meetings.viewing import view
from kring.core.meetings.writing import has_to_write

A_MORNING = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
ROUNDS_PER_PHASE = 120  # of everybody doing one thing; twelve people, three rounds and a few cards fit in
TURN = timedelta(seconds=20)

_DOES = {
    Now.INTRODUCE: "introduce",
    Now.ASSENT: "assent",
    Now.SIT: "sit_with",
    Now.MAY_START: "start",
    Now.YOUR_TURN: "yield_floor",
    Now.ANSWER: "yield_floor",
    Now.WRITE: "finish",
    Now.RATE: "finish",
    Now.VOTE: "finish",
    Now.CHOOSE: "choose_presenter",
    Now.GO_ON: "next",
    Now.MAY_TAKE_OVER: "take_over",
    Now.PAUSED: "resume",
    Now.TIME_OUT: "end_time_out",
}


_WITH_A_CARD = frozenset({"yield_floor", "finish"})


class Walker:
    """
    A meeting that is walked through.

    Attributes:
        state, now: Where it is.
        passing: Whether everybody lets every turn go by and writes nothing.
        active, active_before: Who spoke or wrote in the phase that runs, and in the one before it.
    """

    def __init__(self, plan: Plan, *, passing: bool = False) -> None:
        self.state = State(plan=plan)
        self.now = A_MORNING
        self.passing = passing
        self.active: set[PersonId] = set()
        self.active_before: set[PersonId] = set()
        self._deeds = 0

    def from_here(self) -> Walker:
        """Another walk that begins where this one is."""
        other = Walker(self.state.plan, passing=self.passing)
        other.state, other.now, other.active = self.state, self.now, set(self.active)
        other._deeds = self._deeds
        return other

    def join(self, person: PersonId) -> None:
        """Somebody sits down, tells a name and agrees to the ground rules."""
        for command in (asked.Join, asked.Assent):
            self._send(person, command(id=self._next_id()))
        self._send(person, asked.Introduce(id=self._next_id(), text=person))

    def leave(self, person: PersonId) -> None:
        """Somebody leaves for good."""
        self._send(person, asked.Leave(id=self._next_id()))

    def walk_on(self) -> bool:
        """Go on until the phase that runs now is over. False where it never is."""
        before = self._where()
        for _ in range(ROUNDS_PER_PHASE * self._questions_each()):
            if not self._everybody_once(before):
                self.now += timedelta(days=2)  # nobody has anything to do: time passes
            if self._where() != before:
                return True
        return False

    def _questions_each(self) -> int:
        """Where questions go around, how many everybody may put: that takes as much more patience."""
        planned = running(self.state)
        if planned is None or not planned.phase.floor.in_turn:
            return 1
        return planned.phase.floor.rounds * (planned.phase.floor.most_in_a_row or 1)

    def _where(self) -> tuple[int, int, Stage]:
        return (self.state.phase, self.state.passage, self.state.stage)

    def _everybody_once(self, before: tuple[int, int, Stage]) -> bool:
        for people in (self._who_first(), [person.id for person in here(self.state)]):
            moved = False
            for person in people:
                moved = self._step(person) or moved
                if self._where() != before:
                    return True
            if moved:
                return True
        return False

    def _who_first(self) -> Sequence[PersonId]:
        """Who speaks, or who writes: the others would only say that they wait."""
        holder = self.state.floor.holder
        if holder is not None:
            return (holder,) if self.state.people[holder].present else ()
        if not is_written(self.state):
            return ()
        return [person.id for person in here(self.state) if has_to_write(self.state, person.id)]

    def _step(self, person: PersonId) -> bool:
        tag = self._wish(person, view(self.state, person, self.now))
        if tag is None:
            return False
        command = fitting(self.state, person, tag, command_id=self._next_id(), text="…", pick=self._pick)
        self.now += TURN
        return self._send(person, command)

    def _wish(self, person: PersonId, seen: View) -> str | None:
        tag = _DOES.get(seen.now)
        if self.passing:
            return "pass" if tag == "yield_floor" and "pass" in seen.may else self._possible(tag, seen)
        unwritten = any(slot.left and not slot.own for slot in seen.slots)
        if "contribute" in seen.may and unwritten and (tag in _WITH_A_CARD or seen.now is Now.IN_GROUP):
            return "contribute"
        if "take_part" in seen.may and self.state.people[person].part is None:
            return "take_part"
        if seen.now is Now.MAY_SPEAK and person not in self.active:
            return "take_floor"
        return self._possible(tag, seen)

    def _possible(self, tag: str | None, seen: View) -> str | None:
        return tag if tag in seen.may else None

    def _pick(self, things: Sequence[object]) -> object:
        """Anything, but rather not the facilitator's own case; and each slot in its turn."""
        others = [thing for thing in things if thing != self.state.facilitator] or things
        return others[self._deeds % len(others)]

    def _send(self, person: PersonId, command: AnyCommand) -> bool:
        outcome = decide(self.state, command, by=person, now=self.now)
        if isinstance(outcome, Refusal):
            return False
        for event in outcome:
            self.state = evolve(self.state, event, self.now)
            self._note(event)
        return True

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, PhaseEntered | Closed):
            self.active, self.active_before = set(), self.active
        if isinstance(event, Contributed):
            self.active.add(event.by)
        if isinstance(event, PhaseEntered | FloorPassed) and event.floor.holder is not None:
            self.active.add(event.floor.holder)

    def _next_id(self) -> str:
        self._deeds += 1
        return f"{self._deeds}"
