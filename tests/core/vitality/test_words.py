"""What a circle reads of a signal, and what it can draw."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from kring.core.meetings import compose
from kring.core.methods.faults import Language
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Method
from kring.core.vitality import (
    History,
    Level,
    Rating,
    Signal,
    Stretch,
    drawings,
    stretches_of,
    told,
    watch,
)
from kring.core.vitality.book import Asks, load_book
from tests.core.vitality.circles import MEMBERS, NOOR, START, days, healthy, histories

SIGNALS = load_book().signals


@pytest.mark.parametrize("asks", SIGNALS, ids=[asks.id for asks in SIGNALS])
def test_signal_asks_one_question_in_two_languages_and_says_where_it_comes_from(asks: Asks) -> None:
    for text in (asks.question, asks.try_this, asks.why, asks.rests_on, asks.name):
        assert text.nl.strip() != ""
        assert text.nl != text.en
    assert (asks.question.nl.count("?"), asks.question.en.count("?")) == (1, 1)
    assert "?" not in asks.rests_on.nl + asks.try_this.nl.split(":")[0]
    assert "!" not in str(asks)
    assert [source for source in asks.sources if not source.startswith(("https://", "http://"))] == []
    assert asks.sources != ()
    assert places(asks.rests_on.nl) == places(asks.rests_on.en) != set()


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=15)
@given(history=histories, today=days)
def test_every_signal_can_be_told_and_asks_only_when_worth_a_look(
    language: Language, history: History, today: date
) -> None:
    for signal in watch(history, today):
        words = told(signal, language)

        assert "{" not in words.rests_on
        assert bool(words.question) == bool(words.try_this) == (signal.level is Level.LOOK)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    signal = Signal("safety_falling", Level.QUIET, {"before": 4.5, "now": 4.0})

    assert told(signal, "nl").rests_on.endswith("gemiddeld 4,5 en de laatste keer 4, van de 5.")
    assert told(signal, "en").rests_on.endswith("got 4.5 on average before and 4 last time, out of 5.")


def test_drawings_are_tables_that_one_can_read() -> None:
    series = {one.id: one for one in drawings(healthy(2))}

    assert [(row.key, row.values) for row in series["turn_out"].rows] == [
        ("2026-01-08", (6, 6)),
        ("2026-02-05", (6, 6)),
    ]
    assert [(row.key, row.values) for row in series["methods"].rows] == [
        ("basis", (1,)),
        ("incident-kort", (1,)),
    ]
    assert [row.values for row in series["cases"].rows] == [(1,), (1,), (0,), (0,), (0,), (0,)]
    assert series["depth_and_safety"].rows[0].values == (3.8, 4.5)
    assert all(len(row.values) == len(one.columns) for one in series.values() for row in one.rows)


def test_who_left_still_stands_under_those_who_stay() -> None:
    history = replace(healthy(2), members=MEMBERS[1:])
    series = {one.id: one for one in drawings(history)}

    assert [row.key for row in series["cases"].rows] == [*MEMBERS[1:], NOOR]


def test_too_few_answers_leave_a_gap_instead_of_a_number() -> None:
    meeting = replace(healthy(1).meetings[0], ratings=(Rating(1, 1),) * 3)
    series = {one.id: one for one in drawings(replace(healthy(1), meetings=(meeting,)))}

    assert [(row.key, row.values) for row in series["depth_and_safety"].rows] == [
        (START.isoformat(), (None, None))
    ]


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_time_of_every_method_is_sorted_without_a_second_lost(method: Method) -> None:
    plan = compose(method, load_blocks())
    used = {number: float(phase.seconds) for number, phase in enumerate(plan.phases)}

    times = stretches_of(plan, used)

    assert sum(time.planned_seconds for time in times) == sum(phase.seconds for phase in plan.phases)
    assert [time.used_seconds for time in times] == [time.planned_seconds for time in times]
    assert times[0].stretch is Stretch.SMALL_TALK


def test_phase_that_was_skipped_counts_as_nothing() -> None:
    basis = next(method for method in load_library() if method.id == "basis")
    plan = compose(basis, load_blocks())

    times = {time.stretch: time.used_seconds for time in stretches_of(plan, {0: 300.4})}

    assert times == {Stretch.SMALL_TALK: 300, Stretch.QUESTIONS: 0, Stretch.ADVICE: 0, Stretch.OTHER: 0}
