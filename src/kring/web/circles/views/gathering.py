"""A circle that somebody outside put together, for those who have a chair in it: beginning it, and taking one's place."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from kring.web.circles import access, queries
from kring.web.circles.actions import gathering
from kring.web.circles.actions.starting import FirstEpoch
from kring.web.circles.forms import AtDoor, FirstKeys
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, refusing
from kring.web.vault.shapes import check_keys


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def begin(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Who is in it and why together; beginning it (POST) with the first keys, which come from the browser."""
    chair = access.chair_of(person, circle)
    if request.method == "POST":
        first = body_of(request, FirstKeys)
        check_keys(first.box.salt)
        check_keys(first.grant, size=80)
        keys = FirstEpoch(first.statement, first.grant, (first.box.id, first.box.salt))
        gathering.begin(person, circle, keys, now=timezone.now())
        return JsonResponse({"circle": reverse("circle", args=[circle])})
    if queries.sits_in(chair):
        return redirect("circle", circle)
    page = queries.gathered_page(chair, get_language() or "")
    return render(request, "circles/begin.html", {"page": page, "chair": chair, "person": person})


@require_POST
@signed_in
@refusing
def place(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Come to the door of one that has begun."""
    access.chair_of(person, circle)
    member = body_of(request, AtDoor).member
    gathering.take_place(person, circle, member=member, now=timezone.now())
    return JsonResponse({"circle": reverse("circle", args=[circle])})
