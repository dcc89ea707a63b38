"""What a rule finds, before it is known in which file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kring.core.methods.faults import Fault
from kring.core.methods.method import Block, GroupSize, Method, Phase, Text, Writing


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: where, what is wrong, and how to mend it."""

    place: tuple[str, ...]
    wrong: Text
    mend: Text

    def in_file(self, file: str) -> Fault:
        """The fault as its writer reads it."""
        return Fault(file, self.place, self.wrong, self.mend)


Rule = Callable[[Method | Block], Iterator[Finding]]


class ForGroup(Protocol):
    """Phases that say for how many people they are."""

    @property
    def group(self) -> GroupSize:
        """How many people take part."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The steps, in order."""


def at(phase: Phase, *below: str) -> tuple[str, ...]:
    """A place in a phase."""
    return ("phases", phase.id, *below)


def at_slot(phase: Phase, slot: Writing, *below: str) -> tuple[str, ...]:
    """A place in what is written in a phase."""
    return at(phase, "writing", slot.id, *below)


def slots(of: Method | Block) -> Iterator[tuple[int, Phase, Writing]]:
    """Everything that is written, with its phase and that phase's number from 0."""
    for number, phase in enumerate(of.phases):
        for slot in phase.writing:
            yield number, phase, slot
