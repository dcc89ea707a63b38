"""Pages of the library."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.core.methods.method import Method
from kring.web.methods import choosing, printing, queries
from kring.web.methods.forms.wishes import wishes_of

AT_ONCE = 2  # methods side by side


@require_safe
def methods(request: HttpRequest) -> HttpResponse:
    """All methods, or those that fit the wishes in the address."""
    wishes = wishes_of(request.GET.dict())
    found = queries.found(wishes)
    context = {
        "found": found,
        "all": len(queries.methods()),
        "wished": wishes.made != (),
        "fields": queries.fields(wishes),
        "switches": queries.switches(wishes),
        "ways_out": queries.ways_out(wishes),
        "kinds": choosing.for_a_circle(),
    }
    return render(request, "methods/library.html", context)


@require_safe
def method(request: HttpRequest, id: str) -> HttpResponse:
    """One method, phase by phase."""
    found = method_or_404(id)
    context = {"method": found, "phases": queries.timed(found), "levels": queries.by_level()}
    return render(request, "methods/method.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two methods side by side; or first choose which."""
    asked = [queries.method_by_id(id) for id in dict.fromkeys(request.GET.getlist("with"))]
    known = [found for found in asked if found is not None][:AT_ONCE]
    context = {
        "pair": known,
        "is_pair": len(known) == AT_ONCE,
        "longest": max((found.usual_minutes for found in known), default=0),
        "levels": queries.by_level(),
        "places": [known[place].id if place < len(known) else "" for place in range(AT_ONCE)],
    }
    return render(request, "methods/compare.html", context)


@require_safe
def question(request: HttpRequest) -> HttpResponse:
    """Which kind of question is it? The browser asks on; nothing comes back here."""
    return render(request, "methods/question.html", {"triage": choosing.triage(), "ends": choosing.ends()})


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    """Which method now? The browser weighs; nothing comes back here."""
    context = {
        "kinds": choosing.for_a_circle(),
        "answers": choosing.answers(),
        "suitcase": choosing.suitcase(),
        "methods": queries.methods(),
        "levels": queries.by_level(),
    }
    return render(request, "methods/advice.html", context)


@require_safe
def sheets(request: HttpRequest, id: str) -> HttpResponse:
    """One method on paper: script, role cards and sheets to write on."""
    found = method_or_404(id)
    return render(request, printing.SHEETS, {**printing.of_methods([found]), "method": found})


@require_safe
def booklet(request: HttpRequest) -> HttpResponse:
    """The whole library on paper."""
    return render(request, printing.BOOKLET, printing.of_library())


def method_or_404(id: str) -> Method:
    """The method by that id."""
    found = queries.method_by_id(id)
    if found is None:
        raise Http404
    return found


@require_safe
def file(request: HttpRequest, id: str) -> HttpResponse:
    """The file of a method, to read or to adapt."""
    found = queries.file_of(method_or_404(id))
    return HttpResponse(
        found.read_bytes(),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{found.name}"'},
    )
