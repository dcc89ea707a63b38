"""The self-check: blind, shown once, from four answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from kring.core.growth.load import load_exercises, load_own_blocks
from kring.core.growth.self_check import LEAST_ANSWERS, MARKS, Outcome, load_self_check, outcomes
from kring.core.meetings.simulate import simulate_block
from kring.core.methods.load import ids_in, ids_of_blocks, load_library
from kring.core.methods.method import Block, GroupSize, Method

CRITERIA = [criterion.id for criterion in load_self_check().criteria]
sheets_of_all = st.lists(st.dictionaries(st.sampled_from(CRITERIA), st.sampled_from(MARKS)), max_size=8)


def all_say(mark: int, people: int) -> list[dict[str, int]]:
    return [dict.fromkeys(CRITERIA, mark) for _ in range(people)]


def test_three_answers_show_nothing_and_four_do() -> None:
    assert outcomes(all_say(4, 3), closed=True) is None
    assert outcomes(all_say(4, 4), closed=True) == tuple(
        Outcome(id=id, answers=4, mean=4.0, lowest=4, highest=4) for id in CRITERIA
    )


def test_nothing_is_shown_while_somebody_can_still_answer() -> None:
    assert outcomes(all_say(4, 6), closed=False) is None


def test_question_that_only_three_answered_stays_closed() -> None:
    sheets = all_say(4, 4)
    del sheets[0]["size"]

    found = outcomes(sheets, closed=True)

    assert found is not None
    assert found[-1] == Outcome(id="size", answers=3)


@pytest.mark.parametrize(
    ("marks", "worth"),
    [([4, 4, 4, 4], False), ([2, 3, 3, 3], True), ([2, 5, 5, 5], True), ([3, 5, 5, 5], False)],
)
def test_low_or_far_apart_is_worth_talking(marks: list[int], worth: bool) -> None:  # noqa: FBT001 - a parameter
    found = outcomes([{"feedback": mark} for mark in marks], closed=True)

    assert found is not None
    assert found[CRITERIA.index("feedback")].worth_talking is worth


def test_mark_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        outcomes([{"feedback": 0}], closed=True)


@settings(max_examples=60)
@given(sheets_of_all)
def test_nobody_can_tell_whose_sheet_was_whose(sheets: list[dict[str, int]]) -> None:
    stirred = sorted(sheets, key=lambda sheet: sorted(sheet.items()))

    assert outcomes(stirred, closed=True) == outcomes(sheets, closed=True)


@settings(max_examples=60)
@given(sheets_of_all)
def test_every_number_that_is_shown_stands_for_four_people(sheets: list[dict[str, int]]) -> None:
    for outcome in outcomes(sheets, closed=True) or ():
        answers = [sheet[outcome.id] for sheet in sheets if outcome.id in sheet]
        assert outcome.answers == len(answers)
        if outcome.mean is None:
            assert (outcome.lowest, outcome.highest, outcome.worth_talking) == (None, None, False)
            assert len(answers) < LEAST_ANSWERS
        else:
            assert len(answers) >= LEAST_ANSWERS
            assert (outcome.lowest, outcome.highest) == (min(answers), max(answers))
            assert min(answers) <= outcome.mean <= max(answers)


def test_criteria_are_those_of_a_circle_that_works() -> None:
    assert CRITERIA == [
        "motivated_to_learn",
        "motivated_to_bring",
        "motivated_to_reflect",
        "feedback",
        "open_attitude",
        "discipline",
        "same_field",
        "size",
    ]
    assert all(criterion.talk.nl.endswith("?") for criterion in load_self_check().criteria)


def test_block_to_talk_it_through_is_there_and_about_the_circle() -> None:
    block = load_own_blocks()["self_check"]

    assert {phase.about.value for phase in block.phases} == {"process"}
    assert 10 <= sum(phase.minutes.usual for phase in block.phases) <= 20


def test_blocks_of_a_circles_life_can_stand_in_one_meeting_with_everything_else() -> None:
    blocks = load_own_blocks()
    of_others: list[Method | Block] = [*load_library(), *load_exercises()]
    taken = ids_of_blocks().union(*(ids_in(other) for other in of_others))
    own = [id for block in blocks.values() for id in ids_in(block)]

    assert set(blocks) == {"learning_goals", "self_check", "farewell", "kick_off"}
    assert len(own) == len(set(own))
    assert set(own) & taken == set()


@pytest.mark.parametrize("block", load_own_blocks().values(), ids=list(load_own_blocks()))
def test_every_circle_gets_through_a_block_of_its_life(block: Block) -> None:
    assert list(simulate_block(block, GroupSize(least=4, most=8))) == []
