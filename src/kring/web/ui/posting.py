"""Addresses that only take a deed, and have no page of their own."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

_P = ParamSpec("_P")


def posted_from(
    page: str, *names: str, **fixed: str
) -> Callable[
    [Callable[Concatenate[HttpRequest, _P], HttpResponse]],
    Callable[Concatenate[HttpRequest, _P], HttpResponse],
]:
    """
    A view for POST alone; who comes here in another way is sent to the page on which its button stands.

    One comes here by going back, by reloading an answer, or by signing in again when that was needed for the deed.

    `@posted_from("turn", "circle", "date", duty="choose_method")`: the page's name, which parts of this address its own
    takes, and what else it takes.
    """

    def posting(
        view: Callable[Concatenate[HttpRequest, _P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, _P], HttpResponse]:
        @wraps(view)
        def deed(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
            if request.method != "POST":
                return redirect(reverse(page, kwargs={**{name: kwargs[name] for name in names}, **fixed}))
            return view(request, *args, **kwargs)

        return require_http_methods(["GET", "HEAD", "POST"])(deed)

    return posting
