"""
Only pages of this site may change something here.

Browsers say where a request comes from, and scripts can't change that. A program without a browser says nothing; it
has no seat cookie of somebody else to misuse, so it may pass.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kring.web.ui.errors import error_page

_ONLY_LOOKS = {"GET", "HEAD", "OPTIONS"}


def is_from_here(origin: str | None, host: str) -> bool:
    """Whether a browser's `Origin` is a page of the host that it asks."""
    return origin is None or urlsplit(origin).netloc == host


def only_from_here(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse what another site has a visitor's browser do; but for answers of an organisation that signs people in."""
    expected = re.compile(settings.MAY_COME_FROM_ELSEWHERE)

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in _ONLY_LOOKS and not expected.fullmatch(request.path):
            elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}
            if elsewhere or not is_from_here(request.headers.get("Origin"), request.get_host()):
                return error_page(
                    request, 403, "elsewhere", _("That came from another site, so nothing was done.")
                )
        return get_response(request)

    return answer
