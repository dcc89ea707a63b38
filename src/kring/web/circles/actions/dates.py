"""When the circle meets: planning a series, moving and cancelling, saying that one can't come."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.core.rhythm.free_days import public_holidays
from kring.core.rhythm.series import NoRoom, plan_dates, starts_at
from kring.core.rhythm.shapes import Between
from kring.web.circles.access import circle_for, date_in
from kring.web.circles.models import Excuse, PlannedDate
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused


@transaction.atomic
def plan_series(
    actor: Person, circle: UUID, *, first: date, at: time, meetings: int, now: datetime
) -> list[PlannedDate]:
    """
    Plan a series in the circle's rhythm, around public holidays.

    Raises:
        Refused: it lies in the past, or can't be fitted in.
    """
    within = circle_for(actor, circle, lock=True)
    row = within.circle
    if starts_at(first, at, row.zone) <= now:
        raise Refused(422, "past", _("Choose a first date that is still to come."))
    weeks = Between(least=max(1, row.weeks_between - 1), usual=row.weeks_between, most=row.weeks_between + 1)
    years = range(first.year, (first + timedelta(weeks=weeks.most * meetings + 26)).year + 1)
    try:
        planned = plan_dates(first, meetings, weeks, free=tuple(public_holidays(years)))
    except NoRoom:
        raise Refused(
            422, "no_room", _("So many meetings don't fit in. Choose fewer, or another day.")
        ) from None
    rows = [
        PlannedDate(
            circle=row, starts_at=starts_at(one.on, at, row.zone), minutes=row.minutes, place=row.place
        )
        for one in planned
    ]
    try:
        with transaction.atomic():
            return PlannedDate.objects.bulk_create(rows)
    except IntegrityError:
        raise taken() from None


@transaction.atomic
def move(
    actor: Person, circle: UUID, planned: UUID, *, on: date, at: time, minutes: int, place: str, now: datetime
) -> None:
    """
    Meet at another moment or place. Who said not to come is asked again where the moment changed.

    Raises:
        Refused: it lies in the past, or the circle meets then already.
    """
    within = circle_for(actor, circle)
    found = date_in(within, planned)
    start = starts_at(on, at, within.circle.zone)
    if start <= now:
        raise Refused(422, "past", _("Choose a date that is still to come."))
    if start != found.starts_at:
        found.excuses.all().delete()
        found.prepared_at = None
    found.starts_at, found.minutes, found.place, found.cancelled_at = start, minutes, place, None
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError:
        raise taken() from None


@transaction.atomic
def cancel(actor: Person, circle: UUID, planned: UUID, *, now: datetime) -> None:
    """Not meet after all; the date stays, crossed out."""
    found = date_in(circle_for(actor, circle), planned)
    found.cancelled_at = found.cancelled_at or now
    found.save(update_fields=["cancelled_at"])


@transaction.atomic
def excuse_oneself(actor: Person, circle: UUID, planned: UUID, *, now: datetime) -> None:
    """
    Say beforehand that one can't come.

    Raises:
        Refused: it has begun already.
    """
    found = date_in(circle_for(actor, circle), planned)
    if found.starts_at <= now:
        raise Refused(422, "past", _("That meeting has begun already."))
    Excuse.objects.get_or_create(date=found, person=actor, defaults={"at": now})


@transaction.atomic
def come_after_all(actor: Person, circle: UUID, planned: UUID) -> None:
    """Take it back."""
    Excuse.objects.filter(date=date_in(circle_for(actor, circle), planned), person=actor).delete()


def taken() -> Refused:
    """Two meetings at one moment."""
    return Refused(422, "taken", _("The circle meets at that moment already."))
