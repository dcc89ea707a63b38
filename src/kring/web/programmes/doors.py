"""
The doors to pages of a programme, as decorators; see `organisations.doors`. The address has `<uuid:programme>`.

    @for_organiser("looked-at-people")
    def people(request: HttpRequest, leading: Leading) -> HttpResponse:
"""

from collections.abc import Callable
from typing import Concatenate, TypeAlias

from django.http import HttpRequest, HttpResponse

from kring.web.organisations.doors import door
from kring.web.programmes.access import Commissioning, Leading, commission_of, programme_of_organiser

_ForOrganiser: TypeAlias = Callable[Concatenate[HttpRequest, Leading, ...], HttpResponse]
_ForClient: TypeAlias = Callable[Concatenate[HttpRequest, Commissioning, ...], HttpResponse]


def for_organiser(looked: str) -> Callable[[_ForOrganiser], Callable[..., HttpResponse]]:
    """A page for organisers of the programme's organisation."""
    return door(programme_of_organiser, looked, named="programme")


def for_client(looked: str) -> Callable[[_ForClient], Callable[..., HttpResponse]]:
    """A page for the clients of a programme."""
    return door(commission_of, looked, named="programme")
