"""Attendance as a promise, counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from kring.core.circles.attendance import Attendance, Kept, Presence, attendance_of, count, is_late
from kring.core.members import MemberId

STARTS = datetime(2026, 3, 5, 19, 30, tzinfo=UTC)
NOOR, BRAM, WEI = (MemberId(name) for name in ("noor", "bram", "wei"))
meetings = st.lists(
    st.lists(
        st.builds(Presence, st.sampled_from([NOOR, BRAM, WEI]), st.sampled_from(Attendance)),
        unique_by=lambda presence: presence.member,
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("hours_ahead", "expected"),
    [
        (None, Attendance.ABSENT),
        (72, Attendance.EXCUSED),
        (48, Attendance.EXCUSED),
        (47, Attendance.LATE_CANCEL),
        (0, Attendance.ABSENT),
        (-1, Attendance.ABSENT),
    ],
)
def test_what_became_of_a_promise(hours_ahead: int | None, expected: Attendance) -> None:
    cancelled_at = None if hours_ahead is None else STARTS - timedelta(hours=hours_ahead)

    assert attendance_of(seen=False, cancelled_at=cancelled_at, starts_at=STARTS) is expected


def test_who_cancelled_and_came_after_all_was_there() -> None:
    cancelled_at = STARTS - timedelta(hours=1)

    assert attendance_of(seen=True, cancelled_at=cancelled_at, starts_at=STARTS) is Attendance.PRESENT


def test_season_in_a_row_per_member() -> None:
    first = (Presence(WEI, Attendance.PRESENT), Presence(NOOR, Attendance.LATE_CANCEL))
    second = (Presence(NOOR, Attendance.PRESENT), Presence(WEI, Attendance.PRESENT))

    assert count([first, second]) == (
        Kept(member=NOOR, present=1, late_cancel=1),
        Kept(member=WEI, present=2),
    )


def test_meeting_that_is_cancelled_two_days_ahead_is_in_time() -> None:
    assert not is_late(STARTS - timedelta(hours=48), STARTS)
    assert is_late(STARTS - timedelta(hours=47), STARTS)


@given(meetings)
def test_every_promise_is_counted_once_and_order_is_no_ranking(rows: list[list[Presence]]) -> None:
    kept = count(rows)

    assert sum(one.promised for one in kept) == sum(len(row) for row in rows)
    assert [one.member for one in kept] == sorted({presence.member for row in rows for presence in row})
    assert count(reversed(rows)) == kept


@given(st.integers(1, 200), st.integers(1, 200))
def test_telling_earlier_is_never_counted_as_worse(one: int, other: int) -> None:
    order = [Attendance.ABSENT, Attendance.LATE_CANCEL, Attendance.EXCUSED]
    early, late = max(one, other), min(one, other)

    found = [
        attendance_of(seen=False, cancelled_at=STARTS - timedelta(hours=hours), starts_at=STARTS)
        for hours in (late, early)
    ]

    assert order.index(found[0]) <= order.index(found[1])
