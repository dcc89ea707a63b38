"""The page of intentions, and asking for a reminder."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.circles.access import circle_for
from kring.web.circles.views.shown import show
from kring.web.intentions import actions, queries
from kring.web.intentions.forms import NewReminder
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view


@require_safe
@signed_in
def intentions(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """One's own, and those of the others as far as they were told."""
    within = circle_for(person, circle)
    return show(request, within, "intentions/intentions", queries.page_of(within))


@require_http_methods(["POST", "DELETE"])
@json_view
@signed_in
def reminder(request: HttpRequest, person: Person, circle: UUID, item: UUID) -> HttpResponse:
    """Ask for a mail on a day (POST), or for none (DELETE)."""
    circle_for(person, circle)
    if request.method == "POST":
        wanted = body_of(request, NewReminder)
        actions.ask_to_be_reminded(person, circle, item, wanted.on, now=timezone.now())
        return JsonResponse({"on": wanted.on})
    actions.drop_reminder(person, circle, item)
    return JsonResponse({"on": None})
