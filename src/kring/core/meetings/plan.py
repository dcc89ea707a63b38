"""The plan of a meeting: blocks unrolled into one row of phases with minutes. Made once, kept with the meeting."""

from __future__ import annotations

from enum import Enum
from typing import NewType

import msgspec

from kring.core.methods.method import Phase, Text

PersonId = NewType("PersonId", str)
EntryId = NewType("EntryId", str)


class Pace(Enum):
    """Live: minutes and turns. Days: the same phases in writing, with a deadline each."""

    LIVE = "live"
    DAYS = "days"


class PlannedPhase(msgspec.Struct, frozen=True, kw_only=True):
    """
    A phase in its place in the meeting.

    Attributes:
        block: Id of the block or method it belongs to.
        of_method, of_exercise: Whether that block is a method, or an exercise with its theory.
        has_presenter: Whether there is a case by now, and so somebody whose case it is: from the method on, but
            not in an exercise.
        case: Number of the case that it is about, from 1; counted on where the next one is chosen.
        seconds: Planned length, scaled to the meeting (in `Pace.DAYS`: whole days in seconds).
    """

    block: str
    block_name: Text
    of_method: bool
    has_presenter: bool
    phase: Phase
    seconds: int
    case: int = 1
    of_exercise: bool = False


class PlannedCircle(msgspec.Struct, frozen=True, kw_only=True):
    """One of the circles that gather in a meeting for several of them."""

    id: str
    name: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """
    Everything about a meeting that is known before it starts.

    Attributes:
        method: Id of the (first) method; of the exercise where there is no case.
        method_name: Of all its methods, so that it says what kind of meeting it is.
        minutes: What was asked for; the phases add up to this where their least and most allow it.
        phases: In order; the index is the phase's number in events.
        circles: Whose members gather in it, where it is for several circles. Its small groups are the circles then.
        starts_with: How many of those whom the start waits for must have agreed to the ground rules, as a fraction:
            (2, 3) is two of three. Who hasn't agreed by then sees nothing until they do.
    """

    method: str
    method_version: int
    method_name: Text
    minutes: int
    pace: Pace
    phases: tuple[PlannedPhase, ...]
    circles: tuple[PlannedCircle, ...] = ()
    starts_with: tuple[int, int] = (1, 1)
