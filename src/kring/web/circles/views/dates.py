"""When the circle meets, on the site and in people's own calendars."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.circles import access, queries
from kring.web.circles.actions import dates as deeds
from kring.web.circles.calendar import as_calendar
from kring.web.circles.forms import DateForm, SeriesForm
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def dates(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """All dates, and planning a series."""
    within, now = access.circle_for(person, circle), timezone.now()
    form = SeriesForm(request.POST or None, initial={"meetings": 6, "at": "19:30"})
    if request.method == "POST" and form.is_valid():
        try:
            deeds.plan_series(person, circle, now=now, **form.cleaned_data)
            return redirect("dates", circle)
        except Refused as refused:
            form.add_error(None, refused.say)
    rows = queries.dates_of(within.circle)
    context = {
        "form": form,
        "coming": [row for row in rows if row.starts_at + timedelta(minutes=row.minutes) > now],
        "past": [row for row in reversed(rows) if row.starts_at + timedelta(minutes=row.minutes) <= now],
        "earliest": timezone.localdate() + timedelta(days=1),
        "feed": request.build_absolute_uri(f"/calendar/{within.circle.calendar}.ics"),
    }
    return show(request, within, "dates", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def date(request: HttpRequest, person: Person, circle: UUID, date: UUID) -> HttpResponse:
    """One date: to move, to cancel."""
    within = access.circle_for(person, circle)
    found = access.date_in(within, date)
    form = DateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.move(person, circle, date, now=timezone.now(), **form.cleaned_data)
            return redirect("dates", circle)
        except Refused as refused:
            form.add_error(None, refused.say)
    return show(request, within, "date", {"date": found, "form": form})


@posted_from("dates", "circle")
@signed_in
def cancelling(request: HttpRequest, person: Person, circle: UUID, date: UUID) -> HttpResponse:
    """Not meet after all."""
    deeds.cancel(person, circle, date, now=timezone.now())
    return redirect("dates", circle)


@posted_from("circle", "circle")
@signed_in
@refusing
def excuse(request: HttpRequest, person: Person, circle: UUID, date: UUID) -> HttpResponse:
    """Say that one can't come, or that one comes after all."""
    if request.POST.get("coming") == "yes":
        deeds.come_after_all(person, circle, date)
    else:
        deeds.excuse_oneself(person, circle, date, now=timezone.now())
    return redirect("attendance" if request.POST.get("back") == "attendance" else "circle", circle)


@require_safe
def calendar(request: HttpRequest, calendar: UUID) -> HttpResponse:
    """The dates for a calendar, which can't sign in; the address is the key."""
    circle = access.circle_of_calendar(calendar)
    here = request.build_absolute_uri(f"/circles/{circle.pk}/")
    content = as_calendar(circle, queries.dates_of(circle), here, timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="kring.ics"'
    return response
