"""Learning goals through a season, and the forms to reflect in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st
from msgspec.structs import replace

from kring.core.growth.capabilities import Capability
from kring.core.growth.goals import (
    MARKS,
    CoreQuadrant,
    Feedback,
    LearningGoal,
    OwnMark,
    Point,
    load_goal_words,
    season_line,
)
from kring.core.growth.reflection import load_reflection_forms
from kring.core.members import MemberId
from tests.core.growth.growth_vectors import FILE, as_text

START = date(2026, 1, 8)
NOOR, BRAM, WEI = (MemberId(name) for name in ("noor", "bram", "wei"))
GOAL = LearningGoal(owner=NOOR, since=START, shared_since=START)
days = st.dates(START - timedelta(days=30), START + timedelta(days=300))
marks = st.sampled_from(MARKS)
owns = st.lists(st.builds(OwnMark, days, marks), max_size=6)
feedbacks = st.lists(st.builds(Feedback, st.sampled_from([NOOR, BRAM, WEI]), days, marks), max_size=8)
goals = st.builds(LearningGoal, owner=st.just(NOOR), since=st.just(START), shared_since=st.none() | days)


def test_line_has_what_the_owner_finds_and_what_the_others_saw() -> None:
    later = START + timedelta(weeks=4)
    own = [OwnMark(START, 1), OwnMark(later, 2)]
    seen = [Feedback(BRAM, later, 3), Feedback(WEI, later, 4)]

    assert season_line(GOAL, own, seen) == (Point(START, 1, None, 0), Point(later, 2, 3.5, 2))


def test_who_changes_a_mark_on_the_same_day_is_counted_once() -> None:
    seen = [Feedback(BRAM, START, 1), Feedback(BRAM, START, 5)]

    assert season_line(GOAL, [OwnMark(START, 2), OwnMark(START, 3)], seen) == (Point(START, 3, 5.0, 1),)


@given(goals, owns, feedbacks)
def test_private_goal_shows_no_voice_and_a_shared_one_none_from_before(
    goal: LearningGoal, own: list[OwnMark], feedback: list[Feedback]
) -> None:
    for point in season_line(goal, own, feedback):
        if goal.shared_since is None or point.on < goal.shared_since:
            assert (point.seen, point.voices) == (None, 0)
            assert point.own is not None


@given(goals, owns, feedbacks)
def test_line_runs_forward_and_every_day_says_something(
    goal: LearningGoal, own: list[OwnMark], feedback: list[Feedback]
) -> None:
    line = season_line(goal, own, feedback)

    assert [point.on for point in line] == sorted({point.on for point in line})
    assert all(point.own is not None or point.seen is not None for point in line)
    assert all(1 <= (point.seen or 1) <= 5 for point in line)
    assert {point.on for point in line if point.own} == {mark.on for mark in own if mark.on >= START}


@given(goals, owns, feedbacks)
def test_what_owners_say_of_themselves_as_a_member_changes_nothing(
    goal: LearningGoal, own: list[OwnMark], feedback: list[Feedback]
) -> None:
    others = [told for told in feedback if told.by != NOOR]

    assert season_line(goal, own, feedback) == season_line(goal, own, others)


def test_goal_is_clear_when_all_three_questions_have_an_answer() -> None:
    clear = replace(GOAL, own_view="Ik vul stiltes op.", wish="Rust.", differently="Ik tel tot vijf.")

    assert clear.is_clear
    assert not replace(clear, differently="  ").is_clear


def test_quadrant_is_whole_with_four_words() -> None:
    whole = CoreQuadrant(strength="daadkracht", pitfall="drammen", challenge="geduld", allergy="lijdzaamheid")

    assert whole.is_whole
    assert not replace(whole, allergy="").is_whole


def test_words_ask_for_the_fields_that_hold_the_answers() -> None:
    words = load_goal_words()

    assert list(words.questions) == ["own_view", "wish", "differently"]
    assert set(words.questions) <= set(LearningGoal.__struct_fields__)
    assert tuple(words.quadrant) == CoreQuadrant.__struct_fields__
    assert len(words.marks) == len(words.seen_marks) == len(MARKS)
    assert list(words.mirror_asks) == list(Capability)
    assert all("{name}" in asked for asked in (words.seen.asks.nl, words.seen.asks.en))


def test_four_forms_to_reflect_in_and_every_prompt_in_both_languages() -> None:
    forms = load_reflection_forms()

    assert {form.id: len(form.prompts) for form in forms} == {
        "free": 1,
        "three_dimensions": 3,
        "starr": 5,
        "four_prompts": 4,
    }
    prompts = [prompt.id for form in forms for prompt in form.prompts]
    assert len(set(prompts)) == len(prompts)  # answers are kept by it, whichever form was chosen
    for form in forms:
        assert len({prompt.id for prompt in form.prompts}) == len(form.prompts)
        assert all(prompt.asks.nl != prompt.asks.en for prompt in form.prompts)


def test_vectors_are_those_of_the_craft_of_today() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text()
