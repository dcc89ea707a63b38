"""The path to guiding oneself, whose case it could be, and how long a circle keeps."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from kring.core.members import MemberId
from kring.core.rhythm.path import BACK, FORWARD, Deed, Done, Path, Side, Step, after, deeds_now, load_steps
from kring.core.rhythm.reminding import Reminder, whom_to_remind
from kring.core.rhythm.shelf_life import (
    MONTHS,
    Choice,
    ShelfLife,
    Stage,
    is_self_check_due,
    load_words,
    shelf_life,
)
from kring.core.vitality.book import load_book

NOOR, BRAM, WEI = (MemberId(name) for name in ("noor", "bram", "wei"))
START = date(2026, 1, 8)
BOTH = (Done(Deed.TICK, Side.CIRCLE), Done(Deed.TICK, Side.COACH))
deeds = st.lists(st.builds(Done, st.sampled_from(Deed), st.sampled_from(Side)), max_size=30)


def walked(*done: Done) -> Path:
    path = Path()
    for one in done:
        path = after(path, one) or path
    return path


def test_five_agreements_lead_from_guided_to_self_guided() -> None:
    steps = [walked(*BOTH * count).step for count in range(6)]

    assert steps == list(Step)
    assert not walked(*BOTH * 5).needs_coach


def test_one_side_alone_does_not_move_the_circle() -> None:
    alone = walked(*BOTH, Done(Deed.TICK, Side.CIRCLE), Done(Deed.TICK, Side.CIRCLE))

    assert alone == Path(Step.WATCH, frozenset({Side.CIRCLE}))
    assert after(alone, Done(Deed.UNTICK, Side.CIRCLE)) == Path(Step.WATCH)


def test_either_side_can_ask_for_a_step_back_and_even_the_coach_back() -> None:
    for side in Side:
        assert walked(*BOTH * 5, Done(Deed.STEP_BACK, side)).step is Step.LEAD_ALONE


@given(deeds)
def test_circle_never_goes_forward_without_a_tick_of_both(done: list[Done]) -> None:
    path, ticks = Path(), set[Side]()
    for one in done:
        following = after(path, one)
        if following is None:
            continue
        ticks = ticks | {one.by} if one.deed is Deed.TICK else ticks
        ticks = ticks - {one.by} if one.deed is Deed.UNTICK else ticks
        if following.step is FORWARD.get(path.step):
            assert ticks == set(Side)
        else:
            assert following.step in (path.step, BACK.get(path.step))
        ticks = set(following.ticked)
        path = following


@given(deeds, st.sampled_from(Side))
def test_there_is_always_something_to_do_or_undo(done: list[Done], side: Side) -> None:
    assert deeds_now(walked(*done), side) != ()


def test_every_step_has_its_words() -> None:
    assert set(load_steps()) == set(Step)


def test_who_waited_a_whole_round_is_reminded_first() -> None:
    held = [START + timedelta(weeks=4 * number) for number in range(6)]
    since = {NOOR: held[5], BRAM: held[1], WEI: START - timedelta(days=1)}

    assert whom_to_remind(since, held) == (Reminder(WEI, 6), Reminder(BRAM, 4))


@given(
    st.dictionaries(st.sampled_from([NOOR, BRAM, WEI]), st.dates(START, START + timedelta(days=300))),
    st.lists(st.dates(START, START + timedelta(days=300)), max_size=8, unique=True),
)
def test_nobody_is_reminded_in_the_first_round_and_one_more_meeting_forgets_nobody(
    since: dict[MemberId, date], held: list[date]
) -> None:
    found = whom_to_remind(since, held)
    later = whom_to_remind(since, [*held, START + timedelta(days=301)])

    assert all(reminder.meetings >= len(since) for reminder in found)
    assert {reminder.member for reminder in found} <= {reminder.member for reminder in later}


def test_circle_is_asked_before_its_agreement_ends_and_after() -> None:
    until = date(2026, 12, 31)

    assert shelf_life(START, until, date(2026, 9, 29)) == ShelfLife(Stage.FRESH, until)
    assert shelf_life(START, until, date(2026, 10, 1)) == ShelfLife(Stage.NEARING, until)
    assert shelf_life(START, until, until) == ShelfLife(Stage.NEARING, until)
    assert shelf_life(START, until, date(2027, 1, 1)) == ShelfLife(Stage.OVER, until)


def test_two_years_are_the_end_of_the_longest_agreement() -> None:
    assert shelf_life(START, date(2030, 1, 1), START).until == date(2028, 1, 8)
    assert shelf_life(START, None, date(2028, 1, 9)).stage is Stage.OVER


@given(
    st.none() | st.dates(START, date(2030, 1, 1)),
    st.dates(START, date(2030, 1, 1)),
    st.integers(0, 500),
)
def test_time_never_makes_a_circle_fresher(agreed_until: date | None, today: date, days: int) -> None:
    order = list(Stage)
    now = shelf_life(START, agreed_until, today)
    later = shelf_life(START, agreed_until, today + timedelta(days=days))

    assert order.index(now.stage) <= order.index(later.stage)


def test_vitality_and_rhythm_mean_the_same_two_years() -> None:
    assert load_book().asks("shelf_life").limits["months"] == MONTHS


def test_self_check_comes_each_fourth_meeting_and_waits_when_left_out() -> None:
    assert [is_self_check_due(held) for held in range(6)] == [False, False, False, True, True, True]


def test_every_choice_has_its_words() -> None:
    assert set(load_words().choices) == set(Choice)
    assert set(load_words().stages) == set(Stage)
