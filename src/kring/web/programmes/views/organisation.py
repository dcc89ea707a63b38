"""Where an organiser begins: what waits for an answer, and the programmes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.web.organisations.access import Organising
from kring.web.organisations.doors import for_organisers
from kring.web.programmes import queries


@require_safe
@for_organisers("looked-at-organisation")
def organisation(request: HttpRequest, organising: Organising) -> HttpResponse:
    """The organisation's page."""
    told = {"organisation": organising.organisation, "page": queries.organisation_page(organising)}
    return render(request, "programmes/organisation.html", told)
