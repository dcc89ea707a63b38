"""
The live meeting as a machine: commands in, events out, and what each person sees.

An agenda is a row of parts, and `usual` makes the usual one (for two cases where it `fits_twice`); `faults` and `warnings` say what to mend in it;
`unroll` (or `compose`, for one case) makes the plan; `decide` turns a command into events or a refusal; `evolve` and `replay` turn events into
the state; `view` says what one person sees and may do; `audience` and `projection` say who gets what of an event.
"""

from kring.core.meetings.agenda import compose, days_of, timetable, unroll
from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.deciding import decide
from kring.core.meetings.deeds.presence import TAKE_OVER_AFTER, went_away
from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.evolving import evolve, replay
from kring.core.meetings.parts import Agenda, Part, PartKind, Shelf, fits_twice, practice, usual
from kring.core.meetings.plan import EntryId, Pace, PersonId, Plan, PlannedCircle, PlannedPhase
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.remarks import faults, warnings
from kring.core.meetings.sight import (
    Delivery,
    audience,
    may_read,
    projection,
    projection_of_history,
)
from kring.core.meetings.standing import role_of
from kring.core.meetings.state import Clock, Entry, Person, Stage, State, slot_of
from kring.core.meetings.turns import Card, FloorNow, Heap
from kring.core.meetings.view import ClockWords, Now, SlotNow, View
from kring.core.meetings.viewing import view

__all__ = [
    "TAKE_OVER_AFTER",
    "Agenda",
    "AnyCommand",
    "AnyEvent",
    "Card",
    "Clock",
    "ClockWords",
    "Code",
    "Delivery",
    "Entry",
    "EntryId",
    "FloorNow",
    "Heap",
    "Now",
    "Numbered",
    "Pace",
    "Part",
    "PartKind",
    "Person",
    "PersonId",
    "Plan",
    "PlannedCircle",
    "PlannedPhase",
    "Refusal",
    "Shelf",
    "SlotNow",
    "Stage",
    "State",
    "View",
    "audience",
    "compose",
    "days_of",
    "decide",
    "evolve",
    "faults",
    "fits_twice",
    "may_read",
    "practice",
    "projection",
    "projection_of_history",
    "replay",
    "role_of",
    "slot_of",
    "timetable",
    "unroll",
    "usual",
    "view",
    "warnings",
    "went_away",
]
