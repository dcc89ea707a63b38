"""Making a method of one's own. Its words stay in the browser: here come and go marks alone."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from kring.core.methods.skeleton import placed
from kring.web.methods import editing, printing, queries
from kring.web.methods.forms.skeletons import Skeleton, Walk
from kring.web.methods.skeletons import without_words
from kring.web.ui.json import body_of, json_view


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """The methods that somebody keeps on this device; the script lists them."""
    return render(request, "methods/own.html", {"levels": queries.by_level(), "taken": editing.taken_ids()})


@require_safe
def edit(request: HttpRequest) -> HttpResponse:
    """The editor; which method it is stands in the fragment, which doesn't come here."""
    context = {
        "vocabulary": editing.vocabulary(),
        "taken": editing.taken_ids(),
        "levels": queries.by_level(),
    }
    return render(request, "methods/own_edit.html", context)


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The desk on which the script lays the sheets of a method."""
    return render(request, "methods/own_print.html")


@require_POST
@json_view
def check(request: HttpRequest) -> HttpResponse:
    """What there is to remark."""
    return JsonResponse(editing.remarks(without_words(body_of(request, Skeleton).method)))


@require_POST
@json_view
def walk(request: HttpRequest) -> HttpResponse:
    """What goes wrong when a circle of a given size goes through it."""
    asked = body_of(request, Walk)
    return JsonResponse(editing.walk(without_words(asked.method), asked.people))


@require_POST
@json_view
def sheets(request: HttpRequest) -> HttpResponse:
    """The sheets for paper, with the place of each text instead of the text."""
    method = placed(without_words(body_of(request, Skeleton).method))
    return render(request, "methods/own_sheets.html", printing.of_methods([method]))
