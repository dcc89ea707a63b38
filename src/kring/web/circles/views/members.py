"""Who is in the circle, and going."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.circles import access, queries
from kring.web.circles.actions import members as deeds
from kring.web.circles.models import RemovalVoice, Role
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from


@require_safe
@signed_in
def members(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Who is in it, as whom and since when; the control words; roles; going."""
    within = access.circle_for(person, circle)
    page = queries.page_of(within, timezone.now())
    voices = RemovalVoice.objects.filter(circle=circle).select_related("by", "about")
    context = {
        "page": page,
        "roles": Role,
        "spoken_for": {voice.about_id for voice in voices if voice.by_id == person.pk},
        "voices": [voice for voice in voices if voice.about_id != person.pk],
    }
    return show(request, within, "members", context)


@posted_from("members", "circle")
@signed_in
def role(request: HttpRequest, person: Person, circle: UUID, person_id: UUID) -> HttpResponse:
    """Say as whom somebody is in it."""
    access.circle_for(person, circle)
    given = request.POST.get("role", "")
    if given in Role.values:
        deeds.take_role(person, circle, person_id, Role(given))
    return redirect("members", circle)


@posted_from("members", "circle")
@signed_in
@refusing
def removal(request: HttpRequest, person: Person, circle: UUID, person_id: UUID) -> HttpResponse:
    """Agree that somebody should go, or think again."""
    if request.POST.get("voice") == "again":
        deeds.think_again(person, circle, person_id)
    else:
        deeds.agree_that_somebody_goes(person, circle, person_id, now=timezone.now())
    return redirect("members", circle)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def leaving(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What leaving means, and leaving."""
    within = access.circle_for(person, circle)
    if request.method == "POST":
        deeds.leave(person, circle, now=timezone.now())
        return redirect("circles")
    return show(request, within, "leaving", {"is_last": len(queries.members_of(within.circle)) == 1})
