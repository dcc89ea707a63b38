"""A circle's dates as iCalendar (RFC 5545): when and where, and nothing that anybody wrote."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from kring.web.circles.models import Circle, PlannedDate
from kring.web.circles.queries import life_of


def as_calendar(circle: Circle, dates: Iterable[PlannedDate], address: str, now: datetime) -> bytes:
    """A calendar that others can fetch again: each date keeps its id, and a cancelled one says so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kring//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", circle.name)
    for date in dates:
        event = Event()
        event.add("uid", f"{date.pk}@kring")
        event.add("dtstamp", now)
        event.add("dtstart", date.starts_at)
        event.add("dtend", date.starts_at + timedelta(minutes=date.minutes))
        event.add("summary", circle.name)
        event.add("url", address)
        if date.place:
            event.add("location", date.place)
        event.add("status", "CONFIRMED" if date.cancelled_at is None else "CANCELLED")
        calendar.add_component(event)
    calendar.add_component(end_of_agreement(circle, address, now))
    content: bytes = calendar.to_ical()
    return content


def end_of_agreement(circle: Circle, address: str, now: datetime) -> Event:
    """The last day of what the circle agreed, all day long; another day where it is renewed."""
    event = Event()
    event.add("uid", f"{circle.pk}-agreement@kring")
    event.add("dtstamp", now)
    event.add("dtstart", life_of(circle, now).until)
    event.add("summary", _("How does %(circle)s go on?") % {"circle": circle.name})
    event.add("url", f"{address}renewal/")
    event.add("transp", "TRANSPARENT")
    return event
