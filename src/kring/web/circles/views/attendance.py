"""Who was there, who comes, and putting it right."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.circles.attendance import Attendance
from kring.web.circles import access, queries
from kring.web.circles.actions.attendance import PutRight, put_right
from kring.web.circles.models import Held, Presence
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused


@require_safe
@signed_in
def attendance(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What is still to come and what was, for members alone."""
    within = access.circle_for(person, circle)
    return show(request, within, "attendance", {"page": queries.attendance_page(within, timezone.now())})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def correction(request: HttpRequest, person: Person, circle: UUID, meeting: UUID) -> HttpResponse:
    """Put right who was at one meeting."""
    within = access.circle_for(person, circle)
    held, late = access.held_in(within, meeting), ""
    if request.method == "POST":
        try:
            put_right(person, circle, meeting, told_in(request, held), now=timezone.now())
            return redirect("attendance", circle)
        except Refused as refused:
            late = refused.say
    context = {"held": held, "presences": queries.presences_of(held), "kinds": list(Attendance), "late": late}
    return show(request, within, "correction", context, status=409 if late else 200)


def told_in(request: HttpRequest, held: Held) -> dict[UUID, PutRight]:
    """What the form says of each who was expected; who isn't in it, or oddly, stays as it is."""
    kinds = {kind.value for kind in Attendance}
    told = {}
    for person in Presence.objects.filter(held=held).values_list("person", flat=True):
        was, now = request.POST.get(f"was-{person}", ""), request.POST.get(f"now-{person}", "")
        if {was, now} <= kinds:
            told[person] = PutRight(Attendance(was), Attendance(now))
    return told
