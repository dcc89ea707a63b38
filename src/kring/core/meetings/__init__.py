"""
The live meeting as a machine: commands in, events out, and what each person sees.

`compose` makes the plan; `decide` turns a command into events or a refusal; `evolve` and `replay` turn events into
the state; `view` says what one person sees and may do; `audience` and `projection` say who gets what of an event.
"""

from kring.core.meetings.agenda import compose, warnings
from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.deciding import decide
from kring.core.meetings.deeds.presence import TAKE_OVER_AFTER, went_away
from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.evolving import evolve, replay
from kring.core.meetings.plan import EntryId, Pace, PersonId, Plan, PlannedPhase
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.sight import (
    Delivery,
    audience,
    may_read,
    projection,
    projection_of_history,
)
from kring.core.meetings.standing import role_of
from kring.core.meetings.state import Clock, Entry, Person, Stage, State, slot_of
from kring.core.meetings.turns import Card, FloorNow
from kring.core.meetings.view import ClockWords, Now, SlotNow, View
from kring.core.meetings.viewing import view

__all__ = [
    "TAKE_OVER_AFTER",
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
    "Now",
    "Numbered",
    "Pace",
    "Person",
    "PersonId",
    "Plan",
    "PlannedPhase",
    "Refusal",
    "SlotNow",
    "Stage",
    "State",
    "View",
    "audience",
    "compose",
    "decide",
    "evolve",
    "may_read",
    "projection",
    "projection_of_history",
    "replay",
    "role_of",
    "slot_of",
    "view",
    "warnings",
    "went_away",
]
