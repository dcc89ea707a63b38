"""How the circle does: a page on which the browser does the reckoning, and the plain facts it needs for that."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.circles import access
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import json_view
from kring.web.vitality.queries import checks
from kring.web.vitality.queries.history import facts_of


@require_safe
@signed_in
def vitality(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Questions, drawings and the way to the self-check."""
    within, now = access.circle_for(person, circle), timezone.now()
    found = checks.open_round(within.circle)
    context = {
        "held": within.circle.held.exclude(closed_at=None).exists(),
        "open": None if found is None else checks.round_now(found, person, now),
        "closed": checks.closed_rounds(within.circle),
        "due": checks.is_due(within.circle),
        "enough": checks.has_enough_members(within.circle),
    }
    return show(request, within, "vitality/vitality", context)


@require_safe
@json_view
@signed_in
def facts(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What the server knows, for the browser to put what is sealed to it."""
    return JsonResponse(facts_of(access.circle_for(person, circle), timezone.now()))
