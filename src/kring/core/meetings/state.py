"""Where a meeting stands: what the events add up to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

import msgspec

from kring.core.meetings.plan import EntryId, PersonId, Plan
from kring.core.meetings.turns import FloorNow, Heap
from kring.core.methods.method import Writing


class Stage(Enum):
    """Gathering before the start, meeting, or over."""

    GATHERING = "gathering"
    MEETING = "meeting"
    CLOSED = "closed"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """
    Somebody with a seat.

    Attributes:
        seat: Order of arrival, from 0; the place in the circle.
        away_since: Since when the line is gone.
        declined_in: Numbers of the cases that they would rather not have as theirs.
        presented_in: Number of the last case that was theirs.
        circle: With which of the circles they sit; blank with none, nothing where they haven't said.
        turns: How often the floor came to them; `floor_seconds` for how long.
    """

    id: PersonId
    seat: int
    present: bool = True
    left: bool = False
    away_since: datetime | None = None
    introduced: str = ""
    assented: bool = False
    observer: bool = False
    declined_in: tuple[int, ...] = ()
    finished: bool = False
    part: str | None = None
    circle: str | None = None
    presented_in: int | None = None
    turns: int = 0
    floor_seconds: float = 0.0

    @property
    def has_presented(self) -> bool:
        """Whether a case of theirs was worked on in this meeting."""
        return self.presented_in is not None


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """Whose a case is, and by which offer."""

    presenter: PersonId | None = None
    chosen: EntryId | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """
    A written card. `text` is an envelope that nobody here can open.

    Attributes:
        by: Blank where nobody may know.
        revision: Counts from 1.
        hidden: Not yet revealed.
        passage: In which passage through the method it was written; see `State`.
        number: Of the event by which it was written.
        presenter: Whose case it was then. What is meant for the presenter is theirs alone, also after a swap.
    """

    id: EntryId
    by: PersonId
    slot: str
    phase: int
    text: str
    revision: int = 1
    about: EntryId | None = None
    hidden: bool = False
    withdrawn: bool = False
    number: int = 0
    passage: int = 0
    presenter: PersonId | None = None


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """
    The phase's clock, derived from event times; nothing ticks here.

    Attributes:
        started: When the phase was entered.
        seconds: Planned length and time given since.
        stopped: Since when it stands still (pause, break, time-out).
        stood_still: Seconds of standing still that have ended.
    """

    started: datetime
    seconds: int
    stopped: datetime | None = None
    stood_still: float = 0.0


class State(msgspec.Struct, frozen=True, kw_only=True):
    """
    The whole meeting at one moment.

    Attributes:
        number: Number of the last event.
        presenter, chosen: Of the case that it is about now.
        other_cases: By number, those that it isn't about now; see `cases`.
        phase: Index in the plan; -1 before the start.
        passage: How often a loop or the next presenter brought the meeting back: a new passage, new cards.
        holding_since: Since when the holder has had the floor, to count shares.
        heaps: The cards by circle, once they were put together so.
        loops: How often each phase (by index) was looped from.
        seen_commands: By person, the ids of the commands that were done; the same id again changes nothing.
    """

    plan: Plan
    number: int = 0
    stage: Stage = Stage.GATHERING
    people: Mapping[PersonId, Person] = {}
    facilitator: PersonId | None = None
    presenter: PersonId | None = None
    chosen: EntryId | None = None
    other_cases: Mapping[int, Brought] = {}
    phase: int = -1
    passage: int = 0
    floor: FloorNow = FloorNow()
    holding_since: datetime | None = None
    groups: tuple[tuple[PersonId, ...], ...] = ()
    clock: Clock | None = None
    paused: bool = False
    time_out_by: PersonId | None = None
    break_asked_by: tuple[PersonId, ...] = ()
    entries: Mapping[EntryId, Entry] = {}
    heaps: tuple[Heap, ...] = ()
    loops: Mapping[int, int] = {}
    seen_commands: Mapping[PersonId, frozenset[str]] = {}


STAND_IN = "?"  # begins the id that stands in for a hidden entry without a name


def slot_of(plan: Plan, entry: Entry) -> Writing:
    """The slot that an entry was written into."""
    for slot in plan.phases[entry.phase].phase.writing:
        if slot.id == entry.slot:
            return slot
    raise KeyError(entry.slot)
