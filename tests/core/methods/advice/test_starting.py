"""The proposal for people of whom nothing is known."""

from __future__ import annotations

import pytest
from msgspec import structs

from kring.core.methods.advice import first_choice
from kring.core.methods.method import Rotation
from tests.core.methods.advice.situations import BY_ID, LIBRARY


def name_of(people: int | None, without: frozenset[str] = frozenset()) -> str | None:
    method = first_choice([method for method in LIBRARY if method.id not in without], people)
    return None if method is None else method.id


@pytest.mark.parametrize("people", [None, 4, 5, 6, 7, 8])
def test_a_usual_circle_begins_with_the_basic_method(people: int | None) -> None:
    assert name_of(people) == "basis"


def test_without_the_basic_method_it_is_the_incident_method() -> None:
    assert name_of(6, without=frozenset({"basis"})) == "incident-kort"


def test_without_both_it_is_another_one_for_any_question() -> None:
    other = name_of(6, without=frozenset({"basis", "incident-kort"}))

    assert other is not None
    assert len(BY_ID[other].suits) >= 2


def test_three_people_are_not_sent_into_a_special_form() -> None:
    assert name_of(3) not in {"troika", "vijf-minuten"}


def test_a_form_in_which_everybody_presents_is_not_for_a_start() -> None:
    basis = BY_ID["basis"]
    last = structs.replace(basis.phases[-1], next_presenter=Rotation(basis.phases[0].id))

    assert first_choice([structs.replace(basis, phases=(*basis.phases[:-1], last))], 6) is None


def test_one_person_is_no_circle() -> None:
    assert name_of(1) is None
