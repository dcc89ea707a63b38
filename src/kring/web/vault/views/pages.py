"""The pages of somebody's own keys: what happens on them happens in the browser."""

from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.people import entering
from kring.web.people.access import of_visitor, signed_in
from kring.web.people.models import Person
from kring.web.people.queries import second_factors
from kring.web.vault import access, queries
from kring.web.vault.forms import SignInByCode


@require_safe
@signed_in
def open_vault(request: HttpRequest, person: Person) -> HttpResponse:
    """Where somebody who is signed in opens their vault, makes it, or begins afresh."""
    told = {
        "person": person,
        "ways": queries.ways_to_open(person),
        "is_earlier": queries.opens_by_earlier_passphrase(person),
        "back": own_address(request),
        "passkeys": second_factors(person).passkeys,
        # begun afresh only by who has just shown who they are; a passphrase is asked on the page itself
        "is_shown": person.has_usable_password() or entering.shows_it_is_them(request, person, ""),
    }
    return render(request, "vault/open.html", told)


@require_safe
@signed_in
def recovery_sheet(request: HttpRequest, person: Person) -> HttpResponse:
    """The sheet that gets somebody back in who lost all else."""
    passkeys = [one.credential for one in second_factors(person).passkeys]
    told = {
        "person": person,
        "since": queries.recovery_sheet_since(person),
        "passkeys": passkeys if not person.salt and not queries.ways_to_open(person) else [],
        "back": own_address(request),
    }
    return render(request, "vault/recovery_sheet.html", told)


@require_safe
@signed_in
def change_passphrase(request: HttpRequest, person: Person) -> HttpResponse:
    """Another passphrase; the present one is asked, unless somebody came in by a recovery code."""
    is_back = entering.has_come_by_code(request, person)
    has_one = person.has_usable_password()
    if not has_one and not entering.shows_it_is_them(request, person, ""):
        raise ReauthenticationRequired
    told = {"person": person, "asks": has_one and not is_back, "is_first": not has_one and not is_back}
    return render(request, "vault/passphrase.html", told)


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


def own_address(request: HttpRequest) -> str:
    """Where somebody wanted to be, if that is a page of ours; else their own page."""
    back = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if is_ours else reverse("me")
