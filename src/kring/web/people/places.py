"""
Where else somebody has a part: rooms above leave word when the site starts, and one's own page and that of one's circles
lead there.

    leads_to(places_of)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of something somebody has a part in, and as what."""

    name: str
    role: str
    address: str


_tellers: list[Callable[[Person], Sequence[Placed]]] = []


def leads_to(tell: Callable[[Person], Sequence[Placed]]) -> None:
    """A room says where somebody has a part in it; nowhere for most."""
    _tellers.append(tell)


def places_of(person: Person) -> list[Placed]:
    """In the order in which the rooms left word."""
    return [place for tell in _tellers for place in tell(person)]
