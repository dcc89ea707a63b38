"""Views that speak JSON with our own scripts and programs."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from kring.web.ui.errors import error_page
from kring.web.ui.refusal import Refused

_P = ParamSpec("_P")
_Body = TypeVar("_Body")


def json_view(
    view: Callable[Concatenate[HttpRequest, _P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, _P], HttpResponse]:
    """Turn a refusal into its answer."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            return JsonResponse({"refused": refused.code, "say": refused.say}, status=refused.status)

    return answer


def refusing(
    view: Callable[Concatenate[HttpRequest, _P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, _P], HttpResponse]:
    """Turn a refusal into a page for people, or into JSON for a script: for views that serve both."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            return error_page(request, refused.status, refused.code, refused.say)

    return answer


def body_of(request: HttpRequest, shape: type[_Body]) -> _Body:
    """
    What was sent, in the given shape.

    Raises:
        Refused: it isn't JSON of that shape; the answer doesn't repeat what it was.
    """
    if request.content_type != "application/json":
        raise Refused(415, "not_json", _("This address takes JSON only."))
    try:
        return msgspec.json.decode(request.body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Refused(
            400, "malformed", _("We didn't understand that. Reload the page and try again.")
        ) from None
