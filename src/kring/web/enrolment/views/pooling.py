"""Putting people of several organisations together: what organisations agreed, and who joins a programme."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.web.enrolment.actions import pooling as deeds
from kring.web.enrolment.queries.pooling import agreements_of, offers_to
from kring.web.organisations.access import Organising
from kring.web.organisations.doors import for_organisers
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@for_organisers("looked-at-pooling")
def agreements(request: HttpRequest, organising: Organising) -> HttpResponse:
    """With whom we put people together; ask another, say yes, or stop."""
    problem, name = "", request.POST.get("name", "")[:120]
    if request.method == "POST":
        try:
            deeds.ask_to_pool(organising, name, now=timezone.now())
            return redirect("pooling-agreements", organising.organisation.pk)
        except Refused as refused:
            problem = refused.say
    told = {
        "organisation": organising.organisation,
        "agreements": agreements_of(organising.organisation),
        "name": name,
        "problem": problem,
    }
    return render(request, "enrolment/agreements.html", told, status=422 if problem else 200)


@posted_from("pooling-agreements", "organisation")
@for_organisers("looked-at-pooling")
def stopping(request: HttpRequest, organising: Organising, other: UUID) -> HttpResponse:
    """It ends, for both."""
    deeds.stop_pooling(organising, other, now=timezone.now())
    return redirect("pooling-agreements", organising.organisation.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-people")
def joining(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Whom other organisations may lend to this programme: counts by profession."""
    if request.method == "POST":
        organisation, _mark, profession = request.POST.get("of", "").partition(" ")
        deed = deeds.give_back if request.POST.get("deed") == "give_back" else deeds.take_from
        with suppress(ValueError):  # an id that our own page doesn't send: nothing to do
            deed(leading, UUID(organisation), profession, now=timezone.now())
        return redirect("pooling", leading.programme.pk)
    told = {
        "programme": leading.programme,
        "offers": offers_to(leading.programme),
        "partners": agreements_of(leading.organisation).both,
    }
    return render(request, "enrolment/pooling.html", told)
