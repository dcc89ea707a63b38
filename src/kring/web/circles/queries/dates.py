"""When a circle meets."""

from datetime import datetime, timedelta

from kring.web.circles.models import Circle, PlannedDate

SOON = timedelta(hours=12)  # before a meeting begins: time to open the room


def next_date(circle: Circle, now: datetime) -> PlannedDate | None:
    """The next meeting, or the one that should be going on."""
    coming = circle.dates.filter(cancelled_at=None).order_by("starts_at")
    for date in coming.filter(starts_at__gt=now - timedelta(hours=12)):
        over = date.starts_at + timedelta(minutes=date.minutes) < now
        if not over and not date.held.exclude(closed_at=None).exists():
            return date
    return None


def dates_of(circle: Circle) -> list[PlannedDate]:
    """Every date, the past ones too, in order."""
    return list(circle.dates.prefetch_related("excuses").order_by("starts_at"))


def dates_to_prepare(now: datetime, within: timedelta) -> list[PlannedDate]:
    """Those for which the mail that prepares people is due."""
    return list(
        PlannedDate.objects.filter(
            starts_at__gt=now, starts_at__lte=now + within, cancelled_at=None, prepared_at=None
        ).select_related("circle")
    )
