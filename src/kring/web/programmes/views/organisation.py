"""Where an organiser begins: what waits for an answer, the programmes, who organises, and the trail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.organisations import actions as deeds
from kring.web.organisations.access import Organising
from kring.web.organisations.doors import for_organisers
from kring.web.organisations.queries import trail_of
from kring.web.programmes import queries
from kring.web.programmes.forms import RoleForm
from kring.web.programmes.parts import ways_of_organisation
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_safe
@for_organisers("looked-at-organisation")
def organisation(request: HttpRequest, organising: Organising) -> HttpResponse:
    """The organisation's page."""
    told = {
        "organisation": organising.organisation,
        "page": queries.organisation_page(organising),
        "ways": ways_of_organisation(organising.organisation),
    }
    return render(request, "programmes/organisation.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organisers("looked-at-organisers")
def organisers(request: HttpRequest, organising: Organising) -> HttpResponse:
    """Who organises; naming one more."""
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        deeds.appoint_colleague(organising, form.cleaned_data["mail"], now=timezone.now())
        return redirect("organisers", organising.organisation.pk)
    return organisers_page(request, organising, form, say="")


@posted_from("organisers", "organisation")
@for_organisers("looked-at-organisers")
def dismissal(request: HttpRequest, organising: Organising, organiser: int) -> HttpResponse:
    """Take the role away from somebody, perhaps oneself."""
    try:
        deeds.dismiss(organising, organiser, now=timezone.now())
    except Refused as refused:
        return organisers_page(request, organising, RoleForm(), say=refused.say)
    if organising.organisation.organisers.filter(person=organising.person).exists():
        return redirect("organisers", organising.organisation.pk)
    return redirect("me")


def organisers_page(
    request: HttpRequest, organising: Organising, form: RoleForm, *, say: str
) -> HttpResponse:
    """Everybody who organises, those who have yet to sign in among them."""
    told = {
        "organisation": organising.organisation,
        "organisers": queries.organisers_of(organising),
        "form": form,
        "say": say,
    }
    return render(request, "programmes/organisers.html", told, status=422 if form.errors or say else 200)


@posted_from("organisation", "organisation")
@for_organisers("looked-at-organisation")
def requests(request: HttpRequest, organising: Organising) -> HttpResponse:
    """Open or shut the page for getting in touch."""
    deeds.take_requests(organising, takes=request.POST.get("takes") == "yes", now=timezone.now())
    return redirect("organisation", organising.organisation.pk)


@require_safe
@for_organisers("looked-at-trail")
def trail(request: HttpRequest, organising: Organising) -> HttpResponse:
    """What organisers and clients looked at and did."""
    asked = organising.organisation
    names = dict(asked.programmes.values_list("pk", "name"))
    told = {"organisation": asked, "trail": trail_of(asked, before_of(request), programmes=names)}
    return render(request, "programmes/trail.html", told)


def before_of(request: HttpRequest) -> int | None:
    """From which line of a trail to go on."""
    before = request.GET.get("before", "")
    return int(before) if before.isascii() and before.isdigit() and len(before) < 18 else None  # noqa: PLR2004 -- fits
