"""What lies on the table: sealing what is written, and opening what one may read."""

from __future__ import annotations

from uuid import uuid4

from kring.client.seat import Seat
from kring.client.vault import Sealed
from kring.client.vault.seat import ANONYMOUS
from kring.core.meetings.plan import EntryId, PersonId
from kring.core.meetings.state import Entry, State
from kring.core.methods.method import Writing


class Table:
    """Envelopes and opened texts of one person in one meeting."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._opened: dict[tuple[EntryId, int], str] = {}
        self._names: dict[tuple[PersonId, str], str] = {}

    @property
    def _group(self) -> str:
        return self._seat.link.meeting

    def seal_name(self, name: str, times: int = 1) -> str:
        """One's own name, for the `times`-th time that one tells it."""
        return self._seat.vault.seal(
            group=self._group, item=self._seat.acct, field="member.name", rev=times, text=name
        )

    def seal_entry(self, writing: Writing, entry: EntryId, revision: int, text: str) -> str:
        """A card, bound to its place."""
        return self._seat.vault.seal(
            group=self._group,
            item=entry,
            field=f"entry.{writing.kind.value}",
            rev=revision,
            text=text,
            author=None if writing.named else ANONYMOUS,
        )

    def opened(self, state: State, entries: tuple[EntryId, ...]) -> dict[EntryId, str]:
        """The texts of these entries, as far as they can be opened."""
        found = [state.entries[entry] for entry in entries if state.entries[entry].text]
        missing = [entry for entry in found if (entry.id, entry.revision) not in self._opened]
        places = [self._place(state, entry) for entry in missing]
        for entry, result in zip(
            missing, self._seat.vault.open(group=self._group, items=places), strict=True
        ):
            if result.text is not None:
                self._opened[entry.id, entry.revision] = result.text
        texts = {entry.id: self._opened.get((entry.id, entry.revision)) for entry in found}
        return {entry: text for entry, text in texts.items() if text is not None}

    def _place(self, state: State, entry: Entry) -> Sealed:
        writing = writing_of(state, entry.slot, entry.phase)
        return Sealed(
            envelope=entry.text,
            item=entry.id,
            field=f"entry.{writing.kind.value}",
            author=entry.by if writing.named else ANONYMOUS,
            rev=entry.revision,
        )


def writing_of(state: State, slot: str, phase: int) -> Writing:
    """What the method says about a slot of a phase."""
    return next(writing for writing in state.plan.phases[phase].phase.writing if writing.id == slot)


def new_entry() -> EntryId:
    """An id for a card, made by its writer because it is sealed into the text."""
    return EntryId(str(uuid4()))
