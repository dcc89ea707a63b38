"""
`kring bench meeting`: whole meetings in the engine alone, deed by deed.

Eight people do whatever the engine lets them do, by chance, through a whole plan and back again where it has no more
phases. Only deeds that are accepted count: refusing is quicker.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

import msgspec

from kring.bench.book import percentile
from kring.bench.report import Figures, Goal
from kring.core.meetings import (
    AnyCommand,
    EntryId,
    Numbered,
    PersonId,
    Plan,
    Refusal,
    State,
    compose,
    decide,
    evolve,
    projection_of_history,
    replay,
    view,
)
from kring.core.meetings.writing import slots_now
from kring.core.methods.load import load_blocks, load_library

PEOPLE = 8
AT_EVENTS = 500
LONG = 2000
AROUND = 100  # deeds from this many events before until this many after count as "at 500 events"
DEEDS = (
    *("take_floor", "yield_floor", "raise_hand", "contribute") * 4,
    *("pass", "lower_hand", "finish", "unfinish", "choose_presenter", "go", "go"),
)
TEXT = "A" * 700  # an envelope around a few sentences; the engine doesn't look inside

GOALS = (Goal("decide_us_median", most=50), Goal("replay_2000_ms", most=20))


def measure(*, quick: bool) -> Figures:
    """Walk, and time what is done on the way."""
    methods = load_library()[:2] if quick else load_library()
    decided, viewed, replays, told = list[float](), list[float](), list[float](), list[float]()
    for seed, method in enumerate(methods):
        walk = Walk(compose(method, load_blocks()), seed)
        decided += walk.until(LONG)
        viewed += walk.time_views()
        events = walk.events[:LONG]
        replays += [timed(replay, walk.plan, events) for _ in range(5)]
        told += [timed(projection_of_history, walk.plan, events, walk.people[-1]) for _ in range(2)]
    return {
        "methods": len(methods),
        "people": PEOPLE,
        "deeds": len(decided),
        "decide_us_median": round(1e6 * median(decided), 1),
        "decide_us_p99": round(1e6 * percentile(decided, 0.99), 1),
        "view_us_median": round(1e6 * median(viewed), 1),
        "replay_2000_ms": round(1e3 * median(replays), 1),
        "history_2000_ms": round(1e3 * median(told), 1),
    }


def timed(work: Callable[..., object], *arguments: object) -> float:
    """Seconds that something takes."""
    begin = perf_counter()
    work(*arguments)
    return perf_counter() - begin


class Walk:
    """A meeting in which eight people do what comes into their heads."""

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self.people = [PersonId(f"00000000-0000-4000-8000-{number:012d}") for number in range(PEOPLE)]
        self.events: list[Numbered] = []
        self._state = State(plan=plan)
        self._chance = Random(seed)
        self._now = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)
        self._count = 0
        for person in self.people:
            for deed in ("join", "introduce", "assent"):
                self._do(person, deed, **({"text": TEXT} if deed == "introduce" else {}))
        self._do(self.people[0], "start")

    def until(self, events: int) -> list[float]:
        """Go on until there are that many events; how long the deeds around 500 events took to decide, in seconds."""
        times = []
        while self._state.number < events:
            before = self._state.number
            taken = self._anything()
            if taken is not None and abs(before - AT_EVENTS) <= AROUND:
                times.append(taken)
        return times

    def time_views(self) -> list[float]:
        """How long it takes to work out what each person sees."""
        return [timed(view, self._state, person, self._now) for person in self.people for _ in range(5)]

    def _anything(self) -> float | None:
        """Something that somebody might do; how long it took to decide, or nothing where it may not be done."""
        self._now += timedelta(seconds=self._chance.randint(1, 5))
        person = self._chance.choice(self.people)
        match self._chance.choice(DEEDS):
            case "go":
                return self._go_on_or_back()
            case "contribute":
                return self._contribute(person)
            case "choose_presenter":
                return self._do(
                    self.people[0], "choose_presenter", person=self._chance.choice(self.people[1:])
                )
            case deed:
                return self._do(person, deed)

    def _go_on_or_back(self) -> float | None:
        forth = self._state.phase < len(self.plan.phases) - 1
        return self._do(self.people[0], "next" if forth else "back", from_phase=self._state.phase)

    def _contribute(self, person: PersonId) -> float | None:
        slots = [slot for slot in slots_now(self._state, person) if slot.left]
        if not slots:
            return None
        slot = self._chance.choice(slots).slot
        phase = self.plan.phases[self._state.phase].phase
        subject = next(writing.about for writing in phase.writing if writing.id == slot)
        cards = [entry.id for entry in self._state.entries.values() if entry.slot == subject]
        entry = EntryId(f"00000000-0000-4000-9000-{self._count:012d}")
        fields = {"entry": entry, "slot": slot, "text": TEXT}
        return self._do(person, "contribute", **fields, **({"about": cards[-1]} if cards else {}))

    def _do(self, by: PersonId, deed: str, **fields: str | int) -> float | None:
        self._count += 1
        command = msgspec.convert({"do": deed, "id": str(self._count), **fields}, AnyCommand)
        begin = perf_counter()
        decided = decide(self._state, command, by=by, now=self._now)
        took = perf_counter() - begin
        if isinstance(decided, Refusal):
            return None
        for event in decided:
            self.events.append(Numbered(number=self._state.number + 1, at=self._now, event=event))
            self._state = evolve(self._state, event, self._now)
        return took
