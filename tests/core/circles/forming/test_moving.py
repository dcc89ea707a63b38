"""Changes by hand: which rule or wish they cost, without any search; and why somebody sits where they sit."""

import pickle

import pytest
from hypothesis import given, settings

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.explaining import explain, why_here
from kring.core.circles.forming.moving import faults_of, has_time, lead, move, swap
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Circle, Person, Rules, Season
from kring.core.circles.forming.repair import join, leave
from kring.core.circles.forming.rules import Broken, Rule, broken
from kring.core.circles.forming.season import after_season
from kring.core.circles.forming.telling import told_explained, told_here, told_moved, told_slot
from kring.core.circles.forming.wishes import cost_of
from tests.core.circles.forming.population import SMALL_RULES, populations
from tests.core.circles.forming.test_forming import social_worker

CIRCLES = (Circle(("p0", "p1", "p2", "p3", "p4")), Circle(("p5", "p6", "p7", "p8", "p9"), "coach"))


def ten(**known: dict[str, object]) -> Everybody:
    people = [social_worker(f"p{number}", **known.get(f"p{number}", {})) for number in range(10)]
    return Everybody([*people, social_worker("coach", capacity=1)], Rules())


def test_move_tells_the_line_of_authority_it_makes() -> None:
    everybody = ten(p7={"manager": "p0"})

    moved = move("p0", CIRCLES, everybody, into=1)

    assert [(fault.place, fault.broken) for fault in moved.broken] == [
        (1, Broken(Rule.AUTHORITY, ("p7", "p0")))
    ]
    assert [len(circle.members) for circle in moved.circles] == [4, 6]
    assert told_moved(moved, everybody.rules, "nl")[0] == "Kring 2: een gezagslijn (p7 en p0)."


def test_move_under_a_facilitator_who_is_their_manager_is_told() -> None:
    moved = move("p0", CIRCLES, ten(p0={"manager": "coach"}), into=1)

    assert [fault.broken for fault in moved.broken] == [Broken(Rule.AUTHORITY, ("coach", "p0"))]


def test_who_would_rather_not_is_named_to_nobody() -> None:
    everybody = ten(p7={"not_with": frozenset({"p0"})})

    told = told_moved(move("p0", CIRCLES, everybody, into=1), everybody.rules, "nl")

    assert told[0] == "Kring 2: een reden die alleen de indeling kent."


def test_circle_left_too_small_is_told_with_its_number() -> None:
    circles = (Circle(("p0", "p1", "p2", "p3")), *CIRCLES[1:])
    everybody = ten()

    told = told_moved(move("p0", circles, everybody, into=None), everybody.rules, "en")

    assert told[0] == "Circle 1 becomes too small: 3, and it takes at least 4."


def test_taking_somebody_out_counts_as_leaving_them_out() -> None:
    moved = move("p0", CIRCLES, ten(), into=None)

    assert moved.placed == -1
    assert moved.more == moved.after.total - moved.before.total + NOT_PLACED * SCALE


def test_swap_costs_what_both_circles_cost_after() -> None:
    everybody = ten(p0={"seniority": 30}, p5={"seniority": 0}, p6={"seniority": 30})

    moved = swap("p0", "p5", CIRCLES, everybody)

    assert moved.circles[0].members == ("p5", "p1", "p2", "p3", "p4")
    costs = [cost_of(everybody.of(circle.members), everybody.rules).total for circle in moved.circles]
    assert moved.after.total == sum(costs)
    assert moved.more < 0
    assert told_moved(moved, everybody.rules, "nl") == ("Dit komt ten goede aan ervaring.",)


def test_leading_where_one_sits_is_told_and_time_is_counted() -> None:
    everybody = ten()

    assert [fault.broken.rule for fault in lead("p5", CIRCLES, everybody, place=1).broken] == [Rule.TWO_ROLES]
    assert not has_time("coach", CIRCLES, everybody)


@settings(max_examples=60, deadline=None)
@given(people=populations(least=6))
def test_a_move_tells_just_the_rules_that_the_circles_then_break(people: tuple[Person, ...]) -> None:
    everybody = Everybody(people, SMALL_RULES)
    ids = [one.id for one in people]
    circles = (Circle(tuple(ids[:3])), Circle(tuple(ids[3:])))
    before = {
        (place, fault) for place, circle in enumerate(circles) for fault in faults_of(circle, everybody)
    }

    moved = move(ids[0], circles, everybody, into=1)

    after = {
        (place, fault)
        for place, circle in enumerate(moved.circles)
        for fault in broken(everybody.of(circle.members), everybody.lineage, SMALL_RULES)
    }
    assert {(fault.place, fault.broken) for fault in moved.broken} == after - before
    assert pickle.loads(pickle.dumps(moved)) == moved


def test_a_circle_explains_itself() -> None:
    everybody = ten(
        p0={"goals": frozenset({"grenzen", "feedback"}), "seniority": 3},
        p1={"goals": frozenset({"grenzen"}), "seniority": 12},
    )

    explained = explain(CIRCLES[0], everybody)

    assert explained.goals == (("grenzen", 2),)
    assert explained.years == (0, 12)
    assert explained.broken == ()
    assert told_explained(explained, "nl")["meets"][0] == "maandagavond (19 uur)"
    assert told_slot("als het kan", "nl") == "als het kan"


def test_somebody_hears_why_they_sit_here_and_not_elsewhere() -> None:
    everybody = ten(
        p0={"manager": "p7", "goals": frozenset({"grenzen"})}, p1={"goals": frozenset({"grenzen"})}
    )

    here = why_here("p0", CIRCLES, everybody)

    assert here is not None
    assert here.goals == (("grenzen", 1),)
    assert here.kept_from == {Rule.AUTHORITY: 1}
    told = told_here(here, 4, "nl")
    assert told[0] == "Je deelt wensen met anderen in deze kring: grenzen (met 1)."
    assert told[-1] == "Van 1 andere kringen in jouw vak vallen af: 1 door een gezagslijn."


def test_late_joiner_doesnt_come_under_a_facilitator_who_is_their_manager() -> None:
    people = [*ten().by_id.values(), social_worker("late", manager="coach")]

    repaired = join("late", CIRCLES, Everybody(people, Rules()))

    assert "late" in repaired.circles[0].members
    assert repaired.circles[1] == CIRCLES[1]


def test_late_joiner_isnt_put_in_a_closed_circle() -> None:
    people = [*ten().by_id.values(), social_worker("late")]

    repaired = join("late", CIRCLES, Everybody(people, Rules()), closed={0})

    assert "late" in repaired.circles[1].members


def test_facilitator_who_leaves_leads_no_more() -> None:
    repaired = leave("coach", CIRCLES, ten())

    assert [circle.facilitator for circle in repaired.circles] == [None, None]
    assert repaired.circles[1].members == CIRCLES[1].members


@pytest.mark.parametrize("season", Season)
def test_season_mixes_or_keeps(season: Season) -> None:
    people = after_season(ten().by_id.values(), CIRCLES)
    rules = Rules(season=season)
    by_id = {one.id: one for one in people}

    same = cost_of([by_id[one] for one in CIRCLES[0].members], rules).repeat
    mixed = cost_of([by_id[one] for one in ("p0", "p1", "p5", "p6", "p7")], rules).repeat

    assert (same < mixed) == (season is Season.KEEP)


def test_what_lies_further_back_than_two_seasons_is_forgotten() -> None:
    [one] = after_season([social_worker("p0", past=frozenset({"s1:7", "s2:3"}))], CIRCLES)

    assert one.past == {"s1:00001", "s2:7"}
