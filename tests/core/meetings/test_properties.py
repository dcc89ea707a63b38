"""What always holds, whoever does whatever in whatever order, by every method that ships."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kring.core.meetings import (
    AnyEvent,
    EntryId,
    Now,
    Pace,
    PersonId,
    Refusal,
    Stage,
    commands as asked,
    may_read,
    projection,
    projection_of_history,
    replay,
    slot_of,
    view,
)
from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.events import Changed, Contributed, Revealed
from kring.core.meetings.fitting import fitting
from kring.core.meetings.standing import counted, here, is_silent
from kring.core.meetings.transitions import TABLE
from kring.core.methods.method import ShownTo
from tests.core.meetings.circle import EVERY_MODE, EVERYBODY, METHODS, Circle, plan_of
from tests.core.meetings.walking import walk_to_the_end

STRANGER = PersonId("stranger")
TAGS = sorted(row.tag for row in TABLE.values())
MOVES_ON = {"next", "start", "take_over", "resume", "end_time_out", "choose_presenter"}

# What the large sentence on the screen asks for must be possible.
ASKS_FOR = {
    Now.INTRODUCE: "introduce",
    Now.ASSENT: "assent",
    Now.MAY_START: "start",
    Now.YOUR_TURN: "yield_floor",
    Now.ANSWER: "yield_floor",
    Now.MAY_SPEAK: "take_floor",
    Now.WRITE: "finish",
    Now.RATE: "finish",
    Now.VOTE: "finish",
    Now.CHOOSE: "choose_presenter",
    Now.GO_ON: "next",
    Now.MAY_TAKE_OVER: "take_over",
}
WITHOUT_SHRINKING = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # a meeting shrinks for minutes and reads no better
MANY, FEW = 40, 8  # meetings: the rules are in the modes, and what a method adds is their order
people = st.sampled_from(EVERYBODY)
seeds = st.integers(0, 2**16)


class AnyMeeting(RuleBasedStateMachine):
    """People, commands fitting and wild, clocks, drop-outs and restarts."""

    plans: Sequence[tuple[str, bool, Pace]] = ()

    @initialize(which=st.data(), size=st.integers(2, 8), started=st.booleans())
    def sit_down(self, which: st.DataObject, size: int, *, started: bool) -> None:
        method, blocks, pace = which.draw(st.sampled_from(self.plans))
        self.circle = Circle(plan_of(method, blocks=blocks, pace=pace))
        self.people = EVERYBODY[:size]
        self.circle.as_seen = dict.fromkeys((*self.people, STRANGER), self.circle.state)
        self.sent: list[tuple[PersonId, AnyCommand]] = []
        self.deeds = 0
        if started:
            self.circle.start(*self.people)

    @rule(seed=seeds, times=st.integers(1, 6))
    def somebody_does_what_they_may(self, seed: int, times: int) -> None:
        for turn in range(times):
            self._something_offered(random.Random(f"{seed} {turn}"))

    @rule(seed=seeds)
    def everybody_does_what_moves_on(self, seed: int) -> None:
        chance = random.Random(seed)
        for person in self.people:
            may = self.circle.view(person).may
            wanted = [
                tag for tag in may if tag in MOVES_ON | {"introduce", "assent", "contribute", "yield_floor"}
            ]
            if wanted:
                self._offered(person, chance.choice(wanted), chance)

    @rule(person=people, tag=st.sampled_from(TAGS), seed=seeds)
    def somebody_asks_for_whatever(self, person: PersonId, tag: str, seed: int) -> None:
        chance = random.Random(seed)
        for asker in (person, STRANGER):
            may = self.circle.view(asker).may
            outcome = self._send(asker, self._wild(tag, chance))

            if tag not in may:
                assert isinstance(outcome, Refusal), (asker, tag)
            if asker == STRANGER:
                assert may in {("join",), ()} or tag == "join" or STRANGER in self.circle.state.people

    @rule(person=people)
    def somebodys_line_goes(self, person: PersonId) -> None:
        self.circle.loses(person)

    @rule(seconds=st.sampled_from([1, 61, 600, 90_000]))
    def time_passes(self, seconds: int) -> None:
        self.circle.wait(seconds=seconds)

    @rule()
    def the_server_starts_again(self) -> None:
        before = self.circle.state

        self.circle.restart()

        assert self.circle.state == before

    @rule(seed=seeds)
    def a_command_is_sent_again(self, seed: int) -> None:
        if self.sent:
            by, command = random.Random(seed).choice(self.sent)
            assert self.circle.send(by, command) == ()

    @rule(person=people)
    def somebody_comes_back_to_a_blank_screen(self, person: PersonId) -> None:
        history = projection_of_history(self.circle.plan, self.circle.history, person)
        seen = replay(self.circle.plan, history)

        assert view(seen, person, self.circle.now) == self.circle.view(person)
        for entry in self.circle.state.entries.values():
            readable = may_read(self.circle.state, entry, person)
            found = seen.entries.get(entry.id)
            assert (found.text if found else "") == (entry.text if readable else "")
        if person in self.circle.as_seen:
            self.circle.as_seen[person] = seen

    @invariant()
    def every_screen_shows_the_same_meeting(self) -> None:
        for person in self.people:
            seen = self.circle.as_seen[person]
            assert view(seen, person, self.circle.now) == self.circle.view(person)

    @invariant()
    def nobody_who_must_be_silent_has_the_floor(self) -> None:
        state = self.circle.state
        if state.stage is Stage.MEETING:
            for person in (state.floor.holder, *state.floor.queue):
                assert person is None or not is_silent(state, person)

    @invariant()
    def somebody_always_knows_what_to_do(self) -> None:
        state = self.circle.state
        present = [person.id for person in here(state)]
        for person in present:
            seen = self.circle.view(person)
            assert ASKS_FOR.get(seen.now, "leave") in (*seen.may, "leave")
        if state.stage is Stage.MEETING and present:
            later = [view(state, person, self.circle.now.replace(year=2027)) for person in present]
            unready = any(not state.people[person].assented for person in present)
            assert unready or any(MOVES_ON & set(seen.may) for seen in later)

    def teardown(self) -> None:
        if hasattr(self, "circle") and any(here(self.circle.state)):
            # written over days the start waits for everybody with a seat: who went before agreeing comes back for it
            for person in [one.id for one in counted(self.circle.state) if not (one.present or one.assented)]:
                self.circle.do(person, asked.Join)
            walk_to_the_end(self.circle)
            stuck = [(person, self.circle.view(person)) for person in self.circle.state.people]
            assert self.circle.state.stage is Stage.CLOSED, (self.circle.state.phase, stuck)

    def _something_offered(self, chance: random.Random) -> None:
        person = chance.choice(self.people)
        may = [
            tag
            for tag in self.circle.view(person).may
            if tag not in {"close_meeting", "leave"} or chance.random() < 0.1
        ]
        if may:
            self._offered(person, chance.choice(may), chance)

    def _offered(self, person: PersonId, tag: str, chance: random.Random) -> None:
        """Whatever is offered is accepted."""
        self.deeds += 1
        command = fitting(
            self.circle.state,
            person,
            tag,
            command_id=f"c{self.deeds}",
            text=f"<{self.deeds}>",
            pick=chance.choice,
        )
        outcome = self._send(person, command)
        assert outcome, (tag, command)
        assert not isinstance(outcome, Refusal), (tag, command, outcome)

    def _wild(self, tag: str, chance: random.Random) -> AnyCommand:
        """A command with fields that make little sense."""
        self.deeds += 1
        kind = next(row.command for row in TABLE.values() if row.tag == tag)
        someone = chance.choice((*EVERYBODY, STRANGER))
        anything: dict[str, Any] = {
            "text": chance.choice(["", f"<{self.deeds}>"]),
            "to": someone,
            "person": someone,
            "entry": chance.choice([*self.circle.state.entries, EntryId("nothing")]),
            "about": chance.choice([*self.circle.state.entries, None]),
            "slot": chance.choice(
                [
                    "nothing",
                    *(slot.id for planned in self.circle.plan.phases for slot in planned.phase.writing),
                ]
            ),
            "revision": chance.randint(-1, 3),
            "part": chance.choice(["other", "nobody"]),
            "circle": chance.choice(["", "nothing"]),
            "on": chance.random() < 0.5,
            "no_more_cases": chance.random() < 0.5,
            "from_phase": chance.randint(-2, 20),
            "seconds": chance.choice([-1, 0, 10, 10**12]),
        }
        fields = {name: anything[name] for name in kind.__struct_fields__ if name != "id"}
        return kind(id=f"c{self.deeds}", **fields)  # type: ignore[return-value]

    def _send(self, by: PersonId, command: AnyCommand) -> tuple[AnyEvent, ...] | Refusal:
        before = self.circle.state
        outcome = self.circle.send(by, command)
        if not isinstance(outcome, Refusal):
            self.sent.append((by, command))
            for event in outcome:
                if isinstance(event, Contributed | Changed):
                    self._is_kept_from_others(event)
                    entry = self.circle.state.entries[event.entry]
                    private = slot_of(self.circle.plan, entry).shown_to is ShownTo.WRITER
                    assert private or not is_silent(before, by)
                if isinstance(event, Revealed):
                    assert not any(self.circle.state.entries[entry].hidden for entry in event.entries)
        return outcome

    def _is_kept_from_others(self, event: Contributed | Changed) -> None:
        state = self.circle.state
        entry = state.entries[event.entry]
        slot = slot_of(self.circle.plan, entry)
        for person in (*self.people, STRANGER):
            sent = msgspec.json.encode(projection(state, event, person)).decode()
            assert (entry.text in sent) == may_read(state, entry, person)
            if person != entry.by and (entry.hidden or slot.shown_to is ShownTo.WRITER):
                assert entry.text not in sent
                assert entry.id not in self.circle.view(person).cards
            if person != entry.by and not slot.named:
                assert f'"{entry.by}"' not in sent


@pytest.mark.parametrize("method", METHODS)
def test_every_method_always_goes_well(method: str) -> None:
    class Meeting(AnyMeeting):
        plans = ((method, True, Pace.LIVE), (method, False, Pace.LIVE), (method, True, Pace.DAYS))

    examples = MANY if method == EVERY_MODE.id else FEW
    run_state_machine_as_test(
        Meeting, settings=settings(max_examples=examples, stateful_step_count=35, phases=WITHOUT_SHRINKING)
    )
