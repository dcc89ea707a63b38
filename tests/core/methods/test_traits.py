"""What is told of a method from its phases alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kring.core.methods.load import load_library
from kring.core.methods.method import Floor, Level, Loop, Method, Mode, Rotation
from kring.core.methods.naming import name_of
from kring.core.methods.shortlist import TO_START_WITH, shortlist
from kring.core.methods.traits import (
    Mood,
    goes_round,
    minutes_apart,
    minutes_at_least,
    minutes_with,
    mood_of,
    sound_of,
    works_on_paper,
    works_on_phone,
)

LIBRARY = {method.id: method for method in load_library()}


def all_in(method: Method, mode: Mode) -> Method:
    """The same method with every phase held in one way."""
    floor = Floor(mode=mode)
    return replace(method, phases=tuple(replace(phase, floor=floor) for phase in method.phases))


@pytest.mark.parametrize(
    ("mode", "mood"),
    [
        (Mode.SILENT_WRITING, Mood.QUIET),
        (Mode.MONOLOGUE, Mood.QUIET),
        (Mode.ROUND_ROBIN, Mood.MIXED),
        (Mode.OPEN_FLOOR, Mood.LIVELY),
    ],
)
def test_mood_follows_what_the_minutes_are_spent_on(mode: Mode, mood: Mood) -> None:
    assert mood_of(all_in(LIBRARY["basis"], mode)) is mood


def test_every_mood_has_methods() -> None:
    assert {mood_of(method) for method in LIBRARY.values()} == set(Mood)


def test_method_with_one_presenter_takes_as_long_for_any_circle() -> None:
    basis = LIBRARY["basis"]

    assert [minutes_with(basis, people) for people in (4, 8)] == [basis.usual_minutes] * 2


def test_method_that_goes_round_takes_its_minutes_for_each() -> None:
    troika = LIBRARY["troika"]

    assert goes_round(troika)
    assert minutes_at_least(troika) == 3 * troika.usual_minutes


def test_only_what_is_done_again_counts_again() -> None:
    basis = LIBRARY["basis"]
    second, last = basis.phases[1], basis.phases[-1]
    round_from_second = replace(last, next_presenter=Rotation(to=second.id))
    method = replace(basis, phases=(*basis.phases[:-1], round_from_second))

    again = basis.usual_minutes - basis.phases[0].minutes.usual
    assert minutes_with(method, 4) == basis.usual_minutes + 3 * again


def test_going_back_is_not_going_round() -> None:
    basis = LIBRARY["basis"]
    last = replace(basis.phases[-1], loop=Loop(to=basis.phases[0].id, most=1, decided_by=()))

    assert not goes_round(replace(basis, phases=(*basis.phases[:-1], last)))


def test_paper_doesnt_do_where_cards_have_no_name() -> None:
    assert works_on_paper(LIBRARY["basis"])
    assert not works_on_paper(LIBRARY["tien-stappen"])


def test_phone_doesnt_do_for_acting_or_for_many_boxes_at_once() -> None:
    assert works_on_phone(LIBRARY["basis"])
    assert [works_on_phone(LIBRARY[name]) for name in ("clinic", "starr")] == [False, False]


def test_minutes_apart_are_those_turned_away_or_out_of_the_room() -> None:
    assert [minutes_apart(LIBRARY[name]) for name in ("roddel", "incident-kort", "basis")] == [12, 10, 0]


@pytest.mark.parametrize("method", LIBRARY.values(), ids=lambda method: method.id)
def test_everything_that_is_told_has_a_name(method: Method) -> None:
    words = (method.level, method.exposure, *method.suits, mood_of(method))
    words += tuple(word for phase in method.phases for word in (phase.floor.mode, sound_of(phase)))

    assert [word for word in words if not name_of(word).nl or not name_of(word).en] == []


def test_shortlist_is_short_for_beginners_and_has_one_presenter() -> None:
    listed = shortlist(load_library())

    assert tuple(method.id for method in listed) == TO_START_WITH
    assert 4 <= len(listed) <= 7
    assert {method.level for method in listed} == {Level.BEGINNER}
    assert not any(goes_round(method) for method in listed)


def test_chosen_method_leads_the_shortlist() -> None:
    listed = shortlist(load_library(), LIBRARY["dilemma"])

    assert [method.id for method in listed] == ["dilemma", *TO_START_WITH]


def test_chosen_method_that_is_on_the_shortlist_stays_in_its_place() -> None:
    assert shortlist(load_library(), LIBRARY["basis"]) == shortlist(load_library())
