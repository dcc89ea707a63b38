"""The client's page: the proposal, the counts, and whatever is published for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.organisations.queries import trail_of_programme
from kring.web.programmes import queries
from kring.web.programmes.access import Commissioning
from kring.web.programmes.doors import for_client
from kring.web.programmes.models import Side
from kring.web.programmes.parts import parts_for_client
from kring.web.programmes.speaking import speak_by_form
from kring.web.programmes.views.organisation import before_of
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_safe
@for_client("looked-as-client")
def client(request: HttpRequest, commissioning: Commissioning) -> HttpResponse:
    """What was agreed, and how far it is."""
    return client_page(request, commissioning)


@posted_from("client", "programme")
@for_client("looked-as-client")
def voice(request: HttpRequest, commissioning: Commissioning) -> HttpResponse:
    """Yes, or what should be otherwise."""
    programme, person = commissioning.programme, commissioning.person
    try:
        speak_by_form(request, programme, person, Side.CLIENT)
    except Refused as refused:
        return client_page(request, commissioning, say=refused.say, status=refused.status)
    return redirect("client", programme.pk)


def client_page(
    request: HttpRequest, commissioning: Commissioning, *, say: str = "", status: int = 200
) -> HttpResponse:
    """With a sentence about what went wrong, if something did; what was written stays in its field."""
    programme = commissioning.programme
    speak_at = reverse("client-voice", args=[programme.pk])
    proposed = queries.proposal_told(
        programme,
        commissioning.person,
        Side.CLIENT,
        speak_at,
        say=say,
        written=request.POST.get("amendment", ""),
    )
    told = {
        "programme": programme,
        "proposed": proposed,
        "counts": queries.counts_of(programme),
        "trail": trail_of_programme(programme.pk, before_of(request)),
        "parts": parts_for_client(programme, timezone.now()),
    }
    return render(request, "programmes/client.html", told, status=status)
