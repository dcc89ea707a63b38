"""When something can't be done: a page for people, or JSON for our own scripts, in the language of whoever asked."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def error_page(request: HttpRequest, status: int, code: str, say: str) -> HttpResponse:
    """The answer with the sentence `say`; `code` is for scripts."""
    if wants_json(request):
        return JsonResponse({"refused": code, "say": say}, status=status)
    return render(request, "ui/error.html", {"status": status, "code": code, "say": say}, status=status)


def wants_json(request: HttpRequest) -> bool:
    """Whether one of our scripts asks, and not somebody who looks at a page."""
    return request.content_type == "application/json" or "application/json" in request.headers.get(
        "Accept", ""
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent what we don't understand."""
    return error_page(request, 400, "malformed", _("We didn't understand that. Go back and try again."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not from here, or not for this person."""
    return error_page(request, 403, "forbidden", _("That isn't possible from here."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: never was, or is gone, or is nobody else's business: all the same to a stranger."""
    say = _(
        "There is nothing here. Perhaps the link isn't whole, or the meeting is over and has been destroyed."
    )
    return error_page(request, 404, "not_found", say)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    say = _("Something went wrong on our side. What was already sent is kept. Try again in a moment.")
    return error_page(request, 500, "server_error", say)
