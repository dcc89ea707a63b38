"""Coming back after every key was lost, and helping somebody back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.circles import access
from kring.web.circles.models import Invitation
from kring.web.circles.returning import returns_of
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.vault import access as doors
from kring.web.vault.queries import with_other_keys


@require_safe
@signed_in
def coming_back(request: HttpRequest, person: Person) -> HttpResponse:
    """After a new key was made: whom to ask to be helped back in, with a message to send them."""
    returns = [
        (one, request.build_absolute_uri(reverse("help-back", args=[one.circle.pk, person.pk])))
        for one in returns_of(person)
    ]
    return render(request, "circles/coming_back.html", {"person": person, "returns": returns})


@require_safe
@signed_in
def help_back(request: HttpRequest, person: Person, circle: UUID, person_id: UUID) -> HttpResponse:
    """For a fellow member: what it is about, and the link that lets somebody back in."""
    within, now = access.circle_for(person, circle), timezone.now()
    if person_id == person.pk:
        return redirect("coming-back")
    doors.member_in_circle(circle, person.pk)
    back = access.member_in(within, person_id).person
    ways = Invitation.objects.open(now).filter(circle=circle, replaces=back).select_related("by", "replaces")
    context = {
        "back": back,
        "has_new_key": back.pk in with_other_keys(circle),
        "open": ways.order_by("made_at"),
    }
    return show(request, within, "help_back", context)
