"""What was agreed, for the organiser: the newest proposal, what was said to it, and who the client is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.web.programmes import actions, queries
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.forms import RoleForm
from kring.web.programmes.letters import site_of
from kring.web.ui.posting import posted_from


@require_safe
@for_organiser("looked-at-agreed")
def agreed(request: HttpRequest, leading: Leading) -> HttpResponse:
    """The proposal and the voices."""
    return agreed_page(request, leading, RoleForm())


@posted_from("agreed-programme", "programme")
@for_organiser("looked-at-agreed")
def clients(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Name somebody who speaks for the client."""
    form = RoleForm(request.POST)
    if not form.is_valid():
        return agreed_page(request, leading, form)
    actions.name_client(leading, **form.cleaned_data, now=timezone.now(), site=site_of(request))
    return redirect("agreed-programme", leading.programme.pk)


@posted_from("agreed-programme", "programme")
@for_organiser("looked-at-agreed")
def dismissal(request: HttpRequest, leading: Leading, client: int) -> HttpResponse:
    """No longer."""
    actions.dismiss_client(leading, client, now=timezone.now())
    return redirect("agreed-programme", leading.programme.pk)


def agreed_page(request: HttpRequest, leading: Leading, form: RoleForm) -> HttpResponse:
    """With what the form holds."""
    told = {
        "programme": leading.programme,
        "agreement": queries.agreement_of(leading.programme),
        "clients": queries.clients_of(leading.programme),
        "form": form,
    }
    return render(request, "programmes/agreed.html", told, status=422 if form.errors else 200)
