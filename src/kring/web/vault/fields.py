"""
Which texts last, and what holds for each. A room says so once, where it is loaded; nothing else is stored.

    declare(Field("meeting.record", final=True))
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """
    A kind of text.

    Attributes:
        name: As it is bound to the seal: `room.what`.
        own: Sealed for the writer alone.
        final: Written once and never again.
        by_deed: Comes along with a deed of its room only. It has to open for who joins later, so members' vaults seal
            it anew under each new key.
    """

    name: str
    own: bool = False
    final: bool = False
    by_deed: bool = False


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
