"""A participant's own pages of a programme."""

import json
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.enrolment.access import participation_of
from kring.web.enrolment.actions import own as deeds
from kring.web.enrolment.forms import OwnForm
from kring.web.enrolment.models import Participant, Said
from kring.web.enrolment.parts import parts_for_participant
from kring.web.enrolment.queries.own import manager_of, named_by, not_there_yet, told_of
from kring.web.enrolment.queries.pooling import asked_of
from kring.web.enrolment.telling import LANGUAGES, goal_name
from kring.web.organisations.queries import trail_of_programme
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.programmes.models import Side, Stage
from kring.web.programmes.queries import proposal_told
from kring.web.programmes.speaking import speak_by_form
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_safe
@signed_in
def mine(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """What is agreed, what is known of me, who sees what, and who looked."""
    return page(request, participation_of(person, programme), person)


@posted_from("mine", "programme")
@signed_in
def voice(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """Yes to what was agreed, or what should be otherwise."""
    row = participation_of(person, programme)
    try:
        speak_by_form(request, row.programme, person, Side.PARTICIPANT)
    except Refused as refused:
        return page(request, row, person, say=refused.say, status=refused.status)
    return redirect("mine", programme)


def page(
    request: HttpRequest, row: Participant, person: Person, *, say: str = "", status: int = 200
) -> HttpResponse:
    """With a sentence about what went wrong, if something did; what was written stays in its field."""
    before = request.GET.get("before", "")
    speak_at, written = reverse("my-voice", args=[row.programme_id]), request.POST.get("amendment", "")
    told = {
        "programme": row.programme,
        "participant": row,
        "form": OwnForm(of=row),
        "manager": manager_of(row),
        "reports": named_by(row, Said.REPORTS),
        "not_with": named_by(row, Said.APART),
        "not_there": not_there_yet(row),
        "goals": [goal_name(goal) for goal in row.goals],
        "languages": [LANGUAGES.get(code, code) for code in row.languages],
        "partners": asked_of(row),
        "parts": parts_for_participant(row, timezone.now()),
        "proposed": proposal_told(row.programme, person, Side.PARTICIPANT, speak_at, say=say, written=written)
        if row.programme.stage != Stage.PROPOSED
        else None,
        "trail": trail_of_programme(row.programme_id, int(before) if before.isdecimal() else None),
    }
    return render(request, "enrolment/mine.html", told, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def facts(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """Tell otherwise of oneself."""
    row = participation_of(person, programme)
    form = OwnForm(request.POST or None, of=row, partners=asked_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            deeds.change_own(person, programme, form.told(), now=timezone.now())
            return redirect("mine", programme)
        except Refused as refused:
            form.add_error("manager", refused.say)
    told = {"programme": row.programme, "form": form, "mail": row.mail, "participant": row}
    return render(request, "enrolment/form.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def leaving(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """Leave the programme, after having read what that means."""
    row = participation_of(person, programme)
    if request.method == "POST":
        deeds.leave(person, programme, now=timezone.now())
        return render(request, "enrolment/left.html", {"programme": row.programme})
    return render(request, "enrolment/leaving.html", {"programme": row.programme})


@require_safe
@signed_in
def download(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """Everything that is kept of somebody here."""
    row = participation_of(person, programme)
    content = json.dumps(told_of(row), cls=DjangoJSONEncoder, indent=1, ensure_ascii=False)
    response = HttpResponse(content, content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="kring-programme.json"'
    return response
