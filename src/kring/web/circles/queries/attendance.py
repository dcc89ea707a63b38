"""Who was there and who said not to come: for the circle alone."""

from dataclasses import dataclass
from datetime import datetime

from kring.core.circles.attendance import LATE, Attendance, Kept, Presence as Promise, count, is_late
from kring.core.members import MemberId
from kring.web.circles.access import Within
from kring.web.circles.models import Circle, Correction, Held, PlannedDate, Presence
from kring.web.circles.queries.members import people_of


@dataclass(frozen=True, slots=True)
class ComingDate:
    """A date that is still to come, and who can't."""

    date: PlannedDate
    away: tuple[str, ...]
    i_cannot: bool
    late_from: datetime
    is_late_now: bool


@dataclass(frozen=True, slots=True)
class PastDate:
    """
    A meeting that was held, or a date that the circle cancelled.

    Attributes:
        there: Names of who was there.
        others: Everybody else who was expected, each with what became of it.
    """

    at: datetime
    held: Held | None
    there: tuple[str, ...]
    others: tuple[Presence, ...]
    corrections: tuple[Correction, ...]
    cancelled_late: bool

    @property
    def expected(self) -> int:
        """How many had promised to be there."""
        return len(self.there) + len(self.others)


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """What is still to come, what was, and how often each was there."""

    coming: tuple[ComingDate, ...]
    past: tuple[PastDate, ...]
    kept: tuple[tuple[str, Kept], ...]


def attendance_page(within: Within, now: datetime) -> AttendancePage:
    """For a member. The counts are of who is in the circle now, by name, so that no order tells who did worst."""
    circle = within.circle
    held = list(
        circle.held.exclude(closed_at=None)
        .prefetch_related("presences__person", "presences__corrections__by")
        .order_by("-opened_at")
    )
    past = [*map(past_meeting, held), *map(past_cancelled, cancelled_dates(circle, now))]
    return AttendancePage(
        coming=coming_dates(within, now),
        past=tuple(sorted(past, key=lambda one: one.at, reverse=True)),
        kept=kept_promises(circle, held),
    )


def coming_dates(within: Within, now: datetime) -> tuple[ComingDate, ...]:
    """In order, each with the names of who said not to come."""
    dates = within.circle.dates.filter(cancelled_at=None, starts_at__gt=now)
    found = []
    people = people_of(within.circle)
    for date in dates.prefetch_related("excuses").order_by("starts_at"):
        said_so = {one.person_id for one in date.excuses.all()}
        away = [one for one in people if one.pk in said_so]
        found.append(
            ComingDate(
                date=date,
                away=tuple(sorted(one.name for one in away)),
                i_cannot=within.person in away,
                late_from=date.starts_at - LATE,
                is_late_now=is_late(now, date.starts_at),
            )
        )
    return tuple(found)


def cancelled_dates(circle: Circle, now: datetime) -> list[PlannedDate]:
    """Dates that are over, or would be, and at which the circle chose not to meet."""
    return list(circle.dates.filter(cancelled_at__isnull=False, starts_at__lte=now))


def past_meeting(held: Held) -> PastDate:
    """One that was held."""
    presences = sorted(held.presences.all(), key=lambda one: one.person.name)
    return PastDate(
        at=held.opened_at,
        held=held,
        there=tuple(one.person.name for one in presences if one.attendance == Attendance.PRESENT.value),
        others=tuple(one for one in presences if one.attendance != Attendance.PRESENT.value),
        corrections=tuple(
            sorted((each for one in presences for each in one.corrections.all()), key=lambda each: each.at)
        ),
        cancelled_late=False,
    )


def past_cancelled(date: PlannedDate) -> PastDate:
    """One at which nobody met."""
    late = date.cancelled_at is not None and is_late(date.cancelled_at, date.starts_at)
    return PastDate(date.starts_at, None, (), (), (), cancelled_late=late)


def kept_promises(circle: Circle, held: list[Held]) -> tuple[tuple[str, Kept], ...]:
    """Per member, by name."""
    members = circle.memberships.filter(left_at=None).values_list("person", "person__name")
    names = {str(id): name for id, name in members}
    rows = [
        [Promise(MemberId(str(one.person_id)), Attendance(one.attendance)) for one in meeting.presences.all()]
        for meeting in held
    ]
    found = [(names[one.member], one) for one in count(rows) if one.member in names]
    return tuple(sorted(found, key=lambda named: named[0].casefold()))


def presences_of(held: Held) -> list[Presence]:
    """Everybody who was expected at a meeting, by name."""
    return list(held.presences.select_related("person").order_by("person__name", "pk"))
