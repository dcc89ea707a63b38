"""What a request needs to know of a person before a view sees it. A guest gets no cookie and costs no query."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from kring.web.people.access import person_of


class Sessions(SessionMiddleware):
    """Django's own, whose cookie goes over https alone wherever the site is reached by https."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Mark the cookie, where one is set at all."""
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and request.is_secure():
            cookie["secure"] = True
        return response


def own_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Speak a person's language on a browser that hasn't been told which."""

    def answer(request: HttpRequest) -> HttpResponse:
        person = None if settings.LANGUAGE_COOKIE_NAME in request.COOKIES else person_of(request)
        if person is not None:
            translation.activate(person.language)
            request.LANGUAGE_CODE = person.language
        return get_response(request)

    return answer


def wiped_at_sign_out(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """
    Have the browser drop the pages that it kept when somebody signs out. The page itself has the vault drop its keys.

    Not `"storage"`: methods that somebody made and the seat of a guest lie on the device too, and aren't the account's.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and request.path == reverse("account_logout"):
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return answer


def begins_here(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """
    Go to an organisation only from a page of ours.

    Otherwise another site could sign somebody in there with an identity of its own and have it linked to an account.
    """
    outwards = re.compile(r"/sign-in/with/(saml/)?[^/]+/login/")

    def answer(request: HttpRequest) -> HttpResponse:
        is_from_here = request.headers.get("Sec-Fetch-Site") == "same-origin"
        if outwards.fullmatch(request.path) and not is_from_here:
            return redirect("account_login")
        return get_response(request)

    return answer
