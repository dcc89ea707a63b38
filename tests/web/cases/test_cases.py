"""What the server holds to with cases it can't read: not before all agreed, nobody for another, and how many lie ready."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from kring.web.cases.queries import Stock, stock_of, turn_of, unmarked_after
from kring.web.circles.access import circle_for
from kring.web.circles.models import Held, Membership, PlannedDate, Role
from tests.web import keys
from tests.web.circles.conftest import Members, answer, assent, put_rules
from tests.web.people.conftest import Account


def stock(circle: Members, one: Account) -> Stock:
    return stock_of(circle_for(one.person, circle.id))


def offered(circle: Members, one: Account) -> UUID:
    case = uuid4()
    assert circle.keep(one, "case.offered", case).status_code == 200
    return case


def held(circle: Members, *, weeks_ago: int) -> Held:
    at = timezone.now() - timedelta(weeks=weeks_ago)
    return circle.row.held.create(
        id=uuid4(), opened_at=at, closed_at=at + timedelta(hours=2), method="incident-kort", minutes=120
    )


def test_no_case_before_everybody_has_agreed(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    case = uuid4()

    refused = circle.keep(noor, "case.offered", case)

    assert (refused.status_code, refused.json()["refused"]) == (409, "not_agreed")
    for one in (noor, bram, imane):
        answer(circle, one)
    version = put_rules(circle, noor)
    for one in (noor, bram, imane):
        assent(circle, one, version)
    assert circle.keep(noor, "case.offered", case).status_code == 200


def test_no_case_while_a_line_of_authority_runs_through_the_circle(
    agreed: Members, noor: Account, bram: Account
) -> None:
    answer(agreed, bram, **{str(noor.acct): "above"})

    assert agreed.keep(noor, "case.offered", uuid4()).json()["refused"] == "not_agreed"


def test_no_case_while_confidence_is_broken(agreed: Members, noor: Account, bram: Account) -> None:
    case = offered(agreed, noor)
    bram.browser.post(agreed.path("confidence/"), {"deed": "stop", "seen": "0"})

    assert agreed.keep(noor, "case.offered", case, rev=2).json()["refused"] == "not_agreed"


def test_writing_for_oneself_is_never_refused(circle: Members, noor: Account, bram: Account) -> None:
    box = {"id": str(uuid4()), "salt": keys.key()}
    noor.post(circle.path("own-box/"), box)

    assert circle.keep(noor, "case.own", uuid4(), box=box["id"]).status_code == 200
    assert bram.browser.get(circle.path("sealed/?field=case.own")).json() == {"sealed": []}


def test_newcomer_stops_new_cases_and_not_the_withdrawing_of_one(
    agreed: Members, noor: Account, bram: Account, imane: Account, olga: Account
) -> None:
    case = offered(agreed, noor)
    agreed.join(noor, olga, [noor, bram, imane])

    assert agreed.keep(noor, "case.offered", case, rev=2).status_code == 409
    body = {"item": str(case), "field": "case.offered"}
    assert noor.browser.delete(agreed.path("sealed/"), body, "application/json").status_code == 200
    assert stock(agreed, noor) == Stock(0, 0)


def test_stock_counts_what_wasn_t_brought_yet(agreed: Members, noor: Account, bram: Account) -> None:
    mine = offered(agreed, noor)
    offered(agreed, bram)
    assert stock(agreed, noor) == Stock(ready=2, mine=1)

    assert agreed.keep(noor, "case.brought", mine).status_code == 200

    assert stock(agreed, noor) == Stock(ready=1, mine=0)
    assert "Er ligt 1 casus klaar." in noor.browser.get(agreed.path()).content.decode()


def test_nobody_says_of_another_s_case_that_it_was_brought(
    agreed: Members, noor: Account, bram: Account
) -> None:
    case = offered(agreed, noor)

    refused = agreed.keep(bram, "case.brought", case)

    assert (refused.status_code, refused.json()["refused"]) == (409, "not_yours")
    assert stock(agreed, noor) == Stock(1, 1)


def test_who_leaves_takes_their_cases_along(agreed: Members, noor: Account, imane: Account) -> None:
    agreed.keep(imane, "case.brought", offered(agreed, imane))
    offered(agreed, imane)
    offered(agreed, noor)

    imane.browser.post(agreed.path("leaving/"))

    texts = noor.browser.get(agreed.path("sealed/?field=case.offered&field=case.brought")).json()["sealed"]
    assert [text["author"] for text in texts] == [str(noor.acct)]


def test_only_after_a_turn_for_everybody_the_browser_is_asked_to_look(agreed: Members, noor: Account) -> None:
    PlannedDate.objects.create(circle=agreed.row, starts_at=timezone.now() + timedelta(days=9), minutes=120)
    Membership.objects.update(joined_at=timezone.now() - timedelta(weeks=20))

    asked = []
    for week in range(4):
        asked.append(turn_of(circle_for(noor.person, agreed.id), timezone.now()) is not None)
        held(agreed, weeks_ago=1 + week)

    assert asked == [False, False, False, True]


def test_nobody_is_reminded_whose_case_lies_ready_or_who_leads(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    PlannedDate.objects.create(circle=agreed.row, starts_at=timezone.now() + timedelta(days=9), minutes=120)
    Membership.objects.update(joined_at=timezone.now() - timedelta(weeks=20))
    for week in range(4):
        held(agreed, weeks_ago=1 + week)
    offered(agreed, noor)
    Membership.objects.filter(person=bram.person).update(role=Role.FACILITATOR)

    reminded = [
        turn_of(circle_for(one.person, agreed.id), timezone.now()) is not None for one in (noor, bram, imane)
    ]

    assert reminded == [False, False, True]


def test_meeting_asks_whose_case_it_was_of_who_has_one_lying(
    agreed: Members, noor: Account, bram: Account
) -> None:
    meeting = held(agreed, weeks_ago=1)
    offered(agreed, noor)

    def asks(one: Account) -> bool:
        return unmarked_after(circle_for(one.person, agreed.id), meeting, timezone.now()) is not None

    assert (asks(noor), asks(bram)) == (True, False)
    assert noor.browser.get(agreed.path(f"meetings/{meeting.pk}/")).status_code == 200


def test_stock_takes_the_same_few_questions_to_the_database(
    agreed: Members, noor: Account, bram: Account
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            noor.browser.get(agreed.path("cases/"))
        return len(asked)

    offered(agreed, noor)
    with_one = questions()
    for one in (noor, bram):
        offered(agreed, one)
        held(agreed, weeks_ago=2)

    assert questions() == with_one


@pytest.mark.parametrize("name", ["case.own", "case.offered", "case.brought"])
def test_what_isnt_sealed_is_refused(agreed: Members, noor: Account, name: str) -> None:
    body = {"item": str(uuid4()), "field": name, "rev": 1, "text": "I said nothing, and it hurt"}
    if name == "case.brought":
        agreed.keep(noor, "case.offered", uuid4())

    assert noor.post(agreed.path("sealed/"), body).status_code in {409, 422}
    texts = noor.browser.get(agreed.path(f"sealed/?field={name}")).json()["sealed"]
    assert texts == []
