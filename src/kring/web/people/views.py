"""A person's own pages. Signing up, in and out are allauth's views with our templates: see urls."""

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kring.web.people import actions, queries
from kring.web.people.access import signed_in
from kring.web.people.forms import Myself
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which somebody wants to sign in."""

    email: str


@require_POST
@json_view
def entrance(request: HttpRequest) -> HttpResponse:
    """How this address stretches its passphrase; an address that nobody has gets an answer of the same kind."""
    found = queries.entrance(body_of(request, Address).email)
    return JsonResponse({"acct": str(found.acct), "salt": found.salt, "kdf": found.kdf})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def me(request: HttpRequest, person: Person) -> HttpResponse:
    """My account: what it says of me, and where to change the rest."""
    given = {"name": person.name, "language": person.language}
    form = Myself(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        actions.introduce_oneself(person, **form.cleaned_data)
        response = redirect("me")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
        )
        return response
    told = {"person": person, "form": form, "second": queries.second_factors(person)}
    return render(request, "people/me.html", told)
