"""What may be written now, by whom, and changed until when."""

from __future__ import annotations

from kring.core.meetings.plan import PersonId
from kring.core.meetings.sight import may_read
from kring.core.meetings.standing import is_silent, role_of, running
from kring.core.meetings.state import Entry, State, slot_of
from kring.core.meetings.view import SlotNow
from kring.core.methods.method import CardKind, Shown, ShownTo, Writing

STANDS_ONCE_SHOWN = frozenset({CardKind.BALLOT, CardKind.CHOICE, CardKind.RATING})


def slots_of(state: State, person: PersonId) -> tuple[Writing, ...]:
    """The slots of this phase that are this person's to write into; somebody silent has only their own notes."""
    planned, found = running(state), state.people.get(person)
    if planned is None or found is None or found.left or not found.assented or not planned.phase.writing:
        return ()
    role, silent = role_of(state, person), is_silent(state, person)
    return tuple(
        slot
        for slot in planned.phase.writing
        if role in slot.by and (not silent or slot.shown_to is ShownTo.WRITER)
    )


def slots_now(state: State, person: PersonId) -> tuple[SlotNow, ...]:
    """The same slots with what the person wrote in each and how many more there may be."""
    slots = []
    for slot in slots_of(state, person):
        own = own_entries(state, person, slot)
        slots.append(
            SlotNow(slot=slot.id, left=_left(state, person, slot, own), own=tuple(entry.id for entry in own))
        )
    return tuple(slots)


def left_in(state: State, person: PersonId, slot: Writing) -> int:
    """How many more entries this person may write into a slot."""
    return _left(state, person, slot, own_entries(state, person, slot))


def own_entries(state: State, person: PersonId, slot: Writing) -> list[Entry]:
    """What somebody wrote into a slot of this phase, in this passage through the method."""
    return [
        entry
        for entry in state.entries.values()
        if entry.by == person
        and entry.slot == slot.id
        and entry.phase == state.phase
        and entry.passage == state.passage
        and not entry.withdrawn
    ]


def needs_target(slot: Writing) -> bool:
    """Whether an entry says what it is about. A ballot doesn't: its choice is in the sealed text."""
    return slot.about is not None and slot.kind is not CardKind.BALLOT


def targets(state: State, person: PersonId, slot: Writing) -> list[Entry]:
    """The entries on the table that an entry in this slot may be about."""
    return [
        entry
        for entry in state.entries.values()
        if entry.slot == slot.about and not entry.hidden and may_read(state, entry, person)
    ]


def may_change(state: State, person: PersonId, entry: Entry) -> bool:
    """Whether the writer may write an entry anew now."""
    return (
        entry.by == person
        and not entry.withdrawn
        and not too_late(state, entry)
        and (slot_of(state.plan, entry).shown_to is ShownTo.WRITER or not is_silent(state, person))
    )


def may_withdraw(state: State, person: PersonId, entry: Entry) -> bool:
    """Whether the writer may take an entry back now: always, but a vote or rating that lies on the table."""
    return entry.by == person and not entry.withdrawn and not too_late(state, entry)


def too_late(state: State, entry: Entry) -> bool:
    """A vote or rating stands once it is on the table, or its phase is over."""
    slot = slot_of(state.plan, entry)
    if slot.kind not in STANDS_ONCE_SHOWN:
        return False
    shown = slot.shown is Shown.TOGETHER and not entry.hidden
    return shown or entry.phase != state.phase or entry.passage != state.passage


def has_to_write(state: State, person: PersonId) -> bool:
    """
    Whether the others wait for this person to write.

    By what they said, not by what they wrote: where a slot has no names, nobody may know who wrote how much.
    """
    found = state.people.get(person)
    if found is None or found.finished:
        return False
    return any(not needs_target(slot) or _lies_on_the_table(state, slot) for slot in slots_of(state, person))


def is_full(state: State, person: PersonId) -> bool:
    """Whether somebody has written all there is to write for them in this phase."""
    return not any(left_in(state, person, slot) for slot in slots_of(state, person))


def _lies_on_the_table(state: State, slot: Writing) -> bool:
    entries = state.entries.values()
    return any(entry.slot == slot.about and not (entry.hidden or entry.withdrawn) for entry in entries)


def _left(state: State, person: PersonId, slot: Writing, own: list[Entry]) -> int:
    if not needs_target(slot):
        return max(0, slot.most - len(own))
    about = targets(state, person, slot)
    if slot.kind is CardKind.RATING:
        rated = {entry.about for entry in own}
        return sum(1 for entry in about if entry.id not in rated)
    return max(0, slot.most - len(own)) if about else 0
