"""Who may see and do what about turns: a member, somebody who left, somebody of another circle."""

from kring.web.circles.models import PlannedDate
from kring.web.rhythm.models import Answer, PathDeed, Readiness, SwapRequest, Turn
from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import ask, plan

PAGES = ["turns/", "turns/{date}/facilitate/", "turns/{date}/choose_method/", "path/"]
DEEDS: list[tuple[str, dict[str, str]]] = [
    ("turns/{date}/facilitate/taking/", {}),
    ("turns/{date}/choose_method/method/", {"method": "incident-kort"}),
    ("turns/readiness/", {"duty": "facilitate", "said": "rather_not"}),
    ("swaps/", {"duty": "facilitate", "offer": "{acct}//{date}"}),
    ("path/", {"deed": "step_back", "step": "self_guided"}),
    ("path/beginning/", {}),
]


def test_member_may_look_and_nobody_else(
    circle: Members, dates: list[PlannedDate], bram: Account, ruud: Account, olga: Account
) -> None:
    start(olga)

    for page in PAGES:
        address = circle.path(page.format(date=dates[0].pk))
        answers = [one.browser.get(address).status_code for one in (bram, ruud, olga)]
        assert (page, answers) == (page, [200, 404, 404])


def test_who_left_and_strangers_can_do_nothing(
    circle: Members, dates: list[PlannedDate], bram: Account, ruud: Account, olga: Account
) -> None:
    start(olga)

    for deed, given in DEEDS:
        values = {name: value.format(acct=bram.acct, date=dates[0].pk) for name, value in given.items()}
        address = circle.path(deed.format(date=dates[0].pk))
        answers = [one.browser.post(address, values).status_code for one in (ruud, olga)]
        assert (deed, answers) == (deed, [404, 404])

    tables = (Turn, Readiness, SwapRequest, PathDeed)
    assert [table.objects.count() for table in tables] == [0, 0, 0, 0]
    assert not circle.row.guided


def test_date_of_another_circle_is_nothing_here(circle: Members, noor: Account, olga: Account) -> None:
    [theirs] = plan(start(olga).row, 1)

    assert noor.browser.get(circle.path(f"turns/{theirs.pk}/facilitate/")).status_code == 404
    assert noor.browser.post(circle.path(f"turns/{theirs.pk}/facilitate/taking/")).status_code == 404
    assert noor.browser.get(circle.path(f"turns/{theirs.pk}/wash_up/")).status_code == 404


def test_request_is_answered_by_who_was_asked_and_withdrawn_by_who_asked(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    ask(circle, noor, bram, dates[0].pk, dates[1].pk)
    request = SwapRequest.objects.get()
    here = circle.path(f"swaps/{request.pk}/")

    assert [one.browser.post(f"{here}answer/", {"answer": "yes"}).status_code for one in (noor, imane)] == [
        404,
        404,
    ]
    assert [one.browser.post(f"{here}withdrawal/").status_code for one in (bram, imane)] == [404, 404]
    assert SwapRequest.objects.get().answer == Answer.NONE
    assert noor.browser.post(f"{here}withdrawal/").status_code == 302
    assert SwapRequest.objects.get().answer == Answer.WITHDRAWN


def test_nobody_from_outside_is_asked(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    noor.browser.post(circle.path(f"members/{bram.acct}/role/"), {"role": "coach"})

    assert ask(circle, noor, bram, dates[0].pk, "").status_code == 409
    assert (
        bram.browser.post(
            circle.path("turns/readiness/"), {"duty": "facilitate", "said": "ready"}
        ).status_code
        == 422
    )
