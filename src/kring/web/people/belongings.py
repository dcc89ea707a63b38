"""
What rooms above this one hold of a person, and do when a person leaves for good.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`).
"""

from collections.abc import Callable
from datetime import datetime

from kring.web.people.models import Person

Tell = Callable[[Person], object]
Part = Callable[[Person, datetime], None]

Offer = Callable[[Person], tuple[str, str] | None]

_offers: list[Offer] = []
_tellers: dict[str, Tell] = {}
_partings: dict[str, Part] = {}


def holds(room: str, tell: Tell) -> None:
    """A room says what it holds of somebody: values that JSON knows. Sealed texts stay sealed."""
    _tellers[room] = tell


def parts(room: str, part: Part) -> None:
    """A room does what is needed before somebody's account goes; in the same transaction."""
    _partings[room] = part


def offers(offer: Offer) -> None:
    """A room has something for one's account page at times: the name of an address, and what the link to it says."""
    _offers.append(offer)


def offered(person: Person) -> list[tuple[str, str]]:
    """What there is for them now."""
    return [found for offer in _offers if (found := offer(person)) is not None]


def held_of(person: Person) -> dict[str, object]:
    """By room."""
    return {room: tell(person) for room, tell in sorted(_tellers.items())}


def take_leave(person: Person, *, now: datetime) -> None:
    """Let every room do its part."""
    for part in _partings.values():
        part(person, now)
