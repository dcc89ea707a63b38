"""The pages of somebody's own keys: what happens on them happens in the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.people import entering
from kring.web.people.access import of_visitor, signed_in
from kring.web.people.models import Person
from kring.web.vault import access, queries
from kring.web.vault.forms import SignInByCode


@require_safe
@signed_in
def open_vault(request: HttpRequest, person: Person) -> HttpResponse:
    """Where somebody who is signed in opens their vault, makes it, or begins afresh."""
    back = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    told = {
        "person": person,
        "ways": queries.ways_to_open(person),
        "is_earlier": queries.opens_by_earlier_passphrase(person),
        "back": back if is_ours else reverse("me"),
    }
    return render(request, "vault/open.html", told)


@require_safe
@signed_in
def recovery_sheet(request: HttpRequest, person: Person) -> HttpResponse:
    """The sheet that gets somebody back in who lost all else."""
    return render(
        request,
        "vault/recovery_sheet.html",
        {"person": person, "since": queries.recovery_sheet_since(person)},
    )


@require_safe
@signed_in
def change_passphrase(request: HttpRequest, person: Person) -> HttpResponse:
    """Another passphrase; the present one is asked, unless somebody came in by a recovery code."""
    asks = person.has_usable_password() and not entering.has_come_by_code(request, person)
    return render(request, "vault/passphrase.html", {"person": person, "asks": asks})


@require_http_methods(["GET", "HEAD", "POST"])
@of_visitor
def sign_in_by_code(request: HttpRequest) -> HttpResponse:
    """For who lost the passphrase and has the sheet."""
    form = SignInByCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        address, auth = form.cleaned_data["login"], form.cleaned_data["auth"]
        if not entering.may_try(request, address):
            form.add_error(None, _("That was tried too often. Wait a few minutes and try again."))
        elif (person := access.person_with_code(address, auth)) is None:
            form.add_error(None, _("That address and code don't belong together. Look at both once more."))
        else:
            return entering.enter_by_code(request, person, then=reverse("change_passphrase"))
    return render(request, "vault/sign_in_by_code.html", {"form": form})
