"""Blocks around a method, scaled to the minutes there are."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kring.core.meetings import Pace, compose, days_of
from kring.core.meetings.agenda import DAY, MOST_DAYS
from kring.core.meetings.parts import PRESENTERS
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Method
from kring.core.methods.traits import times_through
from tests.core.meetings.circle import METHODS

methods = st.sampled_from(load_library())


def test_meeting_is_the_method_with_its_blocks_around_it() -> None:
    plan = compose(METHODS["basis"], load_blocks())

    blocks = list(dict.fromkeys(planned.block for planned in plan.phases))
    assert blocks == ["arrival", "look_back", "choosing", "basis", "learning_round", "closing"]
    assert {planned.block for planned in plan.phases if planned.has_presenter} == {
        "basis",
        "learning_round",
        "closing",
    }


@given(methods, st.integers(1, 400))
def test_minutes_add_up_where_least_and_most_allow_it(method: Method, minutes: int) -> None:
    plan = compose(method, load_blocks(), minutes)

    times = times_through([planned.phase for planned in plan.phases], PRESENTERS)
    each = list(zip(plan.phases, times, strict=True))
    least = sum(planned.phase.minutes.least * often for planned, often in each)
    most = sum(planned.phase.minutes.most * often for planned, often in each)
    planned_seconds = sum(planned.seconds * often for planned, often in each)
    assert planned_seconds == 60 * min(max(minutes, least), most)
    for planned in plan.phases:
        assert planned.phase.minutes.least * 60 <= planned.seconds <= planned.phase.minutes.most * 60


@given(methods, st.integers(60, 200))
def test_more_minutes_shorten_no_phase_by_more_than_the_rounding(method: Method, minutes: int) -> None:
    shorter, longer = compose(method, load_blocks(), minutes), compose(method, load_blocks(), minutes + 10)

    for before, after in zip(shorter.phases, longer.phases, strict=True):
        assert after.seconds >= before.seconds - 60


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_written_over_days_everybody_has_whole_days(method: Method) -> None:
    plan = compose(method, load_blocks(), pace=Pace.DAYS)

    assert {planned.seconds // DAY for planned in plan.phases} <= {1, 2}
    assert all(planned.seconds % DAY == 0 for planned in plan.phases)
    assert days_of(plan) <= MOST_DAYS or {planned.seconds for planned in plan.phases} == {DAY}


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_whoever_speaks_live_writes_over_days(method: Method) -> None:
    plan = compose(method, load_blocks(), pace=Pace.DAYS)

    for planned in plan.phases:
        writers = {role for slot in planned.phase.writing for role in slot.by}
        assert set(planned.phase.floor.speakers) <= writers


def test_days_can_be_said() -> None:
    plan = compose(METHODS["basis"], load_blocks(), pace=Pace.DAYS, days=16)

    assert days_of(plan) == 16


def test_days_count_for_each_who_presents_in_turn() -> None:
    plan = compose(METHODS["troika"], load_blocks(), pace=Pace.DAYS)

    of_troika = sum(planned.seconds for planned in plan.phases if planned.block == "troika") // DAY
    around = sum(planned.seconds for planned in plan.phases if planned.block != "troika") // DAY
    assert days_of(plan) == around + PRESENTERS * of_troika


@given(methods, st.integers(30, 60))
def test_days_that_were_said_are_never_exceeded(method: Method, days: int) -> None:
    assert days_of(compose(method, load_blocks(), pace=Pace.DAYS, days=days)) <= days


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_presenter_has_the_last_word_on_the_case(method: Method) -> None:
    last = [phase for phase in method.phases if phase.about.value == "case"][-1].floor

    heard_last = (last.answered_by or last.speakers[0]).value
    assert heard_last == "presenter"
