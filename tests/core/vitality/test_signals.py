"""Each signal: silent on a healthy circle, worth a look on an ill one, never silenced by getting worse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from kring.core.vitality import History, Level, Meeting, Signal, told, watch
from kring.core.vitality.book import Counts, load_book
from kring.core.vitality.watching import MEASURES
from tests.core.vitality.circles import IMANE, MEMBERS, days, healthy, histories, today_of
from tests.core.vitality.worsening import WORSE, fallen_ill, level_of as level, more_for

ALL = [asks.id for asks in load_book().signals]
VOICES = "voices_out_of_balance"


def test_every_signal_has_its_file_its_words_and_its_measure() -> None:
    folder = Path(__file__).resolve().parents[3] / "src/kring/core/vitality/signals"

    assert sorted(MEASURES) == sorted(ALL)
    assert sorted(path.stem for path in folder.glob("[a-z]*.py")) == sorted(ALL)
    assert sorted([*WORSE, VOICES]) == sorted(ALL)


@pytest.mark.parametrize("meetings", range(13))
def test_healthy_circle_hears_nothing(meetings: int) -> None:
    history = healthy(meetings)

    assert [found.id for found in watch(history, today_of(history)) if found.level is Level.LOOK] == []


def test_healthy_circle_after_a_season_is_known_to_be_well_in_everything() -> None:
    history = healthy(7)

    assert {found.level for found in watch(history, today_of(history))} == {Level.QUIET}


@pytest.mark.parametrize("signal", WORSE)
def test_healthy_circle_that_gets_ill_is_asked_in_the_end(signal: str) -> None:
    assert level(signal, fallen_ill(signal)) is Level.LOOK


@pytest.mark.parametrize("signal", WORSE)
@settings(max_examples=10)
@given(picks=st.lists(st.integers(0, 100), min_size=1, max_size=6))
def test_circle_that_is_asked_and_gets_worse_is_still_asked(signal: str, picks: list[int]) -> None:
    moment = fallen_ill(signal)

    for pick in picks:
        steps = list(WORSE[signal](moment))
        moment = steps[pick % len(steps)] if steps else moment

        assert level(signal, moment) is Level.LOOK


@pytest.mark.parametrize("signal", WORSE)
@settings(max_examples=20)
@given(history=histories, today=days)
def test_getting_worse_never_silences(signal: str, history: History, today: date) -> None:
    if level(signal, (history, today)) is Level.LOOK:
        assert {level(signal, worse) for worse in WORSE[signal]((history, today))} <= {Level.LOOK}


def test_voice_that_fills_the_meetings_of_others_is_asked_about_and_not_named() -> None:
    moment = (healthy(7), today_of(healthy(7)))
    for _ in range(7):
        moment = more_for(IMANE, moment)

    found = next(found for found in watch(*moment) if found.id == VOICES)

    assert found.level is Level.LOOK
    assert found.numbers["times"] >= 2
    assert not any(member in str(told(found, language)) for member in MEMBERS for language in ("nl", "en"))


@settings(max_examples=40)
@given(history=histories, today=days)
def test_whoever_speaks_most_and_takes_more_keeps_the_voices_out_of_balance(
    history: History, today: date
) -> None:
    if level(VOICES, (history, today)) is Level.LOOK:
        assert any(level(VOICES, more_for(member, (history, today))) is Level.LOOK for member in MEMBERS)


@pytest.mark.parametrize("signal", ALL)
@settings(max_examples=20)
@given(history=histories, today=days)
def test_below_its_minimum_a_signal_says_nothing(signal: str, history: History, today: date) -> None:
    asks = load_book().asks(signal)
    short = _with_fewer_than(int(asks.limits["least"]), asks.counts, history)

    assert next(found for found in watch(short, today) if found.id == signal) == Signal(
        signal, Level.TOO_EARLY, {}
    )


def _with_fewer_than(least: int, counts: Counts, history: History) -> History:
    match counts:
        case Counts.MEETINGS | Counts.FIRST_MEETING | Counts.ANSWERED:
            return replace(history, meetings=history.meetings[: least - 1])
        case Counts.DATES:
            return replace(history, meetings=history.meetings[: least - 1], cancelled=())
        case Counts.CASES:
            kept = _first(least - 1, [meeting.cases for meeting in history.meetings])
            return _each(history, [{"cases": cases} for cases in kept])
        case Counts.INTENTIONS:
            kept_intentions = _first(least - 1, [meeting.intentions for meeting in history.meetings])
            return _each(history, [{"intentions": intentions} for intentions in kept_intentions])


def _first(many: int, rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    kept = []
    for row in rows:
        kept.append(row[:many])
        many -= len(kept[-1])
    return kept


def _each(history: History, changes: Sequence[dict[str, tuple[object, ...]]]) -> History:
    changed = zip(history.meetings, changes, strict=True)
    return replace(history, meetings=tuple(replace(meeting, **change) for meeting, change in changed))


@settings(max_examples=40)
@given(history=histories, today=days, seed=st.randoms(use_true_random=False))
def test_order_in_which_people_stand_in_a_list_changes_nothing(
    history: History, today: date, seed: Random
) -> None:
    def stirred(meeting: Meeting) -> Meeting:
        changes = {}
        for name in ("presences", "voices", "ratings", "intentions", "stretches"):
            row = list(getattr(meeting, name))
            seed.shuffle(row)
            changes[name] = tuple(row)
        return replace(meeting, **changes)

    other = replace(history, meetings=tuple(stirred(meeting) for meeting in history.meetings))

    assert watch(other, today) == watch(history, today)


def test_meeting_without_a_case_says_nothing_of_advice() -> None:
    history, today = fallen_ill("advice_too_soon")
    talked = replace(history, meetings=tuple(replace(meeting, cases=()) for meeting in history.meetings))

    assert level("advice_too_soon", (talked, today)) is Level.TOO_EARLY


def test_newcomer_who_has_not_assented_makes_the_rules_worth_a_look() -> None:
    history = healthy(3)
    waiting = replace(history, rules=replace(history.rules, everyone=False))

    assert level("rules_old", (waiting, today_of(history))) is Level.LOOK


def test_agreement_that_ended_yesterday_is_a_moment_to_choose() -> None:
    history = replace(healthy(3), agreed_until=today_of(healthy(3)))

    assert level("shelf_life", (history, today_of(history))) is Level.QUIET
    assert level("shelf_life", (history, today_of(history) + timedelta(days=1))) is Level.LOOK
