"""The shipped methods and blocks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kring.core.methods.load import BLOCKS, load_block, load_blocks, load_library, load_method
from kring.core.methods.method import CardKind, Level, Method, Place, Role, Shown
from kring.core.methods.shortlist import TO_START_WITH
from tests.core.methods.files import METHODS, plain, presenter_last, written

EVENING = 120  # minutes of the usual meeting
SHOUTING = re.compile("[!\N{GRINNING FACE}-\N{PERSON WITH FOLDED HANDS}]")  # exclamation marks and emoji


@pytest.mark.parametrize("path", METHODS, ids=lambda path: path.stem)
def test_every_method_is_read_without_a_fault(path: Path) -> None:
    assert load_method(path).id == path.stem


@pytest.mark.parametrize("path", sorted(BLOCKS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_block_is_read_without_a_fault(path: Path) -> None:
    assert load_block(path).id == path.stem


def test_library_begins_with_the_few_to_start_with() -> None:
    shipped = [method.id for method in load_library()]

    assert shipped[: len(TO_START_WITH)] == list(TO_START_WITH)
    assert sorted(shipped) == [path.stem for path in METHODS]


def test_after_the_few_to_start_with_the_harder_come_later() -> None:
    levels = [list(Level).index(method.level) for method in load_library()]

    assert levels == sorted(levels)


def test_no_method_is_called_like_another_page_of_the_library() -> None:
    assert {"compare", "booklet", "question", "advice"} & {method.id for method in load_library()} == set()


def test_blocks_are_those_around_a_method() -> None:
    assert set(load_blocks()) == {"arrival", "look_back", "choosing", "learning_round", "closing"}


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_method_at_its_least_fits_an_evening_with_the_usual_blocks(method: Method) -> None:
    around = sum(phase.minutes.usual for block in load_blocks().values() for phase in block.phases)

    least = sum(phase.minutes.least for phase in method.phases)

    assert around == 40
    assert around + least <= EVENING


def test_only_the_dilemma_method_doesnt_fit_an_evening_unhurried() -> None:
    longer = {method.id for method in load_library() if method.usual_minutes > EVENING - 40}

    assert longer == {"dilemma"}


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_presenter_has_the_last_word(method: Method) -> None:
    assert presenter_last(method)


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_each_role_hears_what_it_takes_upon_itself(method: Method) -> None:
    assert [task.role for task in method.roles] == list(Role)


@pytest.mark.parametrize("path", [*METHODS, *sorted(BLOCKS.glob("*.yaml"))], ids=lambda path: path.stem)
def test_texts_are_calm(path: Path) -> None:
    assert not SHOUTING.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*METHODS, *sorted(BLOCKS.glob("*.yaml"))], ids=lambda path: path.stem)
def test_every_file_names_its_schema_on_the_first_line(path: Path) -> None:
    kind = "block" if path.parent == BLOCKS else "method"

    assert (
        path.read_text(encoding="utf-8").splitlines()[0]
        == f"# yaml-language-server: $schema={kind}.schema.json"
    )


def test_presenter_sits_apart_where_the_sources_say_so() -> None:
    apart = {
        (method.id, phase.id, phase.presenter_place)
        for method in load_library()
        for phase in method.phases
        if phase.presenter_place is not Place.IN_THE_CIRCLE
    }

    assert apart == {
        ("incident-kort", "analysing", Place.OUT_OF_ROOM),
        ("sfrt", "reflecting", Place.LISTENING_ONLY),
        ("troika", "thinking_aloud", Place.LISTENING_ONLY),
        ("collegiaal-acht-stappen", "hypothesising", Place.LISTENING_ONLY),
        ("collegiaal-acht-stappen", "proposing", Place.LISTENING_ONLY),
        ("collegiaal-zes-fasen", "thinking_along", Place.LISTENING_ONLY),
        ("roddel", "gossiping", Place.LISTENING_ONLY),
        ("consultatie", "group_talk", Place.LISTENING_ONLY),
        ("bijschaven", "warm_feedback", Place.LISTENING_ONLY),
        ("bijschaven", "cool_feedback", Place.LISTENING_ONLY),
        ("balint-group", "imagining", Place.LISTENING_ONLY),
        ("reflecting", "first_reflection", Place.LISTENING_ONLY),
        ("reflecting", "second_reflection", Place.LISTENING_ONLY),
        ("raguse", "resonating", Place.LISTENING_ONLY),
    }


def test_balint_writes_nothing_down() -> None:
    balint = next(method for method in load_library() if method.id == "balint-group")

    assert [slot for phase in balint.phases for slot in phase.writing] == []


def test_votes_in_the_choosing_block_are_nameless_and_hidden() -> None:
    voting = next(phase for phase in load_blocks()["choosing"].phases if phase.id == "voting")

    assert [(slot.kind, slot.named, slot.shown, slot.most) for slot in voting.writing] == [
        (CardKind.BALLOT, False, Shown.TOGETHER, 1)
    ]


def test_a_method_read_from_text_equals_the_one_read_from_its_file() -> None:
    assert load_method(written(plain("basis"))) == next(
        method for method in load_library() if method.id == "basis"
    )


def test_there_is_something_for_a_circle_that_starts() -> None:
    assert [method.level for method in load_library()].count(Level.BEGINNER) >= 2
