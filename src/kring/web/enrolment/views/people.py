"""The organiser's list of people, and one of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.enrolment import queries, telling
from kring.web.enrolment.access import participant_in
from kring.web.enrolment.actions import inviting, people as deeds
from kring.web.enrolment.forms import PersonForm
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.inviting import inviting_of, writing_to
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
    return people_page(request, leading)


def people_page(request: HttpRequest, leading: Leading, *, say: str = "", status: int = 200) -> HttpResponse:
    """With a sentence about what can't be done, if something can't."""
    search = request.GET.get("search", "")[:120].strip()
    failed = request.GET.get("mail") == "failed"
    told = {
        "programme": leading.programme,
        "people": people_of(leading.programme, search, request.GET.get("page", "1"), failed=failed),
        "failed": failed,
        "search": search,
        "taken": count_in(request, "taken"),
        "written": count_in(request, "written"),
        "inviting": inviting_of(leading.programme, timezone.now()),
        "say": say,
        "assumed": [telling.told_assumed(one) for one in queries.assumed_of(leading.programme)],
        "link": link_of(request, leading),
    }
    return render(request, "enrolment/people.html", told, status=status)


def count_in(request: HttpRequest, name: str) -> int | None:
    """What the page before did, as its address tells."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None  # noqa: PLR2004 -- digits


@posted_from("people-of-programme", "programme")
@for_organiser("looked-at-people")
def letters(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Write to everybody of the list who hasn't told anything yet."""
    try:
        again = request.POST.get("again") == "yes"
        written = inviting.write_to_list(leading, again=again, now=timezone.now())
    except Refused as refused:
        return people_page(request, leading, say=refused.say, status=refused.status)
    response = redirect("people-of-programme", leading.programme.pk)
    response.headers["Location"] += f"?written={written}"
    return response


@posted_from("person-in-programme", "programme", "participant")
@for_organiser("looked-at-participant")
def letter(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """Write to one."""
    row = participant_in(leading, participant)
    try:
        inviting.write_to_one(leading, row.pk, again=request.POST.get("again") == "yes", now=timezone.now())
    except Refused as refused:
        return person_page(request, leading, row, PersonForm(of=row), say=refused.say, status=refused.status)
    return redirect("person-in-programme", leading.programme.pk, row.pk)


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
    return person_page(request, leading, row, form, status=422 if form.errors else 200)


def person_page(
    request: HttpRequest,
    leading: Leading,
    row: Participant,
    form: PersonForm,
    *,
    say: str = "",
    status: int = 200,
) -> HttpResponse:
    """With a sentence about why a letter can't go, if it can't."""
    told = {
        "programme": leading.programme,
        "participant": row,
        "form": form,
        "writing": writing_to(row, timezone.now()),
        "say": say,
    }
    return render(request, "enrolment/person.html", told, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-participant")
def removal(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """Take somebody away, after having read what that means."""
    row = participant_in(leading, participant)
    if request.method == "POST":
        deeds.remove(leading, participant, now=timezone.now())
        return redirect("people-of-programme", leading.programme.pk)
    return render(request, "enrolment/removal.html", {"programme": leading.programme, "participant": row})
