"""My circles, starting one, its page, and what is agreed about it in the open."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.circles.authority import load_asking
from kring.core.rhythm.shapes import load_shapes
from kring.web.circles import access, queries
from kring.web.circles.actions import starting
from kring.web.circles.forms import AgreedForm, NewCircle, agreed_of
from kring.web.circles.parts import parts_of_circle
from kring.web.circles.returning import returns_of
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.people.places import places_of
from kring.web.ui.json import body_of, refusing
from kring.web.vault.shapes import check_keys


@require_safe
@signed_in
def circles(request: HttpRequest, person: Person) -> HttpResponse:
    """My circles."""
    told = {
        "memberships": queries.circles_of(person),
        "returns": returns_of(person),
        "places": places_of(person),
        "ready": [
            queries.gathered_page(chair, get_language() or "") for chair in queries.chairs_waiting(person)
        ],
    }
    return render(request, "circles/circles.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def start(request: HttpRequest, person: Person) -> HttpResponse:
    """Start a circle; its keys come from the browser."""
    if request.method != "POST":
        context = {"shapes": load_shapes(), "person": person, "meeting": meeting_before(request)}
        return render(request, "circles/start.html", context)
    new = body_of(request, NewCircle)
    check_keys(new.box.salt)
    check_keys(new.grant, size=80)
    keys = starting.FirstEpoch(new.statement, new.grant, (new.box.id, new.box.salt))
    circle = starting.start_circle(person, new.circle, agreed_of(new.agreed), keys, now=timezone.now())
    return JsonResponse({"circle": reverse("circle", args=[circle.pk])})


def meeting_before(request: HttpRequest) -> UUID | None:
    """The meeting without accounts out of which the circle comes, where the address names one."""
    try:
        return UUID(request.GET.get("meeting", ""))
    except ValueError:
        return None


@require_safe
@signed_in
def circle(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The circle's page: what to do now, when it meets, who is in it, what is agreed."""
    within = access.circle_for(person, circle)
    now = timezone.now()
    context = {
        "page": queries.page_of(within, now),
        "parts": parts_of_circle(within, now),
        "words": load_asking().words,
    }
    return show(request, within, "circle", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def agreed(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What is agreed about the circle, to change."""
    within = access.circle_for(person, circle)
    row = within.circle
    now = {name: getattr(row, name) for name in starting.Agreed.__slots__}
    now["guided"] = "yes" if row.guided else "no"
    form = AgreedForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        starting.agree_anew(person, circle, form.agreed())
        return redirect("circle", circle)
    return show(request, within, "agreed", {"form": form, "shapes": load_shapes()})
