"""Companions through every shipped method, on the engine itself: what they decide, without a line or a key."""

from datetime import timedelta

import pytest

from kring.client.companions import FAST, HUMAN
from kring.core.growth.load import load_exercises
from kring.core.meetings import (
    Agenda,
    Pace as WayToMeet,
    Part,
    PartKind,
    Shelf,
    Stage,
    compose,
    unroll,
    usual,
)
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import CardKind, Method
from tests.client.companions.circle import BEGIN, Circle, plan_of

METHODS = load_library()


def sizes(method: Method) -> list[int]:
    return sorted({method.group.least, method.group.most})


@pytest.mark.parametrize(
    ("method", "people"),
    [(method, size) for method in METHODS for size in sizes(method)],
    ids=lambda part: getattr(part, "id", part),
)
def test_companions_carry_every_method_to_its_end(method: Method, people: int) -> None:
    circle = Circle(plan_of(method), people)

    circle.meet()

    assert circle.state.stage is Stage.CLOSED
    assert circle.refused == []


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_a_practice_meeting_fits_in_an_evening_and_everybody_takes_part(method: Method) -> None:
    circle = Circle(plan_of(method), 5, HUMAN)

    circle.meet()

    assert timedelta(minutes=10) < circle.now - BEGIN < timedelta(minutes=60)
    assert all(person.turns > 0 for person in circle.state.people.values())
    assert {entry.by for entry in circle.state.entries.values()} == set(circle.state.people)


def test_a_fast_party_waits_for_nothing_but_silence() -> None:
    circle = Circle(plan_of(METHODS[0]), 5, FAST)

    circle.meet()

    assert circle.now - BEGIN < timedelta(seconds=10)


def test_same_seed_same_meeting() -> None:
    one, other = (Circle(plan_of(METHODS[0]), 5, seed=7) for _ in range(2))

    one.meet()
    other.meet()

    assert one.events == other.events


def test_whose_case_it_is_was_voted_for() -> None:
    circle = Circle(plan_of(METHODS[0]), 5)

    circle.meet()

    kinds = {slot.id: slot.kind for phase in circle.state.plan.phases for slot in phase.phase.writing}
    votes = [entry.text for entry in circle.state.entries.values() if kinds[entry.slot] is CardKind.BALLOT]
    most = max(votes.count(offer) for offer in votes)
    assert circle.state.chosen in {offer for offer in votes if votes.count(offer) == most}


def test_no_two_companions_ask_the_same() -> None:
    circle = Circle(plan_of(METHODS[0]), 4)

    circle.meet()

    kinds = {slot.id: slot.kind for phase in circle.state.plan.phases for slot in phase.phase.writing}
    advice = [entry.text for entry in circle.state.entries.values() if kinds[entry.slot] is CardKind.ADVICE]
    assert len(advice) == len(set(advice)) > 0


def test_companions_bring_two_cases_by_two_people_with_an_exercise_in_between() -> None:
    usual_two = usual(METHODS[0], load_blocks(), 150)
    exercise = Part(kind=PartKind.EXERCISE, id=load_exercises()[0].id)
    shelf: Shelf = {
        PartKind.BLOCK: load_blocks(),
        PartKind.METHOD: {METHODS[0].id: METHODS[0]},
        PartKind.EXERCISE: {exercise.id: load_exercises()[0]},
    }
    agenda = Agenda(parts=(*usual_two.parts[:4], exercise, *usual_two.parts[4:]), minutes=170)
    circle = Circle(unroll(agenda, shelf), 5)

    circle.meet()

    brought = {person.presented_in for person in circle.state.people.values()}
    assert (circle.state.stage, circle.refused) == (Stage.CLOSED, [])
    assert brought == {None, 1, 2}
    done = {circle.state.plan.phases[entry.phase].block for entry in circle.state.entries.values()}
    assert exercise.id in done


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_companions_hold_every_method_over_days_too(method: Method) -> None:
    circle = Circle(compose(method, load_blocks(), pace=WayToMeet.DAYS), method.group.least)

    circle.meet()

    assert circle.refused == []
    assert sum(person.turns for person in circle.state.people.values()) == 0
