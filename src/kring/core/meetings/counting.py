"""Turns and seconds: counted from the floor as it passes, never from a microphone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from kring.core.meetings.drafting import Draft
from kring.core.meetings.plan import PersonId
from kring.core.meetings.turns import FloorNow


def set_floor(draft: Draft, floor: FloorNow, at: datetime) -> None:
    """The floor as it is now; another holder means another turn."""
    before, draft.floor = draft.floor.holder, floor
    if before == floor.holder:
        return
    draft.floor = replace(floor, holder=before)
    stop_counting(draft, at)
    draft.floor = floor
    if floor.holder is not None and floor.holder in draft.people:
        change(draft, floor.holder, turns=draft.people[floor.holder].turns + 1)
        standing_still = draft.clock is not None and draft.clock.stopped is not None
        draft.holding_since = None if standing_still else at


def stop_counting(draft: Draft, at: datetime) -> None:
    """Add what the holder has spoken so far to their share."""
    holder, since, draft.holding_since = draft.floor.holder, draft.holding_since, None
    if holder is not None and since is not None and holder in draft.people:
        spoken = draft.people[holder].floor_seconds + (at - since).total_seconds()
        change(draft, holder, floor_seconds=spoken)


def stop_clock(draft: Draft, at: datetime) -> None:
    """The meeting stands still."""
    stop_counting(draft, at)
    if draft.clock is not None:
        draft.clock = replace(draft.clock, stopped=at)


def go_on(draft: Draft, at: datetime) -> None:
    """It goes on, and so does whoever was speaking."""
    if draft.floor.holder is not None:
        draft.holding_since = at
    clock = draft.clock
    if clock is not None and clock.stopped is not None:
        stood = clock.stood_still + (at - clock.stopped).total_seconds()
        draft.clock = replace(clock, stopped=None, stood_still=stood)


def change(draft: Draft, person: PersonId, **changes: Any) -> None:  # fields of Person, of several types
    """Note something about a person."""
    found = draft.people.get(person)
    if found is not None:
        draft.people[person] = replace(found, **changes)
