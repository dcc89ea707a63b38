"""The circle's meetings: opening the room, walking in, and the records."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.core.growth.load import load_own_blocks
from kring.web.circles import access, queries
from kring.web.circles.actions import meetings as deeds
from kring.web.circles.fields import MEETING_MINE, MEETING_RECORD
from kring.web.circles.forms import EarlierMeeting, NewRoom
from kring.web.circles.parts import parts_of_meeting
from kring.web.circles.preparing import method_chosen
from kring.web.circles.views.shown import show
from kring.web.meetings.agendas import FAREWELL, OF_A_CIRCLE, choice_of_parts
from kring.web.meetings.first_keys import first_keys
from kring.web.meetings.own_methods import check_words, own_in, own_of, words_in
from kring.web.meetings.queries import plan_for
from kring.web.methods import queries as library
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, refusing
from kring.web.ui.refusal import Refused
from kring.web.vault.queries import sealed_texts
from kring.web.vault.seat_cookie import give_seat


@require_safe
@signed_in
def meetings(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Every meeting that was held."""
    within = access.circle_for(person, circle)
    return show(request, within, "meetings", {"held": queries.held_in_circle(within.circle)})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def new(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Choose how to meet (GET), or open the room whose keys the browser made (POST)."""
    within, now = access.circle_for(person, circle), timezone.now()
    if request.method == "POST":
        return open_room(request, person, circle)
    coming = queries.next_date(within.circle, now)
    date = coming if coming is not None and coming.starts_at - now <= queries.SOON else None
    method = request.GET.get("method") or method_chosen(date)
    is_goodbye = method == FAREWELL
    wished_part = request.GET.get("with", "")
    context = {
        "is_goodbye": is_goodbye,
        "exercise": load_own_blocks()[FAREWELL] if is_goodbye else None,
        "date": date,
        "minutes": within.circle.minutes if date is None else date.minutes,
        "may_meet": is_goodbye or queries.may_meet(within.circle, now),
        "wished": method if library.method_by_id(method) or own_of(method) else "",
        "with_part": wished_part if wished_part in OF_A_CIRCLE else "",
        **choice_of_parts(method),
    }
    return show(request, within, "open_room", context)


def open_room(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Answer with the address of the room and a seat in it."""
    given = body_of(request, NewRoom)
    keys = first_keys(given)
    if given.own is not None:
        check_words(given.own.words, given.box.id)
    token = deeds.open_room(
        person,
        circle,
        given.meeting,
        plan_for(given.agenda, pace=given.pace, own=own_in(given.own)),
        keys,
        link=given.link,
        date=given.date,
        minutes=given.agenda.minutes,
        words=words_in(given.own),
        now=timezone.now(),
    )
    response = JsonResponse({"room": reverse("room", args=[given.meeting])})
    give_seat(request, response, given.meeting, token)
    return response


@require_POST
@refusing
@signed_in
def earlier(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The record of the meeting out of which the circle came."""
    access.circle_for(person, circle)
    given = body_of(request, EarlierMeeting)
    if library.method_by_id(given.method) is None:
        raise Refused(422, "no_such_method", _("There is no such method. Choose one from the list."))
    deeds.keep_earlier(
        person,
        circle,
        given.meeting,
        method=given.method,
        minutes=given.minutes,
        text=given.text,
        now=timezone.now(),
    )
    return JsonResponse({"kept": True})


@require_safe
@signed_in
def meeting(request: HttpRequest, person: Person, circle: UUID, meeting: UUID) -> HttpResponse:
    """One meeting that was held: plain facts, and the record that opens in the browser."""
    within = access.circle_for(person, circle)
    held = access.held_in(within, meeting)
    texts = sealed_texts(circle, person.pk, fields=[MEETING_RECORD.name, MEETING_MINE.name], items=[meeting])
    by_field = {text["field"]: text for text in texts}
    context = {
        "held": held,
        "record": by_field.get(MEETING_RECORD.name),
        "mine": by_field.get(MEETING_MINE.name),
        "parts": parts_of_meeting(within, held, timezone.now()),
        "presences": held.presences.select_related("person").order_by("person__name"),
    }
    return show(request, within, "meeting", context)
