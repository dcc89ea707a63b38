"""Dividing people: no rule ever broken, everybody placed or truly not, the best there is where it is small."""

import pickle

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from kring.bench.population import population
from kring.core.circles.checker import check
from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.facilitators import with_facilitators
from kring.core.circles.forming.formed import Formed, Progress
from kring.core.circles.forming.forming import form
from kring.core.circles.forming.lineage import Lineage, RoundAndRound
from kring.core.circles.forming.people import Circle, Person, Rules, Season
from kring.core.circles.forming.reasons import Why
from kring.core.circles.forming.repair import join, leave
from kring.core.circles.forming.rules import broken
from kring.core.circles.forming.tables import answer_rows, as_row
from tests.core.circles.forming.population import (
    SMALL_RULES,
    least_cost,
    populations,
    possible_circles,
)

EVENINGS = frozenset({"mon-19", "tue-19", "wed-19", "thu-19"})


def social_worker(id: str, **known: object) -> Person:
    base = {"languages": frozenset({"nl"}), "slots": EVENINGS, "online": True, "organisation": id}
    return Person(id=id, profession="social work", **{**base, **known})  # type: ignore[arg-type]


def rows_of(formed: Formed) -> list[dict[str, str]]:
    return answer_rows(formed.circles, dict.fromkeys(formed.unplaced, "because"))


@settings(max_examples=15, deadline=None)
@given(people=populations(), season=st.sampled_from(Season))
def test_small_population_is_divided_as_well_as_can_be(people: tuple[Person, ...], season: Season) -> None:
    rules = msgspec.structs.replace(SMALL_RULES, season=season)
    formed = form(people, rules)

    assert formed.cost == least_cost(people, rules)
    assert formed.bound == formed.cost
    verdict = check([as_row(one) for one in people], msgspec.to_builtins(rules), rows_of(formed))
    assert verdict.broken == ()
    assert verdict.cost == formed.cost


@settings(max_examples=12, deadline=None)
@given(people=populations(least=3))
def test_reasons_are_true(people: tuple[Person, ...]) -> None:
    formed = form(people, SMALL_RULES)
    by_id, lineage = {one.id: one for one in people}, Lineage(people)
    circles = possible_circles(people, SMALL_RULES)

    assert [reason.who for reason in formed.left_out] == sorted(
        {one.id for one in people} - {member for circle in formed.circles for member in circle.members}
    )
    for reason in formed.left_out:
        could = any(reason.who in circle for circle in circles)
        assert could == (reason.why is Why.NOT_FOUND)
        if reason.change is not None:
            one = by_id[reason.who]
            changed = msgspec.structs.replace(
                one, online=one.online or reason.change.online, slots=one.slots | {*reason.change.slots}
            )
            assert reason.change.online or reason.change.slots
            there = [by_id[member] for member in formed.circles[reason.change.circle].members]
            assert broken([*there, changed], lineage, SMALL_RULES) == ()


@settings(max_examples=15, deadline=None)
@given(people=populations(least=5))
def test_late_joiner_is_placed_where_somebody_can_be(people: tuple[Person, ...]) -> None:
    *before, late = people
    circles = form(before, SMALL_RULES).circles
    lineage, by_id = Lineage(people), {one.id: one for one in people}

    repaired = join(late.id, circles, Everybody(people, SMALL_RULES))

    for circle in repaired.circles:
        assert broken([by_id[one] for one in circle.members], lineage, SMALL_RULES) == ()
    fits_at_once = any(
        broken([*(by_id[one] for one in circle.members), late], lineage, SMALL_RULES) == ()
        for circle in circles
    )
    if fits_at_once:
        assert repaired.moved == ()
    stayed = {one: number for number, circle in enumerate(circles) for one in circle.members}
    now = {one: number for number, circle in enumerate(repaired.circles) for one in circle.members}
    assert {one for one in stayed if now.get(one) != stayed[one]} == set(repaired.moved)


def test_circle_that_is_too_small_after_a_leaver_gets_somebody() -> None:
    people = [social_worker(f"p{number}") for number in range(9)]
    circles = (Circle(("p0", "p1", "p2", "p3")), Circle(("p4", "p5", "p6", "p7", "p8")))

    repaired = leave("p0", circles, Everybody(people, Rules()))

    assert [len(circle.members) for circle in repaired.circles] == [4, 4]
    assert len(repaired.moved) == 1
    assert repaired.unplaced == ()


def test_nobody_sits_with_whoever_stands_above_them() -> None:
    people = [social_worker("boss")]
    people += [social_worker("lead", manager="boss")]
    people += [social_worker(f"p{number}", manager="lead") for number in range(6)]

    formed = form(people, Rules())

    assert set(formed.unplaced) == {"boss", "lead"}
    assert [len(circle.members) for circle in formed.circles] == [6]


def test_managers_elsewhere_stand_above_their_people_too() -> None:
    people = [social_worker("above", manager="elsewhere"), social_worker("below", manager="above")]

    assert Lineage(people).between("above", "below")


def test_ring_of_managers_is_told() -> None:
    people = [social_worker("a", manager="b"), social_worker("b", manager="a")]

    with pytest.raises(RoundAndRound) as ring:
        Lineage(people)
    assert set(ring.value.people) == {"a", "b"}


def test_locked_circles_stay() -> None:
    people = [social_worker(f"p{number:02}") for number in range(12)]
    locked = Circle(("p00", "p05", "p07", "p11"), facilitator="p01")

    formed = form(people, Rules(), locked=[locked])

    assert formed.circles[0] == locked
    placed = [one for circle in formed.circles for one in circle.members]
    assert sorted(placed) == [one.id for one in people]


def test_same_people_and_seed_give_the_same_circles() -> None:
    people = population(30, 5)

    assert form(people, Rules(), seed=3) == form(people[::-1], Rules(), seed=3)


def test_stopped_at_once_everybody_was_looked_at_and_the_rules_are_kept() -> None:
    people = population(120, 2, "tight")
    lineage, by_id = Lineage(people), {one.id: one for one in people}
    heard: list[Progress] = []

    formed = form(people, Rules(), stop=lambda: True, progress=heard.append)

    assert not formed.is_whole
    assert len(formed.unplaced) < 60
    assert any(progress.has_answer for progress in heard)
    assert [progress.share for progress in heard] == sorted(progress.share for progress in heard)
    assert pickle.loads(pickle.dumps((formed, heard))) == (formed, heard)
    assert all(
        broken([by_id[one] for one in circle.members], lineage, Rules()) == () for circle in formed.circles
    )


def test_facilitator_has_no_say_over_anybody_and_isnt_from_the_team() -> None:
    people = [social_worker(f"p{number}", manager="boss", team="t", organisation="A") for number in range(5)]
    people += [
        social_worker("boss", capacity=2, organisation="A"),
        social_worker("colleague", capacity=2, team="t", organisation="A"),
        social_worker("coach", capacity=1, organisation="B"),
    ]
    circles = (Circle(tuple(f"p{number}" for number in range(5))),)

    assert with_facilitators(circles, Everybody(people, Rules()))[0].facilitator == "coach"
    assert with_facilitators(circles, Everybody(people[:-1], Rules()))[0].facilitator is None
