"""What the pages and mails of intentions need. What somebody intends is opened in the browser."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kring.web.circles.access import Within
from kring.web.circles.models import Circle
from kring.web.circles.queries import members_of
from kring.web.intentions.models import Reminder
from kring.web.people.models import Person

MAILS_FROM_HOUR = 8  # nobody wants to be reminded at midnight


def page_of(within: Within) -> dict[str, Any]:
    """Who is in the circle, when it met, and of which intentions the asker is reminded."""
    circle = within.circle
    return {
        "members": [one.person for one in members_of(circle)],
        "meetings": circle.held.order_by("opened_at").values_list("pk", "opened_at"),
        "reminders": Reminder.objects.filter(circle=circle, person=within.person).values_list("item", "on"),
    }


def about_intentions(within: Within, now: datetime) -> dict[str, Any] | None:
    """On the circle's page: the browser fills it in, so there is nothing to tell."""
    return {}


def today_in(circle: Circle, now: datetime) -> date:
    """The day it is where the circle is."""
    return now.astimezone(ZoneInfo(circle.zone)).date()


def due(now: datetime) -> list[Reminder]:
    """Those whose morning has come, or has gone while the server was off."""
    latest = now.date() + timedelta(days=1)  # somewhere it is that day already
    asked = Reminder.objects.filter(on__lte=latest).select_related("circle", "person")
    early = timedelta(hours=MAILS_FROM_HOUR)
    return [one for one in asked if one.on <= today_in(one.circle, now - early)]


def held_of(person: Person) -> list[dict[str, object]]:
    """The days on which somebody wants to be reminded, for their own download."""
    asked = Reminder.objects.filter(person=person).order_by("on").select_related("circle")
    return [{"circle": one.circle.name, "on": one.on.isoformat(), "item": str(one.item)} for one in asked]
