"""The page of forming: rules, starting, stopping, how far it is, and what came of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.forming import access
from kring.web.forming.actions import earlier, forming as deeds
from kring.web.forming.forms import RulesForm
from kring.web.forming.queries.page import Going, result_of, state_of
from kring.web.forming.queries.rules import initial_of, professions_of
from kring.web.forming.views.asking import page_language
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from

LOOK = "looked-at-forming"


@require_safe
@for_organiser(LOOK)
def forming(request: HttpRequest, leading: Leading) -> HttpResponse:
    """How far it is, and what came of it."""
    state = state_of(leading.programme)
    asked = {name: request.GET.get(name, "") for name in ("q", "page", "alone")}
    told = {"programme": leading.programme, "state": state, "asked": asked}
    if state.going:
        told["say"] = say_how_far(state.going)
    elif state.division:
        told["result"] = result_of(state.division, asked, page_language())
    return render(request, "forming/forming.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser(LOOK)
def rules(request: HttpRequest, leading: Leading) -> HttpResponse:
    """By which rules."""
    programme = leading.programme
    professions = professions_of(programme)
    form = RulesForm(request.POST or None, initial=initial_of(programme), professions=professions)
    if request.method == "POST" and form.is_valid():
        deeds.set_rules(leading, form.rules(), now=timezone.now())
        return redirect("forming", programme.pk)
    told = {"programme": programme, "form": form, "professions": professions}
    return render(request, "forming/rules.html", told)


@posted_from("forming", "programme")
@for_organiser(LOOK)
@refusing
def start(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Have them formed."""
    deeds.start(leading, now=timezone.now())
    return redirect("forming", leading.programme.pk)


@posted_from("forming", "programme")
@for_organiser(LOOK)
@refusing
def go_back(request: HttpRequest, leading: Leading, division: UUID) -> HttpResponse:
    """Let a division of before count again."""
    earlier.go_back(access.division_of(leading), division, now=timezone.now())
    return redirect("forming", leading.programme.pk)


@posted_from("forming", "programme")
@for_organiser(LOOK)
def stop(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Have the best so far."""
    deeds.stop(leading)
    return redirect("forming", leading.programme.pk)


@require_safe
@for_organiser(LOOK)
def progress(request: HttpRequest, leading: Leading) -> HttpResponse:
    """How far it is, for the page that waits."""
    going = state_of(leading.programme).going
    if going is None:
        return JsonResponse({"going": False})
    has_answer = going.progress is not None and going.progress.has_answer
    told = {"going": True, "percent": going.percent, "say": say_how_far(going), "may_stop": has_answer}
    return JsonResponse(told)


def say_how_far(going: Going) -> str:
    """In a sentence."""
    if going.is_waiting:
        return _("Another forming goes first on this server. This one begins by itself.")
    if going.progress is None or not going.progress.has_answer:
        return _("Looking who could sit with whom.")
    say = ngettext(
        "The best so far has a circle for %(placed)s of %(people)s person.",
        "The best so far has a circle for %(placed)s of %(people)s people.",
        going.progress.people,
    )
    return say % {"placed": going.progress.placed, "people": going.progress.people}
