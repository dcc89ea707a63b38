"""How every page of a circle is shown: in its own zone, with what its script needs to know."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kring.web.circles.access import Within


def show(
    request: HttpRequest, within: Within, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page for a member; times are the circle's. A room above this one names its folder as well: `rhythm/turns`."""
    path = template if "/" in template else f"circles/{template}"
    with timezone.override(ZoneInfo(within.circle.zone)):
        whole = {"circle": within.circle, "me": within.membership, "person": within.person, **context}
        return render(request, f"{path}.html", whole, status=status)
