"""
What the server knows of a circle's history, for the browser to put what is sealed to it.

The names are those of `core.vitality.history`. Cases and voices are in the sealed courses; of a meeting that has none
the method, the minutes and who was there remain.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kring.web.circles.access import Within
from kring.web.circles.models import Circle, Held, PlannedDate, Role
from kring.web.circles.queries import members_of, rules_now
from kring.web.methods.queries import method_by_id

MINUTE = timedelta(minutes=1)


def facts_of(within: Within, now: datetime) -> dict[str, object]:
    """Everything in the open that a circle's vitality rests on; days are those of the circle's own zone."""
    circle = within.circle
    zone = ZoneInfo(circle.zone)
    held = held_in_order(circle)
    memberships = list(circle.memberships.select_related("person").order_by("joined_at", "pk"))
    members = members_of(circle)
    rules = rules_now(circle, members, now, me=None)
    agreed_on = None if rules.agreed_at is None else rules.agreed_at.astimezone(zone).date()
    return {
        "today": now.astimezone(zone).date(),
        "me": within.person.pk,
        "names": {str(one.person_id): one.person.name for one in memberships},
        "members": [one.person_id for one in members if one.role == Role.MEMBER],
        "started_on": (circle.renewed_at or circle.started_at).astimezone(zone).date(),
        "agreed_until": circle.agreed_until,
        "rules": {"agreed_on": agreed_on, "everyone": rules.hold},
        "meetings": [told(one, zone) for one in held],
        "cancelled": [{"on": day} for day in not_held(circle, held, now, zone)],
        "methods": names_of({one.method for one in held}),
    }


def held_in_order(circle: Circle) -> list[Held]:
    """Every meeting that is over, the oldest first, with who was there."""
    over = circle.held.exclude(closed_at=None)
    return list(over.select_related("date").prefetch_related("presences").order_by("opened_at"))


def told(held: Held, zone: ZoneInfo) -> dict[str, object]:
    """One meeting; how long it took counts from the opening of its room, where nobody sealed it better."""
    assert held.closed_at is not None
    return {
        "id": held.pk,
        "on": day_of(held, zone),
        "planned_minutes": held.minutes,
        "used_minutes": round((held.closed_at - held.opened_at) / MINUTE),
        "method": held.method,
        "presences": [
            {"member": presence.person_id, "attendance": presence.attendance}
            for presence in held.presences.all()
        ],
    }


def not_held(circle: Circle, held: Iterable[Held], now: datetime, zone: ZoneInfo) -> list[date]:
    """Days that were planned and have passed without a meeting, cancelled or not."""
    days = {day_of(one, zone) for one in held}
    met = {one.date_id for one in held}
    planned = [
        one
        for one in circle.dates.order_by("starts_at")
        if ends_at(one) < now and one.starts_at > circle.started_at and one.pk not in met
    ]
    return [day for one in planned if (day := one.starts_at.astimezone(zone).date()) not in days]


def ends_at(planned: PlannedDate) -> datetime:
    """When it would be over."""
    return planned.starts_at + planned.minutes * MINUTE


def day_of(held: Held, zone: ZoneInfo) -> date:
    """On which day it was."""
    return held.opened_at.astimezone(zone).date()


def names_of(methods: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the library calls them; those that it doesn't have are left out."""
    found = {method: method_by_id(method) for method in methods}
    return {
        method: {"nl": known.name.nl, "en": known.name.en}
        for method, known in found.items()
        if known is not None
    }
