"""What a figure tells, and what it never does."""

from collections.abc import Mapping

import pytest
from hypothesis import given, strategies as st

from kring.core.evaluation.figures import Band, Figures, band, figures_of
from kring.core.evaluation.load import load_questionnaires
from kring.core.evaluation.pairing import pairs
from kring.core.evaluation.progress import Progress, progress
from kring.core.evaluation.questionnaire import CHOICES, DOES_NOT_APPLY, VALUES, Questionnaire
from kring.core.evaluation.tally import Sheet, Tally, added, answered_in, nobody_yet, open_items

HALFWAY, END = load_questionnaires()
A_BUSY_YEAR = 60

people_enough = st.integers(5, A_BUSY_YEAR)
values = st.sampled_from(VALUES)


def sheets(count: st.SearchStrategy[int]) -> st.SearchStrategy[list[dict[str, int]]]:
    answers = st.lists(st.sampled_from(CHOICES), min_size=2, max_size=2)
    return count.flatmap(lambda many: st.lists(answers.map(whole), min_size=many, max_size=many))


def whole(two: list[int]) -> dict[str, int]:
    """A whole sheet on which every other answer is the same."""
    return {id: two[place % 2] for place, id in enumerate(HALFWAY.ids)}


def tally_of(given: list[Mapping[str, int]] | list[dict[str, int]], of: Questionnaire = HALFWAY) -> Tally:
    tally = nobody_yet(of)
    for sheet in given:
        tally = added(tally, sheet)
    return tally


def all_answer(*answers: int, of: Questionnaire = HALFWAY) -> Tally:
    """So many people, each of whom gives one answer to everything."""
    return tally_of([dict.fromkeys(of.ids, answer) for answer in answers], of)


def figures(*answers: int, of: Questionnaire = HALFWAY) -> Figures:
    found = figures_of(of, all_answer(*answers, of=of), asked=len(answers))
    assert found is not None
    return found


@given(answered=sheets(st.integers(0, 4)), asked=st.integers(0, 100))
def test_of_fewer_than_five_nothing_is_told(answered: list[dict[str, int]], asked: int) -> None:
    assert figures_of(HALFWAY, tally_of(answered), asked=asked) is None


@given(answered=sheets(st.integers(5, 12)))
def test_an_item_is_told_exactly_where_five_gave_it_a_number(answered: list[dict[str, int]]) -> None:
    told = figures_of(HALFWAY, tally_of(answered), asked=12)

    assert told is not None
    enough = [id for id in HALFWAY.ids if sum(sheet[id] != DOES_NOT_APPLY for sheet in answered) >= 5]
    assert [figure.item for figure in told.items] == enough


@given(alike=values, other=values, people=people_enough)
def test_who_answers_otherwise_than_all_others_shows_in_nothing(alike: int, other: int, people: int) -> None:
    assert figures(*[alike] * people) == figures(*[alike] * (people - 1), other)


@given(answers=st.lists(values, min_size=5, max_size=A_BUSY_YEAR))
def test_a_figure_never_says_that_nobody_or_everybody_answered_something(answers: list[int]) -> None:
    [figure, *_rest] = figures(*answers).items

    shown = (figure.low, figure.middle, figure.high)
    people = len(answers)
    for share in shown:
        fits = [count for count in range(people + 1) if band(count, people) == share]
        assert fits != [0]
        assert fits != [people]


@given(answers=st.lists(values, min_size=5, max_size=A_BUSY_YEAR))
def test_what_is_told_is_true(answers: list[int]) -> None:
    [figure, *_rest] = figures(*answers).items

    for share, among in ((figure.low, {1, 2}), (figure.middle, {3}), (figure.high, {4, 5})):
        percent = 100 * sum(answer in among for answer in answers) / len(answers)
        assert share.least <= percent < share.below or (percent, share.below) == (100, 100)
    assert sum(answer <= figure.median for answer in answers) * 2 >= len(answers)
    assert sum(answer >= figure.median for answer in answers) * 2 >= len(answers)


@given(answered=sheets(st.integers(0, 8)), data=st.data())
def test_in_which_order_people_answer_makes_no_difference(
    answered: list[dict[str, int]], data: st.DataObject
) -> None:
    assert tally_of(data.draw(st.permutations(answered))) == tally_of(answered)
    assert answered_in(tally_of(answered)) == len(answered)


@pytest.mark.parametrize(
    ("count", "people", "lies"),
    [
        (0, 5, Band(0, 25)),
        (1, 5, Band(0, 25)),
        (2, 5, Band(25, 50)),
        (3, 5, Band(50, 75)),
        (5, 5, Band(75, 100)),
        (1, 20, Band(0, 10)),
        (2, 20, Band(10, 20)),
        (19, 20, Band(90, 100)),
    ],
)
def test_bands_are_finer_where_more_people_answer(count: int, people: int, lies: Band) -> None:
    assert band(count, people) == lies


def test_a_median_between_two_answers_is_a_half() -> None:
    assert figures(1, 4, 5, 4, 5, 5).items[0].median == 4.5


@pytest.mark.parametrize(
    "sheet",
    [
        {},
        dict.fromkeys(HALFWAY.ids[1:], 3),
        dict.fromkeys(HALFWAY.ids, 6),
        dict.fromkeys([*HALFWAY.ids, "more"], 3),
    ],
)
def test_a_sheet_that_isnt_whole_isnt_taken(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="each item"):
        added(nobody_yet(HALFWAY), sheet)


def test_what_isnt_answered_yet_is_asked_for_in_order() -> None:
    sheet = dict.fromkeys(HALFWAY.ids, DOES_NOT_APPLY) | {"dates": 9}
    del sheet["safe"]

    assert open_items(HALFWAY, sheet) == ("safe", "dates")


def test_two_moments_stand_beside_each_other_where_enough_people_answered_at_both() -> None:
    few = all_answer(3, 3, 3, 3, 3)
    few = {**few, "dates": {**dict.fromkeys(CHOICES, 0), 3: 4, DOES_NOT_APPLY: 1}}
    before = figures_of(HALFWAY, few, asked=5)
    later = figures(4, 4, 5, 5, 5, of=END)

    beside = {pair.item.id: pair.before is not None for pair in pairs(END, later, before)}

    assert [id for id, is_there in beside.items() if is_there] == [
        id for id in END.ids if id in HALFWAY.ids and id != "dates"
    ]
    assert [pair.before for pair in pairs(END, later, None)] == [None] * len(END.items)


def test_nothing_earlier_stands_beside_an_item_that_is_hidden_now() -> None:
    hidden = {**all_answer(4, 4, 4, 4, 4, of=END), "safe": dict.fromkeys(CHOICES, 0)}
    now = figures_of(END, hidden, asked=5)
    assert now is not None

    [first, *_rest] = pairs(END, now, figures(3, 3, 3, 3, 3))

    assert (first.item.id, first.now, first.before) == ("safe", None, None)


@given(answered=st.integers(0, 4), asked=st.integers(5, 500))
def test_while_it_is_open_fewer_than_five_answers_look_alike(answered: int, asked: int) -> None:
    assert progress(answered=answered, asked=asked) is Progress.TOO_FEW_YET


@given(asked=st.integers(0, 4), data=st.data())
def test_below_five_people_there_is_no_progress_to_see(asked: int, data: st.DataObject) -> None:
    assert progress(answered=data.draw(st.integers(0, asked)), asked=asked) is Progress.TOO_FEW_ASKED


def test_progress_is_told_in_bands() -> None:
    assert [progress(answered=many, asked=20) for many in (4, 9, 10, 15, 16)] == [
        Progress.TOO_FEW_YET, Progress.UNDER_HALF, Progress.TO_THREE_QUARTERS, Progress.TO_THREE_QUARTERS, Progress.MORE,
    ]  # fmt: skip
