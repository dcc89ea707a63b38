"""Pages of a meeting: beginning, the room, the wall, what is kept and what is gone."""

from dataclasses import asdict
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.meetings import Agenda, Pace
from kring.web.growth import queries as growth
from kring.web.meetings import access, actions, agendas, queries
from kring.web.meetings.fields import INVITATIONS
from kring.web.meetings.first_keys import first_keys
from kring.web.meetings.forms import AskedAgenda, GoingOn, NewMeeting, agenda_of, check_new_meeting
from kring.web.meetings.halls import hall_of
from kring.web.meetings.models import Deletion
from kring.web.meetings.own_methods import own_in, words_in
from kring.web.methods.skeletons import to_plan
from kring.web.people.access import person_of
from kring.web.ui.json import body_of, json_view
from kring.web.ui.refusal import Refused
from kring.web.vault.access import check_who_may_see, member_seat
from kring.web.vault.queries import members_of, sealed_texts
from kring.web.vault.seat_cookie import give_seat, seat_token


@require_http_methods(["GET", "HEAD", "POST"])
@json_view
def begin(request: HttpRequest) -> HttpResponse:
    """Choose a method (GET), or open the meeting whose keys the browser has made (POST)."""
    if request.method == "POST":
        return open_meeting(request)
    exercise = growth.exercise_by_id(request.GET.get("exercise", ""))
    context = {
        "exercise_href": reverse("exercise", args=[exercise.id]) if exercise else "",
        "exercise": exercise,
        **agendas.choice_of_parts(request.GET.get("method", "")),
        "retention_days": settings.RETENTION_DAYS,
    }
    return render(request, "meetings/begin.html", context)


def open_meeting(request: HttpRequest) -> HttpResponse:
    """Answer with the address of the room and a seat in it."""
    new = body_of(request, NewMeeting)
    check_new_meeting(new)
    now = timezone.now()
    keys = first_keys(new)
    plan = queries.plan_for(new.agenda, pace=new.pace, own=own_in(new.own))
    token = actions.open_meeting(new.meeting, plan, keys, now=now, words=words_in(new.own))
    response = JsonResponse({"room": reverse("room", args=[new.meeting])})
    give_seat(request, response, new.meeting, token)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@json_view
def agenda(request: HttpRequest) -> HttpResponse:
    """
    An agenda with its clock and what there is to say about it: the usual one with a method, a short one around an
    exercise, or the one in the address. One with methods that stand in no library is posted, because these come
    along. Nothing is kept of it.
    """
    if request.method == "POST":
        return agenda_with_own(body_of(request, AskedAgenda))
    asked = agenda_of(request.GET)
    if asked is not None and "method" in request.GET:
        cases = 2 if request.GET.get("cases") == "2" else 1
        asked = agendas.usual_with(request.GET["method"], asked.minutes, cases)
    elif "exercise" in request.GET:
        asked = agendas.practice_of(request.GET["exercise"])
    pace = Pace.DAYS if request.GET.get("pace") == Pace.DAYS.value else Pace.LIVE
    if asked is None:
        raise no_such_meeting()
    return JsonResponse(asdict(agendas.shown(asked, pace)))


def agenda_with_own(asked: AskedAgenda) -> HttpResponse:
    """The same with the places of the words that stay in the browser."""
    own = to_plan(asked.own)
    if asked.parts is None:
        agenda = agendas.usual_with_own(own, asked.minutes)
    else:
        agenda = Agenda(parts=asked.parts, minutes=asked.minutes)
    if agenda is None:
        raise no_such_meeting()
    return JsonResponse(asdict(agendas.shown(agenda, asked.pace, own)))


def no_such_meeting() -> Refused:
    """Nothing to meet by."""
    return Refused(422, "agenda", _("There is no such meeting. Begin anew with one of the methods."))


@require_safe
def room(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The room. Whoever has the link may stand before the door; the script knocks. A circle's own is for its members."""
    return page_of(request, meeting, "meetings/room.html")


@require_safe
def wall(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The same room for a beamer."""
    return page_of(request, meeting, "meetings/wall.html")


def page_of(request: HttpRequest, meeting: UUID, template: str) -> HttpResponse:
    """A page of a meeting that is still there; otherwise what became of it."""
    check_who_may_see(meeting, person_of(request))
    if isinstance(access.meeting_by_link(meeting), Deletion):
        return render(request, "meetings/gone.html", {"evidence": queries.evidence(meeting)}, status=410)
    context = {
        "meeting": meeting,
        "retention_days": settings.RETENTION_DAYS,
        "circle": members_of(meeting),
        "person": person_of(request),
        "hall": hall_of(meeting, person_of(request)),
    }
    return render(request, template, context)


@require_safe
def closing(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """After the meeting: what one takes along, and the evidence of deletion."""
    check_who_may_see(meeting, person_of(request))
    context = {
        "meeting": meeting,
        "evidence": queries.evidence(meeting),
        "closing_minutes": settings.CLOSING_MINUTES,
        "circle": members_of(meeting),
        "person": person_of(request),
    }
    return render(request, "meetings/closing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@json_view
def going_on(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Invitations to a circle that lasts, for who was here: sealed in the meeting, and gone with it."""
    if request.method == "POST":
        member_seat(meeting, seat_token(request))
        given = body_of(request, GoingOn)
        actions.go_on(meeting, seat_token(request), given.circle, given.text, now=timezone.now())
    elif queries.evidence(meeting).destroyed:
        return JsonResponse({"sealed": [], "is_over": True})
    seat = member_seat(meeting, seat_token(request))
    return JsonResponse({"sealed": sealed_texts(meeting, seat.acct, fields=[INVITATIONS])})


@require_http_methods(["GET", "HEAD", "POST"])
@json_view
def deletion(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """When the content goes or that it went (GET); or say that one has what one wants to keep (POST)."""
    if request.method == "POST":
        actions.take_leave(meeting, seat_token(request), now=timezone.now())
    return JsonResponse(asdict(queries.evidence(meeting)))
