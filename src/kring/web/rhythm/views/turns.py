"""Who leads and who chooses the method at each date, one turn at a time, and what is said about turns."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.core.rhythm.rota import Duty
from kring.web.circles import access
from kring.web.circles.models import Role
from kring.web.circles.views.shown import show
from kring.web.methods import queries as library
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.rhythm.actions import turns as deeds
from kring.web.rhythm.forms import duty_of, readiness_of
from kring.web.rhythm.queries.path import path_page
from kring.web.rhythm.queries.swaps import offers_about, requests_by, requests_to
from kring.web.rhythm.queries.telling import sentence_about
from kring.web.rhythm.queries.turns import rota_of
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from


@require_safe
@signed_in
def turns(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """All turns to come, what is asked of whoever looks, and how they stand."""
    within, now = access.circle_for(person, circle), timezone.now()
    rota = rota_of(within.circle, now)
    context = {
        "rota": rota,
        "goes_round": [duty.value for duty in Duty if duty in rota.goes_round],
        "asked": requests_to(within, rota),
        "asking": requests_by(within, rota),
        "mine": [
            one
            for duty in Duty
            if duty in rota.goes_round
            for one in rota.standings[duty]
            if one.person == person
        ],
        "counted": list(zip(*(rota.standings[duty] for duty in Duty), strict=True)),
        "path": path_page(within),
    }
    return show(request, within, "rhythm/turns", context)


@require_safe
@signed_in
def turn(request: HttpRequest, person: Person, circle: UUID, date: UUID, duty: str) -> HttpResponse:
    """One turn: to take on, to give, to swap; and the method, for whoever chooses."""
    within, now = access.circle_for(person, circle), timezone.now()
    rota = rota_of(within.circle, now)
    found = rota.turn(date, duty_of(duty))
    chosen = found.method.id if found.method else request.GET.get("method", "")
    short, is_mine = library.to_begin_with(chosen), found.person == person
    context = {
        "turn": found,
        "says": sentence_about(found, rota.path, person),
        "is_mine": is_mine,
        "may_take": is_mine
        or (found.person is None and found.goes_round and within.membership.role == Role.MEMBER),
        "offers": offers_about(found, person, rota),
        "choosing": is_mine and found.duty is Duty.CHOOSE_METHOD,
        "short": short,
        "chosen": library.method_by_id(chosen) or short[0],
        "levels": library.by_level(),
    }
    return show(request, within, "rhythm/turn", context)


@posted_from("turn", "circle", "date", "duty")
@signed_in
@refusing
def taking(request: HttpRequest, person: Person, circle: UUID, date: UUID, duty: str) -> HttpResponse:
    """Take a turn on, or let one that was taken on go round again."""
    access.circle_for(person, circle)
    deed = deeds.give_back_turn if request.POST.get("back") else deeds.take_turn
    deed(person, circle, date, duty_of(duty), now=timezone.now())
    return redirect("turns", circle)


@posted_from("turn", "circle", "date", duty="choose_method")
@signed_in
@refusing
def method(request: HttpRequest, person: Person, circle: UUID, date: UUID) -> HttpResponse:
    """Choose the method beforehand."""
    access.circle_for(person, circle)
    deeds.choose_method(person, circle, date, request.POST.get("method", ""), now=timezone.now())
    return redirect("turns", circle)


@posted_from("turns", "circle")
@signed_in
@refusing
def readiness(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Say that one is ready, or would rather not for now."""
    access.circle_for(person, circle)
    duty, said = readiness_of(request.POST)
    deeds.say_how_one_stands(person, circle, duty, said, now=timezone.now())
    return redirect("turns", circle)
