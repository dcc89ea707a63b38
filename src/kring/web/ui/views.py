"""The first page, and the files that every page needs."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from kring.web.ui.assets import asset, asset_by_file
from kring.web.ui.first_page import offered
from kring.web.ui.headers import VAULT_POLICY


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Kring is, and where to begin."""
    return render(request, "ui/home.html", {"offers": offered()})


def language(request: HttpRequest) -> HttpResponseBase:
    """Speak the other language from now on: `language` and `next` are posted."""
    return set_language(request)


@require_safe
def static(request: HttpRequest, file: str) -> HttpResponse:
    """A built file. Its name changes with its content, so the browser may keep it."""
    found = asset_by_file(file)
    if found is None:
        raise Http404
    packed = found.gzipped is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(found.gzipped if packed else found.content, content_type=found.kind)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    if found.gzipped is not None:
        response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    if file == asset("vault.js").file:
        response.headers["Content-Security-Policy"] = VAULT_POLICY
    return response
