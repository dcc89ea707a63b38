"""The organiser's page of a programme, and its trail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.organisations.queries import trail_of_programme
from kring.web.programmes import actions, queries
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.parts import parts_for_organiser
from kring.web.programmes.views.organisation import before_of
from kring.web.ui.errors import error_page
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_safe
@for_organiser("looked-at-programme")
def programme(request: HttpRequest, leading: Leading) -> HttpResponse:
    """How far it is, in counts."""
    told = {
        "programme": leading.programme,
        "agreement": queries.agreement_of(leading.programme),
        "has_client": leading.programme.clients.exists(),
        "counts": queries.counts_of(leading.programme),
        "parts": parts_for_organiser(leading, timezone.now()),
    }
    return render(request, "programmes/programme.html", told)


@posted_from("programme", "programme")
@for_organiser("looked-at-programme")
def enrolling(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Let people come in where there is no client."""
    try:
        actions.begin_enrolment(leading, now=timezone.now())
    except Refused as refused:
        return error_page(request, refused.status, refused.code, refused.say)
    return redirect("programme", leading.programme.pk)


@posted_from("programme", "programme")
@for_organiser("looked-at-programme")
def ending(request: HttpRequest, leading: Leading) -> HttpResponse:
    """It is over."""
    actions.end_programme(leading, now=timezone.now())
    return redirect("programme", leading.programme.pk)


@posted_from("programme", "programme")
@for_organiser("looked-at-programme")
def opening(request: HttpRequest, leading: Leading) -> HttpResponse:
    """It isn't over after all."""
    actions.open_again(leading, now=timezone.now())
    return redirect("programme", leading.programme.pk)


@require_safe
@for_organiser("looked-at-trail-of-programme")
def trail(request: HttpRequest, leading: Leading) -> HttpResponse:
    """What organisers and clients looked at and did in this programme."""
    told = {
        "programme": leading.programme,
        "trail": trail_of_programme(leading.programme.pk, before_of(request)),
    }
    return render(request, "programmes/programme_trail.html", told)
