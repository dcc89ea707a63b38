"""A state that can still be written on: what makes replaying thousands of events quick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from kring.core.meetings.plan import EntryId, PersonId, Plan
from kring.core.meetings.state import Brought, Clock, Entry, Person, Stage, State
from kring.core.meetings.turns import FloorNow, Heap


class Draft(msgspec.Struct, kw_only=True):
    """A state that can still be written on, so that a long replay doesn't copy every table at every event."""

    plan: Plan
    number: int
    stage: Stage
    people: dict[PersonId, Person]
    facilitator: PersonId | None
    presenter: PersonId | None
    chosen: EntryId | None
    other_cases: Mapping[int, Brought]
    phase: int
    passage: int
    floor: FloorNow
    holding_since: datetime | None
    groups: tuple[tuple[PersonId, ...], ...]
    clock: Clock | None
    paused: bool
    time_out_by: PersonId | None
    break_asked_by: tuple[PersonId, ...]
    entries: dict[EntryId, Entry]
    heaps: tuple[Heap, ...]
    loops: dict[int, int]


def thaw(state: State) -> Draft:
    """A draft that begins where the state is."""
    return Draft(
        plan=state.plan,
        number=state.number,
        stage=state.stage,
        people=dict(state.people),
        facilitator=state.facilitator,
        presenter=state.presenter,
        chosen=state.chosen,
        other_cases=state.other_cases,
        phase=state.phase,
        passage=state.passage,
        floor=state.floor,
        holding_since=state.holding_since,
        groups=state.groups,
        clock=state.clock,
        paused=state.paused,
        time_out_by=state.time_out_by,
        break_asked_by=state.break_asked_by,
        entries=dict(state.entries),
        heaps=state.heaps,
        loops=dict(state.loops),
    )


def freeze(draft: Draft, seen: Any) -> State:  # a mapping; plain `Any` keeps the two callers free of copies
    """The state that the draft has become."""
    return State(
        plan=draft.plan,
        number=draft.number,
        stage=draft.stage,
        people=draft.people,
        facilitator=draft.facilitator,
        presenter=draft.presenter,
        chosen=draft.chosen,
        other_cases=draft.other_cases,
        phase=draft.phase,
        passage=draft.passage,
        floor=draft.floor,
        holding_since=draft.holding_since,
        groups=draft.groups,
        clock=draft.clock,
        paused=draft.paused,
        time_out_by=draft.time_out_by,
        break_asked_by=draft.break_asked_by,
        entries=draft.entries,
        heaps=draft.heaps,
        loops=draft.loops,
        seen_commands=seen,
    )
