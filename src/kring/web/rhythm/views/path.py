"""The way from guided to self-guided, as an agreement between the circle and its coach."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.web.circles import access
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.rhythm.actions import path as deeds
from kring.web.rhythm.forms import path_deed_of
from kring.web.rhythm.queries.path import path_page
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def path(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The steps; a step is ticked off, or taken back (POST)."""
    within = access.circle_for(person, circle)
    if request.method == "POST":
        deed, step = path_deed_of(request.POST)
        deeds.go_on_the_path(person, circle, deed, at=step, now=timezone.now())
        return redirect("path", circle)
    return show(request, within, "rhythm/path", {"page": path_page(within)})


@posted_from("path", "circle")
@signed_in
def beginning(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """A circle that guides itself wants to learn it from somebody first."""
    deeds.begin_with_a_coach(person, circle)
    return redirect("path", circle)
