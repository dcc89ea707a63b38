"""
What rooms above this one add to the pages of a programme.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`):

    show_way(10, "people", _("People"))                        # in the sub-navigation; the address takes the programme
    show_way_of_organisation(50, "pooling-agreements", _("Together with others"))  # the same on an organisation's page
    show_on_programme(10, "enrolment/_on_programme.html", tell)  # on the organiser's page
    show_to_client(50, "evaluation/_for_client.html", tell)      # on the client's page
    people_are(count)                                            # how many are enrolled
    circles_are(ids_of_circles)                                  # which circles belong to it
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from kring.web.organisations.models import Organisation
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the sub-navigation."""

    label: Any  # what gettext_lazy gives; said in the language of the page
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """A fragment, and what it tells; templates read it as `part.told`."""

    template: str
    told: Told


_ways: list[tuple[int, str, Any, Callable[[Programme], bool]]] = []
_ways_of_organisation: list[tuple[int, str, Any]] = []
_for_organiser: list[tuple[int, str, Callable[[Leading, datetime], Told | None]]] = []
_for_client: list[tuple[int, str, Callable[[Programme, datetime], Told | None]]] = []
_counts_people: list[Callable[[Programme], int]] = []
_finds_circles: list[Callable[[Programme], Sequence[UUID]]] = []


def show_way(
    order: int, url_name: str, label: Any, when: Callable[[Programme], bool] = lambda _programme: True
) -> None:
    """A page of the organiser's, by the name of its address, which takes the programme's id alone."""
    _ways.append((order, url_name, label, when))
    _ways.sort(key=lambda way: way[0])


def show_way_of_organisation(order: int, url_name: str, label: Any) -> None:
    """A page of an organisation, by the name of its address, which takes the organisation's id alone."""
    _ways_of_organisation.append((order, url_name, label))
    _ways_of_organisation.sort(key=lambda way: way[0])


def show_on_programme(order: int, template: str, tell: Callable[[Leading, datetime], Told | None]) -> None:
    """On the organiser's page; lower orders stand first. Where `tell` gives None the part isn't shown."""
    _for_organiser.append((order, template, tell))
    _for_organiser.sort(key=lambda part: part[0])


def show_to_client(order: int, template: str, tell: Callable[[Programme, datetime], Told | None]) -> None:
    """On the client's page: never anything of a person or of one circle."""
    _for_client.append((order, template, tell))
    _for_client.sort(key=lambda part: part[0])


def people_are(count: Callable[[Programme], int]) -> None:
    """The room that enrols people says how many there are."""
    _counts_people.append(count)


def circles_are(find: Callable[[Programme], Sequence[UUID]]) -> None:
    """The room that puts circles together says which they are."""
    _finds_circles.append(find)


def ways_of(programme: Programme) -> list[Way]:
    """In order."""
    return [
        Way(label, reverse(name, args=[programme.pk]))
        for _order, name, label, when in _ways
        if when(programme)
    ]


def ways_of_organisation(organisation: Organisation) -> list[Way]:
    """In order."""
    return [
        Way(label, reverse(name, args=[organisation.pk])) for _order, name, label in _ways_of_organisation
    ]


def way_to(here: str, ways: Sequence[Way]) -> Way | None:
    """The way on which a page is: its own, or that of the page which it belongs to."""
    above = [way for way in ways if here.startswith(way.address)]
    return max(above, key=lambda way: len(way.address), default=None)


def parts_for_organiser(leading: Leading, now: datetime) -> list[Part]:
    """In order."""
    told = ((template, tell(leading, now)) for _order, template, tell in _for_organiser)
    return [Part(template, about) for template, about in told if about is not None]


def parts_for_client(programme: Programme, now: datetime) -> list[Part]:
    """In order."""
    told = ((template, tell(programme, now)) for _order, template, tell in _for_client)
    return [Part(template, about) for template, about in told if about is not None]


def people_in(programme: Programme) -> int:
    """How many are enrolled; those who lead circles not among them."""
    return sum(count(programme) for count in _counts_people)


def circles_of(programme: Programme) -> list[UUID]:
    """Ids of the circles that were put together for it."""
    return [circle for find in _finds_circles for circle in find(programme)]
