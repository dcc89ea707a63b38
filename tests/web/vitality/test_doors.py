"""What members get of each other's answers, ratings and courses, and what nobody does."""

from uuid import uuid4

from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.vitality.conftest import begin_check, hand_in, met


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
