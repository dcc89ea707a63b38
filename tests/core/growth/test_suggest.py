"""Which exercise suits which goals."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kring.core.growth.capabilities import Capability, Goal, Theme
from kring.core.growth.load import load_exercises
from kring.core.growth.suggest import suggest

EXERCISES = {exercise.id: exercise for exercise in load_exercises()}
lists_of_goals = st.lists(st.sampled_from((*Capability, *Theme)), max_size=6)


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        (Theme.CONFLICT, "handling_conflict"),
        (Theme.DIFFERENCES, "dealing_with_differences"),
        (Theme.CHANGE, "dealing_with_change"),
        (Theme.MOTIVATING, "motivating"),
        (Theme.WORKLOAD, "workload_and_limits"),
        (Capability.FEEDBACK, "giving_feedback"),
        (Capability.CONSEQUENCES, "receiving_feedback"),
        (Capability.MIRRORING, "mirroring_without_judging"),
        (Capability.REFLECTING_FEELINGS, "reflecting_feelings"),
        (Capability.CONFRONTING, "confronting_here_and_now"),
        (Capability.NORMS_AND_VALUES, "own_norms_and_values"),
        (Capability.OWN_ROLE, "own_role_and_position"),
        (Capability.STRENGTHS_AND_WEAKNESSES, "learning_from_successes"),
        (Capability.ALTERNATIVES, "learning_from_successes"),
        (Capability.ASKING_ON, "asking_on"),
    ],
)
def test_exercise_made_for_a_goal_is_suggested_first(goal: Goal, first: str) -> None:
    assert suggest([goal])[0].exercise == first


def test_reasons_tell_what_it_was_made_for_and_what_comes_with_it() -> None:
    found = suggest([Capability.CONSEQUENCES, Theme.CONFLICT])

    assert found[0].exercise == "handling_conflict"
    assert [(reason.goal, reason.told.nl) for reason in found[0].reasons] == [
        (Capability.CONSEQUENCES, "Helpt ook bij: zien wat je handelen teweegbrengt."),
        (Theme.CONFLICT, "Oefent vooral: omgaan met conflict."),
    ]


def test_goal_given_first_weighs_most() -> None:
    goals = (Theme.CHANGE, Theme.WORKLOAD)

    assert suggest(goals)[0].exercise == "dealing_with_change"
    assert suggest(reversed(goals))[0].exercise == "workload_and_limits"


def test_without_goals_nothing_is_suggested() -> None:
    assert suggest([]) == ()


def test_only_what_one_may_choose_from_is_suggested() -> None:
    among = [EXERCISES["asking_on"], EXERCISES["motivating"]]

    assert [found.exercise for found in suggest([Theme.MOTIVATING, Theme.CONFLICT], among)] == ["motivating"]


@given(lists_of_goals)
def test_every_suggestion_has_a_reason_and_nothing_is_left_out(goals: list[Goal]) -> None:
    found = suggest(goals)

    assert {suggestion.exercise for suggestion in found} == {
        exercise.id for exercise in EXERCISES.values() if set(goals) & set(exercise.for_goals)
    }
    for suggestion in found:
        served = [reason.goal for reason in suggestion.reasons]
        assert served == [
            goal for goal in dict.fromkeys(goals) if goal in EXERCISES[suggestion.exercise].for_goals
        ]


@given(lists_of_goals)
def test_who_serves_more_goals_is_never_after_who_serves_fewer(goals: list[Goal]) -> None:
    counts = [len(suggestion.reasons) for suggestion in suggest(goals)]

    assert counts == sorted(counts, reverse=True)


@given(lists_of_goals)
def test_same_goals_give_the_same_answer_and_twice_counts_once(goals: list[Goal]) -> None:
    assert suggest(goals) == suggest([*goals, *goals])
