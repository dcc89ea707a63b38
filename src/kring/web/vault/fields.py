"""
Which texts last, and what holds for each. A room says so once, where it is loaded; nothing else is stored.

    declare(Field("meeting.record", final=True))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Storing:
    """Somebody who belongs to the group wants to keep a text, for the first time or anew."""

    group: UUID
    acct: UUID
    item: UUID
    rev: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Field:
    """
    A kind of text.

    Attributes:
        name: As it is bound to the seal: `room.what`.
        own: Sealed for the writer alone.
        of_author: For the whole group, but only who wrote it first writes it again or takes it away.
        unnamed: Sealed without the writer's name, and handed out without it. The server knows whose it is all the same.
        final: Written once and never again.
        held_back: Handed out, and taken away, by its room alone, which says when.
        by_deed: Comes along with a deed of its room only.
        standing: Has to open for who joins later, so members' vaults seal it anew under each new key. What isn't,
            stays with those who were there when it was written.
        of_program: Nothing that somebody wrote: a secret or a mark that the program needs. Archives leave it out.
        leaves_with_writer: Goes when its writer leaves the group; one's own texts always do.
        may_store: Asked each time before it is kept; raises `Refused` where its room says no. Taking a text away is
            never asked about.
    """

    name: str
    own: bool = False
    of_author: bool = False
    unnamed: bool = False
    final: bool = False
    held_back: bool = False
    by_deed: bool = False
    standing: bool = False
    of_program: bool = False
    leaves_with_writer: bool = False
    may_store: Callable[[Storing], None] | None = None

    @property
    def is_writers(self) -> bool:
        """Whether nobody but the writer may change it or take it away."""
        return self.own or self.of_author or self.unnamed


_fields: dict[str, Field] = {}


def declare(*fields: Field) -> None:
    """Let these be stored."""
    _fields.update((field.name, field) for field in fields)


def field_by_name(name: str) -> Field | None:
    """What holds for it, where somebody declared it."""
    return _fields.get(name)


def declared() -> tuple[Field, ...]:
    """All of them, by name."""
    return tuple(_fields[name] for name in sorted(_fields))


def at_hand() -> frozenset[str]:
    """Those that anybody of the group may ask for at any time."""
    return frozenset(field.name for field in _fields.values() if not field.held_back)
