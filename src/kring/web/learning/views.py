"""Pages about learning. The server draws the questions; every answer is sealed and opens in the browser."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kring.web.circles import access
from kring.web.circles.views.shown import show
from kring.web.learning import queries
from kring.web.people.access import signed_in
from kring.web.people.models import Person


@require_safe
@signed_in
def goals(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """One's own goals, mirror and qualities, and what others share."""
    within = access.circle_for(person, circle)
    context = {"words": queries.words(), **queries.to_touch()}
    return show(request, within, "learning/goals", context)


@require_safe
@signed_in
def guide(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """From a look in the mirror to a goal, one question at a time."""
    within = access.circle_for(person, circle)
    context = {"words": queries.words(), "mirror": queries.mirror(), **queries.to_touch()}
    return show(request, within, "learning/guide", context)


@require_safe
@signed_in
def goal(request: HttpRequest, person: Person, circle: UUID, goal: UUID) -> HttpResponse:
    """One goal of one's own; whether there is such a goal shows when it opens."""
    within = access.circle_for(person, circle)
    context = {
        "goal": goal,
        "words": queries.words(),
        "practise": queries.to_practise(),
        **queries.to_touch(),
    }
    return show(request, within, "learning/goal", context)


@require_safe
@signed_in
def reflections(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What one wrote after each meeting, for oneself."""
    within = access.circle_for(person, circle)
    context = {"meetings": queries.meetings_of(within), "forms": queries.forms()}
    return show(request, within, "learning/reflections", context)
