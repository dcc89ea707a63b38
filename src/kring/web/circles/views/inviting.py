"""Asking people in, and what somebody sees who was asked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.web.circles import access, queries
from kring.web.circles.actions import inviting
from kring.web.circles.forms import Acceptance, NewInvitation
from kring.web.circles.models import Invitation
from kring.web.circles.views.shown import show
from kring.web.people.access import person_of, signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, refusing
from kring.web.ui.posting import posted_from
from kring.web.vault import access as doors
from kring.web.vault.shapes import check_keys


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def invitations(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The open invitations and a new one; the links are put together in the browser."""
    within, now = access.circle_for(person, circle), timezone.now()
    doors.member_in_circle(circle, person.pk)
    if request.method == "POST":
        new = body_of(request, NewInvitation)
        if new.moves is None:
            inviting.invite(person, circle, new.invitation, text=new.text, replaces=new.replaces, now=now)
        else:
            moving = (new.moves.circle, new.moves.person, new.moves.link)
            inviting.invite_along(person, circle, new.invitation, text=new.text, moving=moving, now=now)
        return JsonResponse({"page": reverse("invitation", args=[circle, new.invitation])})
    open_ones = Invitation.objects.open(now).filter(circle=circle).select_related("by", "replaces")
    over = (
        within.circle.invitations.exclude(pk__in=open_ones).select_related("accepted_by").order_by("-made_at")
    )
    others = [one for one in queries.members_of(within.circle) if one.person_id != person.pk]
    context = {"open": open_ones.order_by("made_at"), "over": over[:10], "others": others, "now": now}
    return show(request, within, "invitations", context)


@posted_from("invitations", "circle")
@signed_in
def withdrawal(request: HttpRequest, person: Person, circle: UUID, invitation: UUID) -> HttpResponse:
    """Take an invitation back."""
    inviting.withdraw(person, circle, invitation, now=timezone.now())
    return redirect("invitations", circle)


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, circle: UUID, invitation: UUID) -> HttpResponseBase:
    """Where the link leads: what it is about, signing up or in, and accepting (POST, by script)."""
    if request.method == "POST":
        return accept(request, circle, invitation)
    found = access.invitation_for(circle, invitation)
    person, now = person_of(request), timezone.now()
    context = {
        "invitation": found,
        "circle": found.circle,
        "person": person,
        "is_open": Invitation.objects.open(now).filter(pk=invitation).exists(),
        "is_mine": person is not None and found.accepted_by == person,
        "is_for_another": found.replaces is not None and found.replaces != person,
        "here": request.path,
    }
    return render(request, "circles/invitation.html", context)


@signed_in
@refusing
def accept(request: HttpRequest, person: Person, circle: UUID, invitation: UUID) -> HttpResponse:
    """Wait for a vault of the circle."""
    given = body_of(request, Acceptance)
    check_keys(given.mac)
    inviting.accept(person, circle, invitation, member=given.member, mac=given.mac, now=timezone.now())
    return JsonResponse({"circle": reverse("circle", args=[circle])})


@posted_from("invitation", "circle", "invitation")
@refusing
def no(request: HttpRequest, circle: UUID, invitation: UUID) -> HttpResponse:
    """Decline; the link is enough."""
    inviting.decline(circle, invitation, now=timezone.now())
    return redirect("invitation", circle, invitation)
