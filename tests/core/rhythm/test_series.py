"""Dates of a series: even, in agreement, and never on a day nobody wants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings, strategies as st

from kring.core.rhythm.free_days import Away, UnknownCountry, public_holidays
from kring.core.rhythm.months import months_after, months_between
from kring.core.rhythm.series import NoRoom, PlannedDate, plan_dates, starts_at
from kring.core.rhythm.shapes import Between, Shape, load_shapes

THURSDAY = date(2026, 9, 10)
SHAPES = {shape.id: shape for shape in load_shapes()}
EIGHT = SHAPES["eight"].weeks

firsts = st.dates(date(2026, 1, 1), date(2028, 12, 31))
spacings = st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 3)).map(
    lambda parts: Between(parts[0], parts[0] + parts[1], parts[0] + parts[1] + parts[2])
)


@st.composite
def aways(draw: st.DrawFn) -> list[Away]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        since = draw(st.dates(date(2026, 1, 1), date(2029, 12, 31)))
        found.append(Away(since, since + timedelta(days=draw(st.integers(0, 50)))))
    return found


def test_eight_meetings_with_five_weeks_between() -> None:
    planned = plan_dates(THURSDAY, 8, EIGHT)

    assert [one.weeks for one in planned] == [None, 5, 5, 5, 5, 5, 5, 5]
    assert {one.on.weekday() for one in planned} == {THURSDAY.weekday()}


def test_holiday_moves_one_meeting_and_the_others_even_it_out() -> None:
    ascension = date(2027, 5, 6)
    planned = plan_dates(date(2027, 4, 1), 3, EIGHT, free=public_holidays([2027]))

    assert ascension == date(2027, 4, 1) + timedelta(weeks=5)
    assert [one.on for one in planned] == [date(2027, 4, 1), date(2027, 4, 29), date(2027, 6, 3)]
    assert not any(one.longer_than_agreed for one in planned)


def test_long_summer_gives_a_longer_gap_and_says_so() -> None:
    summer = Away(date(2027, 7, 10), date(2027, 9, 5), "zomervakantie")

    planned = plan_dates(date(2027, 7, 1), 2, EIGHT, away=[summer])

    assert planned[1] == PlannedDate(on=date(2027, 9, 9), weeks=10, longer_than_agreed=True)


def test_series_that_would_begin_on_a_holiday_begins_the_week_after() -> None:
    assert plan_dates(date(2026, 12, 25), 1, EIGHT, free=public_holidays([2026, 2027]))[0].on == date(
        2027, 1, 8
    )


def test_year_away_leaves_no_room() -> None:
    with pytest.raises(NoRoom):
        plan_dates(THURSDAY, 2, EIGHT, away=[Away(THURSDAY + timedelta(days=1), date(2029, 1, 1))])


@settings(max_examples=60)
@given(firsts, st.integers(1, 8), spacings, aways())
def test_dates_keep_what_was_agreed(first: date, meetings: int, weeks: Between, away: list[Away]) -> None:
    free = public_holidays(range(2026, 2032))
    planned = plan_dates(first, meetings, weeks, free, away)

    assert len(planned) == meetings
    for one in planned:
        assert one.on >= first
        assert one.on.weekday() == first.weekday()
        assert one.on not in free
        assert not any(period.covers(one.on) for period in away)
    for earlier, later in pairwise(planned):
        assert later.weeks is not None
        assert later.on - earlier.on == timedelta(weeks=later.weeks)
        assert later.weeks >= weeks.least
        assert later.longer_than_agreed == (later.weeks > weeks.most)


@settings(max_examples=40)
@given(firsts, st.integers(2, 3), aways())
def test_nobody_finds_a_way_that_keeps_better_to_the_weeks(
    first: date, meetings: int, away: list[Away]
) -> None:
    weeks = Between(2, 3, 4)
    planned = plan_dates(first, meetings, weeks, away=away)
    start = planned[0].on
    days = [start + timedelta(weeks=week) for week in range(1, 24)]
    open_days = [day for day in days if not any(period.covers(day) for period in away)]

    def beyond(dates: tuple[date, ...]) -> tuple[int, int]:
        gaps = [(later - earlier).days // 7 for earlier, later in pairwise((start, *dates))]
        return sum(max(0, gap - 4) for gap in gaps), sum(abs(gap - 3) for gap in gaps)

    ways = [
        beyond(way)
        for way in combinations(open_days, meetings - 1)
        if all((later - earlier).days >= 14 for earlier, later in pairwise((start, *way)))
    ]

    assert beyond(tuple(one.on for one in planned[1:])) == min(ways)


def test_dutch_holidays_are_reckoned_and_named_in_both_languages() -> None:
    found = public_holidays([2027])

    assert found[date(2027, 4, 27)].nl == "Koningsdag"
    assert found[date(2027, 4, 27)].en == "King's Day"
    assert date(2027, 3, 29) in found
    assert date(2027, 5, 5) not in found


def test_country_that_nobody_knows_is_named() -> None:
    with pytest.raises(UnknownCountry, match="XX"):
        public_holidays([2027], "XX")


def test_evening_stays_the_same_hour_when_the_clocks_change() -> None:
    summer = starts_at(date(2026, 10, 22), time(19, 30), "Europe/Amsterdam")
    winter = starts_at(date(2026, 10, 29), time(19, 30), "Europe/Amsterdam")

    assert (summer, winter) == (
        datetime(2026, 10, 22, 17, 30, tzinfo=UTC),
        datetime(2026, 10, 29, 18, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("shape", load_shapes(), ids=list(SHAPES))
def test_shape_holds_together_and_is_told_in_both_languages(shape: Shape) -> None:
    for between in (shape.meetings, shape.weeks):
        assert 1 <= between.least <= between.usual <= between.most
    assert shape.name.nl != shape.name.en
    assert shape.what.nl != shape.what.en


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_so_many_months_later_are_so_many_months(start: date, months: int) -> None:
    later = months_after(start, months)

    assert months_between(start, later) in ({months} if later.day == start.day else {months, months - 1})
    assert months_between(start, later + timedelta(days=1)) == months
