"""Dates for a series: one weekday, free days skipped, the weeks between as even as that allows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec

from kring.core.rhythm.free_days import Away
from kring.core.rhythm.shapes import Between

WEEK = timedelta(weeks=1)
SEARCHED = 26  # weeks more than a series takes at its slowest: the longest summer twice
TOO_LONG = 100  # what a week beyond the most costs against a week from the usual: it is the last way out


class NoRoom(ValueError):
    """Free days and periods away leave no place for so many meetings."""


class PlannedDate(msgspec.Struct, frozen=True, kw_only=True):
    """
    One meeting of a series.

    Attributes:
        weeks: Since the one before; none for the first.
        longer_than_agreed: Nothing was free in the weeks that were agreed, so the gap is longer.
    """

    on: date
    weeks: int | None = None
    longer_than_agreed: bool = False


def plan_dates(
    first: date,
    meetings: int,
    weeks: Between,
    free: Collection[date] = (),
    away: Iterable[Away] = (),
) -> tuple[PlannedDate, ...]:
    """
    Dates on the weekday of the first.

    Never on a free day or in a period away, never sooner than the least weeks. Among what is left: as few weeks beyond
    the most as can be, then as near to the usual as can be, then as early as can be. Where the first day itself is
    taken, the series begins a week later, or as many as it needs.

    Args:
        first: The day on which the circle would begin.
        meetings: At least one.
        weeks: From one meeting to the next.
        free: Days that don't do, such as public holidays; on any weekday.
        away: Periods that don't do.

    Raises:
        NoRoom: the series can't be fitted in.
    """
    periods = tuple(away)
    length = meetings * weeks.most + SEARCHED
    open_weeks = [
        week
        for week in range(length)
        if (day := first + week * WEEK) not in free and not any(period.covers(day) for period in periods)
    ]
    chosen = _cheapest(open_weeks, meetings, weeks)
    gaps = [None, *(later - earlier for earlier, later in pairwise(chosen))]
    return tuple(
        PlannedDate(
            on=first + week * WEEK, weeks=gap, longer_than_agreed=gap is not None and gap > weeks.most
        )
        for week, gap in zip(chosen, gaps, strict=True)
    )


def starts_at(on: date, at: time, zone: str) -> datetime:
    """
    The moment a meeting starts, in UTC.

    A meeting at half past seven stays at half past seven when the clocks change. An hour that a change skips starts
    as much later as it skips.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: there is no such zone.
    """
    return datetime.combine(on, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _cheapest(open_weeks: list[int], meetings: int, weeks: Between) -> list[int]:
    """The weeks of the meetings: for each number of meetings the cheapest way to end in each week, step by step."""
    if not open_weeks:
        raise NoRoom
    best: dict[int, tuple[int, list[int]]] = {open_weeks[0]: (0, [open_weeks[0]])}
    for _ in range(meetings - 1):
        following: dict[int, tuple[int, list[int]]] = {}
        for end, (cost, way) in best.items():
            for week in open_weeks:
                if week - end < weeks.least:
                    continue
                found = (cost + _cost(week - end, weeks), [*way, week])
                if week not in following or found < following[week]:
                    following[week] = found
        best = following
    if not best:
        raise NoRoom
    return min(best.values())[1]


def _cost(gap: int, weeks: Between) -> int:
    return abs(gap - weeks.usual) + TOO_LONG * max(0, gap - weeks.most)
