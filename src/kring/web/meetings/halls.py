"""
Meetings in which several circles gather: which, where whoever asks sits, and the way to each of them.

The room above that opened the meeting knows it, and leaves word here when the site starts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Table:
    """
    One of the circles.

    Attributes:
        address: Where those who have a place in it begin it, or come in.
    """

    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Hall:
    """
    All of them.

    Attributes:
        own: Id of the one in which whoever asks has a place; blank where that is none, or more than one.
    """

    tables: tuple[Table, ...]
    own: str


_knows: list[Callable[[UUID, Person | None], Hall | None]] = []


def knows_hall(tell: Callable[[UUID, Person | None], Hall | None]) -> None:
    """A room above says what it knows of a meeting; None where it isn't one of its own."""
    _knows.append(tell)


def hall_of(meeting: UUID, person: Person | None) -> Hall | None:
    """As this person sees it, signed in or not; None where one circle meets."""
    return next((found for tell in _knows if (found := tell(meeting, person)) is not None), None)
