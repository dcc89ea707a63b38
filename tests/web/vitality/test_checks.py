"""The blind self-check: nobody sees a sheet of another before it is closed, nor with fewer than four."""

from datetime import timedelta
from uuid import uuid4

from kring.web.people.belongings import held_of
from kring.web.vault.models import Sealed
from kring.web.vitality.models import CheckRound
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account, Join
from tests.web.vitality.conftest import begin_check, hand_in, met


def sheets(check: str, one: Account) -> int:
    return len(one.browser.get(f"{check}sheets/").json()["sealed"])


def test_small_circle_cant_be_blind(circle: Members, noor: Account) -> None:
    assert noor.browser.post(circle.path("checks/")).status_code == 422
    assert not CheckRound.objects.exists()


def test_second_who_begins_finds_the_first_ones(
    circle: Members, noor: Account, bram: Account, wei: Account
) -> None:
    assert begin_check(circle, noor) == begin_check(circle, bram)


def test_until_it_is_closed_everybody_has_their_own_sheet_alone(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account
) -> None:
    check = begin_check(circle, noor)
    for one in (noor, bram, imane):
        assert hand_in(circle, check, one).json() == {"closed": False}

    assert [sheets(check, one) for one in (noor, bram, imane, wei)] == [1, 1, 1, 0]


def test_closes_by_itself_when_everybody_answered(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account
) -> None:
    check = begin_check(circle, noor)
    answers = [hand_in(circle, check, one).json()["closed"] for one in (noor, bram, imane, wei)]

    assert answers == [False, False, False, True]
    assert [sheets(check, one) for one in (noor, wei)] == [4, 4]
    shown = noor.browser.get(f"{check}sheets/").json()["sealed"]
    assert {one["author"] for one in shown} == {"anonymous"}
    assert [one["item"] for one in shown] == sorted(one["item"] for one in shown)


def test_page_tells_how_many_and_not_who(circle: Members, noor: Account, bram: Account, wei: Account) -> None:
    check = begin_check(circle, noor)
    hand_in(circle, check, bram)

    page = noor.browser.get(check).content.decode()

    assert "1 van de 4" in page
    assert bram.name not in page


def test_sheet_may_be_changed_while_it_is_open(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account
) -> None:
    check, item = begin_check(circle, noor), uuid4()
    hand_in(circle, check, noor, item=item)

    assert hand_in(circle, check, noor, item=item, rev=2).status_code == 200
    assert hand_in(circle, check, noor).status_code == 409
    for one in (bram, imane, wei):
        hand_in(circle, check, one)
    assert hand_in(circle, check, noor, item=item, rev=3).json()["refused"] == "closed"


def test_nobody_takes_the_place_of_anothers_sheet(
    circle: Members, noor: Account, bram: Account, wei: Account
) -> None:
    check, item = begin_check(circle, noor), uuid4()
    hand_in(circle, check, noor, item=item)

    assert hand_in(circle, check, bram, item=item).status_code == 409
    assert hand_in(circle, check, bram, item=item, rev=2).status_code == 409


def test_can_be_closed_by_anybody_once_four_answered(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account, join: Join
) -> None:
    joost = join("Joost")
    circle.join(noor, joost, [noor, bram, imane, wei])
    check = begin_check(circle, noor)
    for one in (noor, bram, imane):
        hand_in(circle, check, one)
    assert joost.browser.post(f"{check}closing/").status_code == 409
    hand_in(circle, check, wei)

    assert joost.browser.post(f"{check}closing/").status_code == 302

    assert sheets(check, joost) == 4


def test_too_few_after_two_weeks_are_destroyed(
    circle: Members, noor: Account, bram: Account, wei: Account
) -> None:
    check = begin_check(circle, noor)
    hand_in(circle, check, noor)
    found = CheckRound.objects.get()
    found.opened_at -= timedelta(days=15)
    found.save()

    assert bram.browser.post(f"{check}closing/").status_code == 302

    assert not Sealed.objects.filter(field="check.sheet").exists()
    assert bram.browser.get(check).status_code == 200


def test_who_leaves_no_longer_holds_it_up(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account, join: Join
) -> None:
    joost = join("Joost")
    circle.join(noor, joost, [noor, bram, imane, wei])
    check = begin_check(circle, noor)
    for one in (noor, bram, imane):
        hand_in(circle, check, one)
    joost.browser.post(circle.path("leaving/"))
    circle.begin_epoch(noor, [noor, bram, imane, wei], why="remove")

    assert hand_in(circle, check, wei).json() == {"closed": True}


def test_download_of_what_is_held_tells_which_checks_one_answered(
    circle: Members, noor: Account, bram: Account, wei: Account
) -> None:
    hand_in(circle, begin_check(circle, noor), noor)

    assert [held["circle"] for held in held_of(noor.person)["vitality"]] == ["Kring Noord"]  # type: ignore[attr-defined]
    assert held_of(bram.person)["vitality"] == []


def test_it_is_time_for_one_before_the_fourth_meeting(
    circle: Members, noor: Account, bram: Account, imane: Account, wei: Account
) -> None:
    everybody = (noor, bram, imane, wei)
    waits = "Het is tijd voor een zelftoets"
    for weeks_ago in (12, 8):
        met(circle, *everybody, weeks_ago=weeks_ago)
    assert waits not in noor.browser.get(circle.path()).content.decode()
    met(circle, *everybody, weeks_ago=4)
    assert waits in noor.browser.get(circle.path()).content.decode()

    check = begin_check(circle, noor)
    assert "Een zelftoets wacht op jouw antwoord" in noor.browser.get(circle.path()).content.decode()
    for one in everybody:
        hand_in(circle, check, one)

    page = noor.browser.get(circle.path()).content.decode()
    assert waits not in page
    assert "Een zelftoets wacht op jouw antwoord" not in page
