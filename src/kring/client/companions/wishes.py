"""What companions are about to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from kring.core.meetings.plan import EntryId


@dataclass(frozen=True, slots=True)
class Do:
    """A deed without words: the tag of a command and its fields."""

    deed: str
    fields: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell one's name."""

    name: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write a card."""

    slot: str
    text: str
    about: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """
    Something to do after a while, unless the meeting has moved on by then.

    Attributes:
        why: As long as this stays the same it is the same wish, and its time runs on.
        seconds: How long to take over it.
    """

    why: str
    deed: Do | Tell | Write
    seconds: float
