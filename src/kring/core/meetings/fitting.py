"""
A command of each kind with fields that fit this moment.

Whoever walks through a meeting without a screen needs it: the simulation of a method, the measurements, and the
tests. What may be done is in `view`; here is how.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.deeds.leading import LEAST_TIME, candidates
from kring.core.meetings.deeds.presence import successors, tables
from kring.core.meetings.deeds.speaking import free_parts, who_may_get_floor
from kring.core.meetings.plan import EntryId, PersonId
from kring.core.meetings.standing import answerers
from kring.core.meetings.state import State, slot_of
from kring.core.meetings.transitions import TABLE
from kring.core.meetings.writing import (
    left_in,
    may_change,
    may_withdraw,
    needs_target,
    own_entries,
    slots_of,
    targets,
)
from kring.core.methods.method import CardKind, Writing

_Thing = TypeVar("_Thing")
Pick = Callable[[Sequence[_Thing]], _Thing]

_BY_TAG = {row.tag: command for command, row in TABLE.items()}


def first(things: Sequence[_Thing]) -> _Thing:
    """The simplest way to pick."""
    return things[0]


def fitting(
    state: State, person: PersonId, tag: str, *, command_id: str, text: str, pick: Pick[object] = first
) -> AnyCommand:
    """
    A command by that tag that would be accepted, given that `tag` is in the person's `view(…).may`.

    Args:
        state: As it is.
        person: Who will do it.
        tag: The word of the command on the wire.
        command_id: Its id; an entry that is written gets it, too.
        text: What is written, where something is.
        pick: Chooses where there is more than one way.
    """
    fields = _FIELDS.get(tag)
    more = {} if fields is None else fields(_Asked(state, person, command_id, text, pick))
    return _BY_TAG[tag](id=command_id, **more)  # type: ignore[return-value]  # the tags of the table are AnyCommand


_Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Asked:
    state: State
    person: PersonId
    command_id: str
    text: str
    pick: Pick[object]


def _text(it: _Asked) -> _Fields:
    return {"text": it.text}


def _asked(it: _Asked) -> _Fields:
    return {"to": it.pick((*answerers(it.state, it.person), None))}


def _entry(it: _Asked) -> _Fields:
    slots = [slot for slot in slots_of(it.state, it.person) if left_in(it.state, it.person, slot)]
    slot = it.pick(slots)
    assert isinstance(slot, Writing)
    fields: _Fields = {"entry": EntryId(it.command_id), "slot": slot.id, "text": it.text}
    if needs_target(slot):
        rated = (
            {entry.about for entry in own_entries(it.state, it.person, slot)}
            if slot.kind is CardKind.RATING
            else set()
        )
        fields["about"] = it.pick(
            [entry.id for entry in targets(it.state, it.person, slot) if entry.id not in rated]
        )
    return fields


def _changed(it: _Asked) -> _Fields:
    entry = it.pick(
        [entry.id for entry in it.state.entries.values() if may_change(it.state, it.person, entry)]
    )
    return {"entry": entry, "revision": it.state.entries[EntryId(str(entry))].revision + 1, "text": it.text}


def _withdrawn(it: _Asked) -> _Fields:
    return {
        "entry": it.pick(
            [entry.id for entry in it.state.entries.values() if may_withdraw(it.state, it.person, entry)]
        )
    }


def _phase(it: _Asked) -> _Fields:
    return {"from_phase": it.state.phase}


def _presenter(it: _Asked) -> _Fields:
    chosen = it.pick([other for other in candidates(it.state) if other != it.state.presenter])
    offers = [
        entry.id
        for entry in it.state.entries.values()
        if entry.by == chosen and not entry.withdrawn and slot_of(it.state.plan, entry).kind is CardKind.OFFER
    ]
    return {"person": chosen, "entry": offers[-1] if offers else None}


_FIELDS: dict[str, Callable[[_Asked], _Fields]] = {
    "introduce": _text,
    "take_floor": _asked,
    "yield_floor": _asked,
    "contribute": _entry,
    "change": _changed,
    "withdraw": _withdrawn,
    "next": _phase,
    "back": _phase,
    "loop": _phase,
    "choose_presenter": _presenter,
    "take_part": lambda it: {"part": it.pick(free_parts(it.state))},
    "sit_with": lambda it: {
        "circle": it.pick([table for table in tables(it.state) if table != it.state.people[it.person].circle])
    },
    "observe": lambda it: {"on": not it.state.people[it.person].observer},
    "give_time": lambda it: {"seconds": LEAST_TIME[it.state.plan.pace]},
    "give_floor": lambda it: {"to": it.pick(who_may_get_floor(it.state))},
    "skip": lambda it: {
        "person": it.pick(
            [other for other in (it.state.floor.holder, *it.state.floor.queue) if other is not None]
        )
    },
    "hand_over": lambda it: {"to": it.pick(successors(it.state))},
}
