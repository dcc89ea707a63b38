"""Publishing, taking back, and the circles as files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.circles.forming.report import page_of
from kring.web.forming import access
from kring.web.forming.actions import publishing as deeds
from kring.web.forming.queries.files import circles_csv
from kring.web.forming.queries.publishing import readiness
from kring.web.forming.queries.report import report_of
from kring.web.forming.queries.seats import seated
from kring.web.forming.views.asking import page_language
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from

LOOK, TOOK = "looked-at-forming", "took-circles-along"


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser(LOOK)
@refusing
def publish(request: HttpRequest, leading: Leading) -> HttpResponse:
    """What publishing does, and doing it."""
    dividing = access.division_of(leading)
    if request.method == "POST":
        deeds.publish(dividing, page_language(), now=timezone.now())
        return redirect("forming", leading.programme.pk)
    told = {"programme": leading.programme, "ready": readiness(seated(dividing.division))}
    return render(request, "forming/publish.html", told)


@posted_from("forming-circle", "programme", "number")
@for_organiser(LOOK)
@refusing
def take_back(request: HttpRequest, leading: Leading, number: int) -> HttpResponse:
    """Take a published circle back that hasn't begun."""
    dividing = access.division_of(leading)
    deeds.take_back(dividing, access.circle_in(dividing, number), now=timezone.now())
    return redirect("forming-circle", leading.programme.pk, number)


@require_safe
@for_organiser(TOOK)
def table(request: HttpRequest, leading: Leading) -> HttpResponse:
    """The circles as CSV."""
    seats = seated(access.division_of(leading).division)
    answer = HttpResponse(circles_csv(seats, page_language()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="circles.csv"'
    return answer


@require_safe
@for_organiser(TOOK)
def report(request: HttpRequest, leading: Leading) -> HttpResponse:
    """All circles explained, on one page to keep or print."""
    dividing = access.division_of(leading)
    language = page_language()
    answer = HttpResponse(page_of(report_of(dividing.division, language), language))
    answer["Content-Disposition"] = 'attachment; filename="report.html"'
    return answer
