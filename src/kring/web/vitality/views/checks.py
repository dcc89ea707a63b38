"""The self-check: opening it, answering, closing it, and what came of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.growth.self_check import load_self_check
from kring.web.circles import access
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view, refusing
from kring.web.ui.posting import posted_from
from kring.web.vitality import actions
from kring.web.vitality.access import round_in
from kring.web.vitality.forms import NewSheet
from kring.web.vitality.queries import checks as queries


@posted_from("vitality", "circle")
@refusing
@signed_in
def checks(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Begin one."""
    found = actions.open_check(person, circle, now=timezone.now())
    return redirect("check", circle, found.pk)


@require_safe
@signed_in
def check(request: HttpRequest, person: Person, circle: UUID, round_id: UUID) -> HttpResponse:
    """One's own sheet while it is open, and what the circle said once it is closed."""
    within = access.circle_for(person, circle)
    found = round_in(within, round_id)
    context = {
        "standing": queries.round_now(found, person, timezone.now()),
        "asks": load_self_check(),
    }
    return show(request, within, "vitality/check", context)


@require_http_methods(["GET", "HEAD", "POST"])
@json_view
@signed_in
def sheets(request: HttpRequest, person: Person, circle: UUID, round_id: UUID) -> HttpResponse:
    """The sheets that one may open (GET), or one's own to hand in (POST)."""
    within = access.circle_for(person, circle)
    found = round_in(within, round_id)
    if request.method == "POST":
        new = body_of(request, NewSheet)
        closed = actions.hand_in(
            person, circle, round_id, item=new.item, rev=new.rev, text=new.text, now=timezone.now()
        )
        return JsonResponse({"closed": closed})
    return JsonResponse({"sealed": queries.sheets_for(within, found)})


@posted_from("check", "circle", "round_id")
@refusing
@signed_in
def closing(request: HttpRequest, person: Person, circle: UUID, round_id: UUID) -> HttpResponse:
    """Close it for everybody."""
    actions.close_check(person, circle, round_id, now=timezone.now())
    return redirect("check", circle, round_id)
