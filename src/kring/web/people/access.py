"""The doors that need to know who somebody is."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.web.people.models import Person
from kring.web.ui.errors import wants_json

_P = ParamSpec("_P")


def signed_in(
    view: Callable[Concatenate[HttpRequest, Person, _P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, _P], HttpResponse]:
    """
    A view that gets the person as its second argument; a visitor is asked to sign in first, and comes back.

    `@signed_in` over `def circles(request: HttpRequest, person: Person) -> HttpResponse`.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        person = person_of(request)
        if person is not None:
            return view(request, person, *args, **kwargs)
        if wants_json(request):
            say = _("You have been signed out. Sign in and try again.")
            return JsonResponse({"refused": "signed_out", "say": say}, status=401)
        return redirect_to_login(request.get_full_path(), reverse("account_login"))

    return guarded


def person_of(request: HttpRequest) -> Person | None:
    """Who asks; nobody for a guest. Costs no query without a session cookie, and sets no cookie."""
    user: object = request.user
    return user if isinstance(user, Person) and user.is_active else None


def of_visitor(
    view: Callable[Concatenate[HttpRequest, _P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, _P], HttpResponse]:
    """A view for who isn't signed in; who is, goes to their own page."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        if person_of(request) is not None:
            return redirect("me")
        return view(request, *args, **kwargs)

    return guarded
