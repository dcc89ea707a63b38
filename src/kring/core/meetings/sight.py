"""
Who may see what of what happened. Contents stay sealed; here it is decided whether the envelope is handed out.

Nobody gets a text before they agreed to the ground rules (rule 3). Until then they follow what happens without
texts; with their own `Assented` comes all that lies on the table for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from kring.core.meetings.events import AnyEvent, Assented, Changed, Contributed, Numbered, Revealed, Withdrawn
from kring.core.meetings.evolving import replaying
from kring.core.meetings.plan import EntryId, PersonId, Plan
from kring.core.meetings.state import STAND_IN, Entry, Person, State, slot_of
from kring.core.meetings.turns import Card
from kring.core.methods.method import ShownTo, Writing

NOBODY = PersonId("")
_WITH_TEXTS = (Assented, Contributed, Changed, Withdrawn, Revealed)


class Table(Protocol):
    """A meeting as far as its people and cards go: a state, or one that is being worked out."""

    @property
    def plan(self) -> Plan:
        """Its slots say who may read what."""

    @property
    def people(self) -> Mapping[PersonId, Person]:
        """By id."""

    @property
    def entries(self) -> Mapping[EntryId, Entry]:
        """By id."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """
    One form of an event and who gets it.

    Attributes:
        to: None for everybody who isn't named in an earlier delivery of the same event. Who hasn't agreed to the
            ground rules gets it `without_texts`.
    """

    to: frozenset[PersonId] | None
    event: AnyEvent


def may_read(state: Table, entry: Entry, person: PersonId) -> bool:
    """
    Whether somebody may read an entry now: their own always, others' when and if the method shows them; and
    nothing before they agreed to the ground rules.
    """
    if entry.withdrawn or not has_agreed(state, person):
        return False
    if entry.by == person:
        return True
    if entry.hidden:
        return False
    match slot_of(state.plan, entry).shown_to:
        case ShownTo.GROUP:
            return True
        case ShownTo.PRESENTER:
            return entry.presenter == person
        case ShownTo.WRITER:
            return False


def has_agreed(state: Table, person: PersonId) -> bool:
    """Whether texts may be handed out to somebody."""
    found = state.people.get(person)
    return found is not None and found.assented


def carries_texts(event: AnyEvent) -> bool:
    """Whether an event brings texts to everybody who may read them."""
    return isinstance(event, Contributed | Changed | Revealed)


def without_texts(event: AnyEvent) -> AnyEvent:
    """An event for somebody who hasn't agreed to the ground rules yet."""
    match event:
        case Contributed() | Changed():
            return replace(event, text="")
        case Revealed():
            return replace(event, cards=tuple(replace(card, text="") for card in event.cards))
        case _:
            return event


def audience(state: Table, event: AnyEvent) -> tuple[Delivery, ...]:
    """
    Every form in which an event is sent, and to whom; the last is for everybody else.

    Args:
        state: As it is after the event.
        event: As it is stored.
    """
    if isinstance(event, Contributed | Changed | Withdrawn):
        return _forms_of_writing(state, event, state.entries[event.entry])
    if isinstance(event, Revealed):
        return _forms_of_reveal(state, event)
    if isinstance(event, Assented) and state.entries:
        readable = (entry for entry in state.entries.values() if may_read(state, entry, event.by))
        cards = tuple(_card(state.plan, entry) for entry in readable)
        return (Delivery(frozenset((event.by,)), replace(event, cards=cards)), Delivery(None, event))
    return (Delivery(None, event),)


def projection(state: Table, event: AnyEvent, person: PersonId) -> AnyEvent:
    """What of an event this person gets. `state` is as it is after the event."""
    forms = audience(state, event)
    told = next(form.event for form in forms if form.to is None or person in form.to)
    return told if has_agreed(state, person) else without_texts(told)


def projection_of_history(
    plan: Plan, numbered_events: Iterable[Numbered], person: PersonId
) -> tuple[Numbered, ...]:
    """
    All that happened, as far as somebody may know it who comes (back) now.

    Each event is as it was sent at the time, with two exceptions: the text of what was withdrawn since is
    gone everywhere, and so is the text that was written anew since.
    """
    told = []
    table: Table = State(plan=plan)
    for numbered, table in replaying(plan, numbered_events):
        told.append((numbered, projection(table, numbered.event, person)))
    return tuple(
        replace(numbered, event=_as_it_stands(table, event)) if isinstance(event, _WITH_TEXTS) else numbered
        for numbered, event in told
    )


def _forms_of_writing(
    state: Table, event: Contributed | Changed | Withdrawn, entry: Entry
) -> tuple[Delivery, ...]:
    slot = slot_of(state.plan, entry)
    writer, blank = Delivery(frozenset((entry.by,)), event), _without_name(event, entry, slot)
    if isinstance(event, Withdrawn):
        return (Delivery(None, blank),) if slot.named else (writer, Delivery(None, blank))
    stripped = replace(blank, text="")
    if entry.hidden or slot.shown_to is ShownTo.WRITER:
        return (writer, Delivery(None, stripped))
    if slot.shown_to is ShownTo.PRESENTER:
        if entry.presenter is None or entry.presenter == entry.by:
            return (writer, Delivery(None, stripped))
        return (writer, Delivery(frozenset((entry.presenter,)), blank), Delivery(None, stripped))
    return (Delivery(None, blank),) if slot.named else (writer, Delivery(None, blank))


def _without_name(event: Contributed | Changed | Withdrawn, entry: Entry, slot: Writing) -> AnyEvent:
    """The event without what would tell whose it is, where the slot has no names."""
    if slot.named:
        return event
    blank = replace(event, by=NOBODY, command="")
    if not entry.hidden:
        return blank
    blank = replace(blank, entry=_stand_in(entry))
    return replace(blank, about=None) if isinstance(blank, Contributed) else blank


def _stand_in(entry: Entry) -> EntryId:
    return EntryId(f"{STAND_IN}{entry.number}")


def _forms_of_reveal(state: Table, event: Revealed) -> tuple[Delivery, ...]:
    """One form for the group, and where something is for a presenter alone, one for them."""
    entries = [state.entries[entry] for entry in event.entries]
    stand_ins = (_stand_in(entry) for entry in entries if not slot_of(state.plan, entry).named)
    shown = replace(event, entries=(*event.entries, *sorted(stand_ins)))
    presenters = {
        entry.presenter
        for entry in entries
        if entry.presenter is not None and slot_of(state.plan, entry).shown_to is ShownTo.PRESENTER
    }
    apart = tuple(
        Delivery(frozenset((person,)), replace(shown, cards=_cards_for(state, event.entries, person)))
        for person in sorted(presenters)
    )
    return (*apart, Delivery(None, replace(shown, cards=_cards_for(state, event.entries, None))))


def _cards_for(state: Table, entries: tuple[EntryId, ...], presenter: PersonId | None) -> tuple[Card, ...]:
    """What everybody may read, and what this presenter may read. Writers have their own already."""
    cards = []
    for entry in (state.entries[entry] for entry in entries):
        shown_to = slot_of(state.plan, entry).shown_to
        theirs = shown_to is ShownTo.PRESENTER and entry.presenter == presenter is not None
        if not entry.withdrawn and (shown_to is ShownTo.GROUP or theirs):
            cards.append(_card(state.plan, entry))
    return tuple(cards)


def _card(plan: Plan, entry: Entry) -> Card:
    slot = slot_of(plan, entry)
    return Card(
        entry=entry.id,
        slot=entry.slot,
        phase=entry.phase,
        about=entry.about,
        revision=entry.revision,
        text=entry.text,
        by=entry.by if slot.named else None,
        presenter=entry.presenter if slot.shown_to is ShownTo.PRESENTER else None,
    )


def _as_it_stands(state: Table, event: AnyEvent) -> AnyEvent:
    match event:
        case Contributed() if not _is_newest(state, event.entry, 1):
            return replace(event, text="")
        case Changed() if not _is_newest(state, event.entry, event.revision):
            return replace(event, text="")
        case Revealed() | Assented():
            cards = tuple(_card_as_it_stands(state, card) for card in event.cards)
            return replace(event, cards=cards)
        case _:
            return event


def _card_as_it_stands(state: Table, card: Card) -> Card:
    return card if _is_newest(state, card.entry, card.revision) else replace(card, text="")


def _is_newest(state: Table, entry: EntryId, revision: int) -> bool:
    """Whether this is how an entry stands. Where a number stands in for it, there is no text to take away."""
    found = state.entries.get(entry)
    return found is None or (not found.withdrawn and found.revision == revision)
