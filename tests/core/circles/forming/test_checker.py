"""The second opinion finds each fault by its name, and adds up to the same points."""

from collections.abc import Callable

import msgspec
import pytest

from kring.core.circles.checker import check
from kring.core.circles.forming.people import Rules
from kring.core.circles.forming.tables import as_row
from tests.core.circles.forming.test_forming import social_worker

Rows = list[dict[str, str]]
RULES = msgspec.to_builtins(Rules())


def good() -> tuple[Rows, Rows]:
    people = [social_worker(f"p{number}", region="N") for number in range(8)]
    people.append(social_worker("coach", capacity=1, region="N"))
    placed = [
        {"circle": str(1 + number // 4), "id": f"p{number}", "role": "participant", "reason": ""}
        for number in range(8)
    ]
    placed.append({"circle": "", "id": "coach", "role": "participant", "reason": "leads"})
    placed.append({"circle": "1", "id": "coach", "role": "facilitator", "reason": ""})
    return [as_row(one) for one in people], placed


def test_a_good_division_passes() -> None:
    people, placed = good()

    assert check(people, RULES, placed).broken == ()


def person(people: Rows, id: str) -> dict[str, str]:
    return next(row for row in people if row["id"] == id)


def manager_put_in(people: Rows, placed: Rows) -> None:
    person(people, "p1")["manager_id"] = "p5"
    person(people, "p5")["manager_id"] = "p0"


def times_taken(people: Rows, placed: Rows) -> None:
    person(people, "p2")["slots"] = "mon-19"


def rather_not(people: Rows, placed: Rows) -> None:
    person(people, "p3")["not_with"] = "p0"


def too_large(people: Rows, placed: Rows) -> None:
    for row in placed:
        row["circle"] = row["circle"] and "1"
    people.append({**person(people, "p0"), "id": "p8"})
    placed.append({"circle": "1", "id": "p8", "role": "participant", "reason": ""})


def in_two_circles(people: Rows, placed: Rows) -> None:
    placed.append({"circle": "2", "id": "p0", "role": "participant", "reason": ""})


def another_profession(people: Rows, placed: Rows) -> None:
    person(people, "p4")["profession"] = "law"


def far_away(people: Rows, placed: Rows) -> None:
    person(people, "p4").update(region="S", online_ok="0")


def no_common_tongue(people: Rows, placed: Rows) -> None:
    person(people, "p4")["languages"] = "fr"


def left_out_without_a_word(people: Rows, placed: Rows) -> None:
    placed[-2]["reason"] = ""


def led_by_the_boss(people: Rows, placed: Rows) -> None:
    person(people, "p0")["manager_id"] = "coach"


def led_by_a_team_mate(people: Rows, placed: Rows) -> None:
    person(people, "p0")["team"] = person(people, "coach")["team"] = "t"


def leads_too_many(people: Rows, placed: Rows) -> None:
    placed.append({"circle": "2", "id": "coach", "role": "facilitator", "reason": ""})


FAULTS = {
    "authority": manager_put_in,
    "slots": times_taken,
    "not_with": rather_not,
    "size": too_large,
    "twice": in_two_circles,
    "profession": another_profession,
    "region": far_away,
    "language": no_common_tongue,
    "no_reason": left_out_without_a_word,
    "facilitator_authority": led_by_the_boss,
    "facilitator_team": led_by_a_team_mate,
    "capacity": leads_too_many,
}


@pytest.mark.parametrize("rule", FAULTS)
def test_each_fault_is_found(rule: str) -> None:
    people, placed = good()
    spoil: Callable[[Rows, Rows], None] = FAULTS[rule]

    spoil(people, placed)

    assert rule in {name for name, _who in check(people, RULES, placed).broken}
