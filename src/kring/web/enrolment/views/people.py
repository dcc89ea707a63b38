"""The organiser's list of people, and one of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.enrolment import queries, telling
from kring.web.enrolment.access import participant_in
from kring.web.enrolment.actions import people as deeds
from kring.web.enrolment.forms import PersonForm
from kring.web.enrolment.queries.people import people_of
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.letters import site_of
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_safe
@for_organiser("looked-at-people")
def people(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Everybody who is in, by name; and the ways in."""
    search, taken = request.GET.get("search", "")[:120].strip(), request.GET.get("taken", "")
    told = {
        "programme": leading.programme,
        "people": people_of(leading.programme, search, request.GET.get("page", "1")),
        "search": search,
        "taken": int(taken) if taken.isascii() and taken.isdigit() and len(taken) < 7 else None,  # noqa: PLR2004 -- digits
        "assumed": [telling.told_assumed(one) for one in queries.assumed_of(leading.programme)],
        "link": link_of(request, leading),
    }
    return render(request, "enrolment/people.html", told)


def link_of(request: HttpRequest, leading: Leading) -> str:
    """The link for enrolling, as it can be sent around."""
    return site_of(request) + reverse("enrol", args=[leading.programme.enrolment_token])


@posted_from("people-of-programme", "programme")
@for_organiser("looked-at-people")
def enrolment_link(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Open the link, or close it."""
    deeds.open_link(leading, is_open=request.POST.get("open") == "yes", now=timezone.now())
    return redirect("people-of-programme", leading.programme.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-people")
def new_person(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Somebody by hand."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.add(leading, form.facts(), form.cleaned_data["manager"], now=timezone.now())
            return redirect("people-of-programme", leading.programme.pk)
        except Refused as refused:
            form.add_error("manager" if refused.code == "ring" else "mail", refused.say)
    people = leading.programme.participants.count()
    told = {"programme": leading.programme, "people": people, "form": form}
    return render(request, "enrolment/new_person.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-participant")
def person(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """What is known of one, and putting that right. Whom they named themselves isn't on it."""
    row = participant_in(leading, participant)
    form = PersonForm(request.POST or None, of=row)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.change(leading, participant, form.facts(), form.cleaned_data["manager"], now=timezone.now())
            return redirect("people-of-programme", leading.programme.pk)
        except Refused as refused:
            form.add_error("manager" if refused.code == "ring" else "mail", refused.say)
    told = {
        "programme": leading.programme,
        "participant": row,
        "form": form,
    }
    return render(request, "enrolment/person.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-participant")
def removal(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """Take somebody away, after having read what that means."""
    row = participant_in(leading, participant)
    if request.method == "POST":
        deeds.remove(leading, participant, now=timezone.now())
        return redirect("people-of-programme", leading.programme.pk)
    return render(request, "enrolment/removal.html", {"programme": leading.programme, "participant": row})
