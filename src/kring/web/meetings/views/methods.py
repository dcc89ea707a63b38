"""The library of methods."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.web.meetings import queries


@require_safe
def methods(request: HttpRequest) -> HttpResponse:
    """Every method: how long, how hard, when it suits."""
    return render(request, "meetings/methods.html", {"methods": queries.methods()})


@require_safe
def method(request: HttpRequest, id: str) -> HttpResponse:
    """One method, phase by phase."""
    found = queries.method_by_id(id)
    if found is None:
        raise Http404
    return render(request, "meetings/method.html", {"method": found})
