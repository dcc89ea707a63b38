"""All that is somebody's, to take along: what is sealed is opened in their own browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.web.circles import queries
from kring.web.circles.fields import worth_keeping
from kring.web.circles.queries.archiving import terms
from kring.web.people.access import signed_in
from kring.web.people.models import Person


@require_safe
@signed_in
def archive(request: HttpRequest, person: Person) -> HttpResponse:
    """The page on which the archive is made. It names every declared field, so that a new one comes along by itself."""
    told = {
        "person": person,
        "memberships": queries.circles_of(person),
        "fields": " ".join(worth_keeping()),
        "terms": terms(),
    }
    return render(request, "circles/archive.html", told)
