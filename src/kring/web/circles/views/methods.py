"""The methods that a circle has of its own, which the server can't read, and which method suits it now."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kring.web.circles import access, queries
from kring.web.circles.templatetags.circles import method_name
from kring.web.circles.views.shown import show
from kring.web.methods import choosing, editing, queries as library
from kring.web.people.access import signed_in
from kring.web.people.models import Person


@require_safe
@signed_in
def share(request: HttpRequest, person: Person) -> HttpResponse:
    """With which circle somebody shares a method; which one stands in the fragment, which doesn't come here."""
    memberships = queries.circles_of(person)
    if len(memberships) == 1:
        return redirect("circle-methods", circle=memberships[0].circle_id)
    return render(request, "circles/share.html", {"memberships": memberships})


@require_safe
@signed_in
def methods(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """All of them; the script lists them."""
    return show(request, access.circle_for(person, circle), "methods", {})


@require_safe
@signed_in
def method(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The editor; which method it is stands in the fragment."""
    context = {
        "vocabulary": editing.vocabulary(),
        "taken": editing.taken_ids(),
        "levels": library.by_level(),
    }
    return show(request, access.circle_for(person, circle), "method", context)


@require_safe
@signed_in
def advice(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Which method now? The browser weighs what the circle did; no answer comes back here."""
    within = access.circle_for(person, circle)
    history = queries.methods_done(within.circle)
    context = {
        "history": history,
        "last": method_name(history[-1]) if history else "",
        "kinds": choosing.for_a_circle(),
        "answers": choosing.answers(people=len(queries.ids_of_members(within.circle))),
        "suitcase": choosing.suitcase(),
        "methods": library.methods(),
        "levels": library.by_level(),
    }
    return show(request, within, "advice", context)
