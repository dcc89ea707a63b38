"""The organiser's page of a programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.programmes import queries
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.parts import parts_for_organiser


@require_safe
@for_organiser("looked-at-programme")
def programme(request: HttpRequest, leading: Leading) -> HttpResponse:
    """How far it is, in counts."""
    now = timezone.now()
    told = {
        "programme": leading.programme,
        "counts": queries.counts_of(leading.programme),
        "parts": parts_for_organiser(leading, now),
    }
    return render(request, "programmes/programme.html", told)
