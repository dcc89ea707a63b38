"""What a companion sees: the same values that a browser draws a person's screen from, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kring.core.meetings.plan import EntryId, PersonId, PlannedPhase
from kring.core.meetings.state import Entry, State
from kring.core.meetings.view import View
from kring.core.methods.method import Role, Writing


@dataclass(frozen=True, slots=True)
class Sees:
    """
    One moment of one person.

    Attributes:
        opened: Texts of the cards that this person may read.
        companions: The other accounts that the same party holds.
    """

    me: PersonId
    state: State
    view: View
    now: datetime
    opened: dict[EntryId, str]
    companions: frozenset[PersonId]

    def may(self, deed: str) -> bool:
        """Whether this deed would be accepted now."""
        return deed in self.view.may

    @property
    def phase(self) -> PlannedPhase | None:
        """The phase that the meeting is in."""
        inside = 0 <= self.state.phase < len(self.state.plan.phases)
        return self.state.plan.phases[self.state.phase] if inside else None

    @property
    def moment(self) -> str:
        """A name for this visit to this phase: plans are made anew for each."""
        clock = self.state.clock
        return f"{self.state.phase} {clock.started if clock else ''}"

    @property
    def holds_floor(self) -> bool:
        """Whether it is this person who speaks."""
        return self.view.floor.holder == self.me

    @property
    def is_presenter(self) -> bool:
        """Whether it is this person's case."""
        return self.view.role is Role.PRESENTER

    def writing(self, slot: str) -> Writing | None:
        """What the method says about a slot of this phase."""
        if self.phase is None:
            return None
        return next((writing for writing in self.phase.phase.writing if writing.id == slot), None)

    def cards(self, slot: str | None) -> list[Entry]:
        """The cards of a slot that this person may read, in order of writing."""
        entries = (self.state.entries[entry] for entry in self.view.cards)
        return [entry for entry in entries if entry.slot == slot and not entry.withdrawn]

    def own(self, slot: str) -> list[Entry]:
        """What this person wrote into a slot in this phase."""
        ids = {entry for now in self.view.slots if now.slot == slot for entry in now.own}
        return [entry for entry in self.state.entries.values() if entry.id in ids]

    @property
    def is_alone(self) -> bool:
        """Whether nobody is here but companions."""
        people = self.state.people.values()
        return not any(
            person.present and not person.left and person.id not in self.companions for person in people
        )
