"""
Doors to pages as decorators: who may come in, and that they looked goes into the trail. The one place for looks.

    @for_organisers("looked-at-organisation")
    def organisation(request: HttpRequest, organising: Organising) -> HttpResponse:

`looked` has a sentence with `look=True` in `traces`. What somebody does there is traced by its deed.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, TypeAlias, TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kring.web.organisations.access import Organising, organisation_for
from kring.web.organisations.actions import Acting, trace
from kring.web.people.access import signed_in
from kring.web.people.models import Person

_Role = TypeVar("_Role", bound=Acting)
_View: TypeAlias = Callable[Concatenate[HttpRequest, _Role, ...], HttpResponse]


def door(
    find: Callable[[Person, UUID], _Role], looked: str, *, named: str
) -> Callable[[_View[_Role]], Callable[..., HttpResponse]]:
    """A view for whom `find` lets in; it gets their role. The address names what it is about as `named`."""

    def of(view: _View[_Role]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @signed_in
        def guarded(
            request: HttpRequest, person: Person, /, **at: Any
        ) -> HttpResponse:  # Any: by name from Django
            about: UUID = at.pop(named)
            role = find(person, about)
            response = view(request, role, **at)
            if request.method == "GET" and response.status_code == 200:  # noqa: PLR2004 -- OK
                trace(role, looked, programme=about if named == "programme" else None, now=timezone.now())
            return response

        return guarded

    return of


def for_organisers(looked: str) -> Callable[[_View[Organising]], Callable[..., HttpResponse]]:
    """A page of an organisation, for its organisers; the address has `<uuid:organisation>`."""
    return door(organisation_for, looked, named="organisation")
