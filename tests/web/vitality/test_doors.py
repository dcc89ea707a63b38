"""Who may see how a circle does: its members, and nobody else."""

from uuid import uuid4

import pytest

from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account
from tests.web.vitality.conftest import begin_check, hand_in, met

PAGES = ["vitality/", "vitality/facts/"]


@pytest.mark.parametrize("page", PAGES)
def test_member_may_look(circle: Members, bram: Account, page: str) -> None:
    assert bram.browser.get(circle.path(page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_stranger_finds_nothing(circle: Members, olga: Account, page: str) -> None:
    start(olga)

    assert olga.browser.get(circle.path(page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_who_left_finds_nothing(circle: Members, ruud: Account, page: str) -> None:
    assert ruud.browser.get(circle.path(page)).status_code == 404


def test_check_is_for_members_alone(
    circle: Members, noor: Account, ruud: Account, wei: Account, olga: Account
) -> None:
    check = begin_check(circle, noor)
    start(olga)

    for one in (olga, ruud):
        assert one.browser.get(check).status_code == 404
        assert one.browser.get(f"{check}sheets/").status_code == 404
        assert one.browser.post(f"{check}closing/").status_code == 404
        assert one.browser.post(circle.path("checks/")).status_code == 404
        assert one.post(f"{check}sheets/", {"item": str(uuid4()), "rev": 1, "text": "AA"}).status_code == 404
    assert noor.browser.get(check).status_code == 200


def test_check_of_another_circle_isnt_found(circle: Members, noor: Account, wei: Account) -> None:
    check = begin_check(circle, noor)
    other = start(noor)

    elsewhere = check.replace(str(circle.id), str(other.id))

    assert noor.browser.get(elsewhere).status_code == 404
    assert noor.browser.get(f"{elsewhere}sheets/").status_code == 404


def test_sheets_arent_handed_out_with_the_other_texts(circle: Members, noor: Account, wei: Account) -> None:
    check = begin_check(circle, noor)
    assert hand_in(circle, check, noor).status_code == 200

    assert noor.browser.get(circle.path("sealed/?field=check.sheet")).json() == {"sealed": []}


def test_sheet_comes_by_its_own_door_only(circle: Members, noor: Account, wei: Account) -> None:
    check, item = begin_check(circle, noor), uuid4()
    assert circle.keep(noor, "check.sheet", item).status_code == 409
    assert hand_in(circle, check, noor, item=item).status_code == 200

    gone = noor.browser.delete(
        circle.path("sealed/"), {"item": str(item), "field": "check.sheet"}, content_type="application/json"
    )

    assert gone.status_code == 422
    assert len(noor.browser.get(f"{check}sheets/").json()["sealed"]) == 1


def test_rating_is_handed_out_without_a_name_or_an_hour(
    circle: Members, noor: Account, bram: Account
) -> None:
    assert circle.keep(bram, "meeting.rating", uuid4()).status_code == 200

    [rating] = noor.browser.get(circle.path("sealed/?field=meeting.rating")).json()["sealed"]

    assert (rating["author"], rating["mine"], rating["at"][11:19]) == ("anonymous", False, "00:00:00")


def test_order_of_ratings_says_nothing(circle: Members, noor: Account, bram: Account, imane: Account) -> None:
    items = [uuid4() for _ in range(6)]
    for one, item in zip((noor, bram, imane) * 2, items, strict=True):
        circle.keep(one, "meeting.rating", item)

    ratings = noor.browser.get(circle.path("sealed/?field=meeting.rating")).json()["sealed"]

    assert [rating["item"] for rating in ratings] == sorted(str(item) for item in items)


def test_course_is_written_once(circle: Members, noor: Account, bram: Account) -> None:
    held = met(circle, noor, bram)

    assert circle.keep(noor, "meeting.course", held.pk).status_code == 200
    assert circle.keep(bram, "meeting.course", held.pk).status_code == 409
    assert circle.keep(bram, "meeting.course", held.pk, rev=2).status_code == 409
