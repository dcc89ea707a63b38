"""How long a circle keeps, and who wants it to end."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from kring.core.rhythm.shelf_life import IN_SIGHT, MONTHS, ShelfLife, Stage, shelf_life
from kring.web.circles.access import Within
from kring.web.circles.models import Circle, EndingVoice
from kring.web.circles.queries.members import people_of
from kring.web.people.models import Person

SHORTEST_MONTH, LONGEST_MONTH = timedelta(days=28), timedelta(days=31)


def life_of(circle: Circle, now: datetime) -> ShelfLife:
    """Where it stands today, in its own zone."""
    zone = ZoneInfo(circle.zone)
    since = circle.renewed_at or circle.started_at
    return shelf_life(since.astimezone(zone).date(), circle.agreed_until, now.astimezone(zone).date())


def ends_in_sight(circles: Iterable[Circle], now: datetime) -> list[tuple[Circle, date]]:
    """Those whose agreement nears its end or is over, each with its last day."""
    lives = ((circle, life_of(circle, now)) for circle in circles)
    return [(circle, life.until) for circle, life in lives if life.stage is not Stage.FRESH]


def ends_to_tell(now: datetime) -> list[tuple[Circle, date]]:
    """Of which members haven't been told by mail yet."""
    near, old = now.date() + IN_SIGHT * LONGEST_MONTH, now - (MONTHS - IN_SIGHT) * SHORTEST_MONTH
    may_be_near = Circle.objects.filter(
        Q(agreed_until__lte=near) | Q(renewed_at=None, started_at__lte=old) | Q(renewed_at__lte=old)
    )
    return [
        (circle, until) for circle, until in ends_in_sight(may_be_near, now) if circle.end_told_for != until
    ]


def voices_to_end(circle: Circle) -> list[EndingVoice]:
    """Who of its members agrees that it ends, the first first."""
    here = circle.memberships.filter(left_at=None).values("person")
    return list(circle.ending_voices.filter(by__in=here).select_related("by").order_by("at", "pk"))


def waits_for(circle: Circle) -> list[Person]:
    """Who hasn't agreed yet that it ends."""
    agreed = {voice.by_id for voice in voices_to_end(circle)}
    return [one for one in people_of(circle) if one.pk not in agreed]


def other_circles(within: Within) -> list[Circle]:
    """In which the asker is as well: with one of those this one could merge."""
    mine = Circle.objects.filter(memberships__person=within.person, memberships__left_at=None)
    return list(mine.exclude(pk=within.circle.pk).order_by("name"))
