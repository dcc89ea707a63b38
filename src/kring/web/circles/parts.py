"""
What rooms above this one show on a circle's pages.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`):

    show_on_circle(Place.MINE, 10, "cases/_on_circle.html", about_cases)

Where more than one room sends people to the same place, each tells it as `once`, and they are sent one after the other.

Each fragment is a `<section class="circle-part">`, or what goes into a `<li>` where it waits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from kring.web.circles.access import Within
from kring.web.circles.models import Held

Told = Mapping[str, Any]


class Place(Enum):
    """Where a part stands."""

    WAITING = "waiting"  # a line under the one thing to do now: also asked of you
    NEXT = "next"  # with the next meeting
    MINE = "mine"  # what is one's own
    TOGETHER = "together"  # what is the circle's


@dataclass(frozen=True, slots=True)
class Part:
    """A fragment, and what it tells; templates read it as `part.told`."""

    template: str
    told: Told


_on_circle: list[tuple[Place, int, str, Callable[[Within, datetime], Told | None]]] = []
_on_meeting: list[tuple[int, str, Callable[[Within, Held, datetime], Told | None]]] = []


def show_on_circle(
    place: Place, order: int, template: str, tell: Callable[[Within, datetime], Told | None]
) -> None:
    """On the page of the circle; lower orders stand first. Where `tell` gives None the part isn't shown."""
    _on_circle.append((place, order, template, tell))
    _on_circle.sort(key=lambda part: part[1])


def show_on_meeting(order: int, template: str, tell: Callable[[Within, Held, datetime], Told | None]) -> None:
    """On the page of a meeting that was held."""
    _on_meeting.append((order, template, tell))
    _on_meeting.sort(key=lambda part: part[0])


def parts_of_circle(within: Within, now: datetime) -> dict[str, list[Part]]:
    """By the name of the place; of those that lead to the same (`once`) only the first."""
    parts: dict[str, list[Part]] = {place.value: [] for place in Place}
    led_to: set[object] = set()
    for place, _order, template, tell in _on_circle:
        told = tell(within, now)
        if told is None or told.get("once") in led_to:
            continue
        if "once" in told:
            led_to.add(told["once"])
        parts[place.value].append(Part(template, told))
    return parts


def parts_of_meeting(within: Within, held: Held, now: datetime) -> list[Part]:
    """In order."""
    told = ((template, tell(within, held, now)) for _order, template, tell in _on_meeting)
    return [Part(template, about) for template, about in told if about is not None]
