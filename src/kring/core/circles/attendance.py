"""Attendance as a promise (product rule 8): taken by the meeting itself, visible to the circle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from kring.core.members import MemberId

LATE = timedelta(hours=48)  # after this the others can't move the meeting or prepare another case any more


class Attendance(Enum):
    """What became of a promise to be there."""

    PRESENT = "present"
    EXCUSED = "excused"
    LATE_CANCEL = "late_cancel"
    ABSENT = "absent"


class Presence(msgspec.Struct, frozen=True):
    """One member at one meeting."""

    member: MemberId
    attendance: Attendance


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """
    How often a member kept the promise, counted in meetings that were held.

    Seen by the circle alone; an organiser gets no line per person.
    """

    member: MemberId
    present: int = 0
    excused: int = 0
    late_cancel: int = 0
    absent: int = 0

    @property
    def promised(self) -> int:
        """The meetings that the member was expected at."""
        return self.present + self.excused + self.late_cancel + self.absent


def attendance_of(
    *, seen: bool, cancelled_at: datetime | None, starts_at: datetime, late: timedelta = LATE
) -> Attendance:
    """
    What became of one promise.

    Args:
        seen: Whether the member took a seat in the meeting. Who comes after all was there.
        cancelled_at: When the member said not to come, if ever.
        starts_at: Aware, as `cancelled_at`.
        late: How shortly before the start a cancellation counts as late.
    """
    if seen:
        return Attendance.PRESENT
    if cancelled_at is None or cancelled_at >= starts_at:
        return Attendance.ABSENT
    return Attendance.LATE_CANCEL if is_late(cancelled_at, starts_at, late) else Attendance.EXCUSED


def is_late(cancelled_at: datetime, starts_at: datetime, late: timedelta = LATE) -> bool:
    """Whether it was said, by a member or about the whole meeting, when the others couldn't do much with it any more."""
    return starts_at - cancelled_at < late


def count(meetings: Iterable[Iterable[Presence]]) -> tuple[Kept, ...]:
    """One row per member who was ever expected, by id, so that no order tells who did worst."""
    counted: dict[MemberId, dict[Attendance, int]] = {}
    for meeting in meetings:
        for presence in meeting:
            of_member = counted.setdefault(presence.member, dict.fromkeys(Attendance, 0))
            of_member[presence.attendance] += 1
    return tuple(
        Kept(member=member, **{kind.value: times for kind, times in counted[member].items()})
        for member in sorted(counted)
    )
