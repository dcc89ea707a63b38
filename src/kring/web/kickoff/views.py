"""Planning, telling and opening a kick-off; and where somebody who takes part finds it."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.circles.queries import ids_of_programme
from kring.web.enrolment.access import participation_of
from kring.web.kickoff import access, actions, queries
from kring.web.kickoff.forms import PlanForm
from kring.web.kickoff.models import ZONE, KickOff
from kring.web.kickoff.zones import zone_name
from kring.web.meetings.first_keys import NewGroup, first_keys
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.letters import site_of
from kring.web.ui.json import body_of, refusing
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused
from kring.web.vault.actions import MOST_IN_A_HALL
from kring.web.vault.seat_cookie import give_seat


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-kick-off")
def kick_off(request: HttpRequest, leading: Leading) -> HttpResponse:
    """When and where it is, and its room."""
    planned = queries.planned(leading.programme)
    form = PlanForm(request.POST or None, kick_off=planned)
    if request.method == "POST" and form.is_valid():
        try:
            actions.plan(leading, form.when(), now=timezone.now())
            return redirect("kick-off", leading.programme.pk)
        except Refused as refused:
            form.add_error("on", refused.say)
    told = {
        "programme": leading.programme,
        "person": leading.person,
        "kick_off": planned,
        "form": form,
        "is_open": planned is not None and queries.is_open(planned),
        "circles": len(ids_of_programme(leading.programme.pk)),
        "to_tell": len(queries.to_tell(leading.programme)),
        "most": MOST_IN_A_HALL,
    }
    return shown(request, "kick_off", planned, told)


@posted_from("kick-off", "programme")
@for_organiser("looked-at-kick-off")
def telling(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Write to everybody."""
    actions.tell(leading, site=site_of(request), now=timezone.now())
    return redirect("kick-off", leading.programme.pk)


@posted_from("kick-off", "programme")
@refusing
@for_organiser("looked-at-kick-off")
def room(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Open its room."""
    new = body_of(request, NewGroup)
    token = actions.open_room(leading, new.meeting, first_keys(new), now=timezone.now())
    response = JsonResponse({"room": reverse("room", args=[new.meeting])})
    give_seat(request, response, new.meeting, token)
    return response


@require_safe
@signed_in
def mine(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """When and where, for who takes part; and the way to one's own circle."""
    participant = participation_of(person, programme)
    kick_off = access.kick_off_for(participant)
    told = {
        "programme": participant.programme,
        "kick_off": kick_off,
        "is_open": queries.is_open(kick_off),
        "circles": queries.own_circles(participant),
    }
    return shown(request, "mine", kick_off, told)


def shown(request: HttpRequest, page: str, planned: KickOff | None, told: dict[str, Any]) -> HttpResponse:
    """A page with its times where the gathering is."""
    zone = ZONE if planned is None else planned.zone
    with timezone.override(ZoneInfo(zone)):
        return render(request, f"kickoff/{page}.html", {**told, "zone": zone_name(zone)})
