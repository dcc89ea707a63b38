"""Pages of the exercises. What somebody wants to learn is theirs: it is chosen in the browser and never sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.core.growth.exercise import Exercise
from kring.web.growth import queries
from kring.web.methods import queries as library


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """All exercises."""
    context = {
        "listed": [queries.listed(exercise) for exercise in queries.exercises()],
        "capabilities": queries.capabilities(),
        "themes": queries.themes(),
    }
    return render(request, "growth/exercises.html", context)


@require_safe
def exercise(request: HttpRequest, id: str) -> HttpResponse:
    """One exercise: its theory, then step by step."""
    return render(request, "growth/exercise.html", context_of(id))


@require_safe
def sheet(request: HttpRequest, id: str) -> HttpResponse:
    """One exercise on paper: theory card and script."""
    return render(request, "growth/sheet.html", context_of(id))


def context_of(id: str) -> dict[str, object]:
    """What the templates of one exercise need; those of a method call it by the same name."""
    found: Exercise | None = queries.exercise_by_id(id)
    if found is None:
        raise Http404
    return {"listed": queries.listed(found), "method": found, "phases": library.timed(found)}
