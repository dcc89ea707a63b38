"""What every page may need to know."""

from django.conf import settings
from django.http import HttpRequest

from kring import __version__


def site(request: HttpRequest) -> dict[str, object]:
    """The version, and where companions live if the host has them."""
    return {"version": __version__, "companions_url": settings.COMPANIONS_URL}
