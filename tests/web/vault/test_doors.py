"""Who gets at a meeting's keys, and who hears that there is nothing."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kring.web.meetings.actions import destroy_content
from kring.web.meetings.models import Why
from kring.web.vault.models import Door
from tests.web.conftest import Visit, Visitor
from tests.web.keys import Link, Peer, key

FOR_MEMBERS = ["keys/", "share/"]


@pytest.mark.parametrize("address", FOR_MEMBERS)
def test_member_finds(bram: Visitor, address: str) -> None:
    assert bram.get(address).status_code == 200


@pytest.mark.parametrize("address", FOR_MEMBERS)
def test_stranger_finds_nothing(noor: Visitor, visit: Visit, address: str) -> None:
    stranger = visit(noor.link)

    assert stranger.get(address).status_code == 404


@pytest.mark.parametrize("address", FOR_MEMBERS)
def test_seat_of_another_meeting_opens_nothing(noor: Visitor, olga: Visitor, address: str) -> None:
    noor.browser.cookies["seat"] = olga.browser.cookies["seat"].value

    assert noor.get(address).status_code == 404


@pytest.mark.parametrize("address", FOR_MEMBERS)
def test_removed_member_finds_nothing(noor: Visitor, bram: Visitor, address: str) -> None:
    assert noor.begin_epoch([noor], why="remove").status_code == 200

    assert bram.get(address).status_code == 404


@pytest.mark.parametrize("address", FOR_MEMBERS)
def test_former_seat_finds_nothing_after_destruction(noor: Visitor, bram: Visitor, address: str) -> None:
    destroy_content(UUID(noor.link.meeting), Why.TERM, now=timezone.now())

    assert bram.get(address).status_code == 404


def test_somebody_at_the_door_waits(noor: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    imane.knock()

    assert (imane.get("keys/").status_code, imane.keys()) == (202, {"waiting": True})


def test_somebody_at_the_door_admits_nobody(noor: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    imane.knock()
    noor.browser, imane.browser = imane.browser, noor.browser

    assert noor.post("epochs/", {}).status_code == 404


def test_wrong_link_finds_nothing(noor: Visitor, visit: Visit) -> None:
    stranger = visit(noor.link)

    assert stranger.knock(door_token=key()).status_code == 404


def test_link_of_no_meeting_finds_nothing(visit: Visit) -> None:
    assert visit(Link()).knock().status_code == 404


def test_closed_door_lets_nobody_in(noor: Visitor, bram: Visitor, visit: Visit) -> None:
    assert bram.delete("door/").json() == {"door": "closed"}

    answer = visit(noor.link).knock()

    assert (answer.status_code, answer.json()["refused"]) == (403, "door_closed")


def test_forgotten_door_closes_by_itself(noor: Visitor, visit: Visit) -> None:
    Door.objects.update(closes_at=timezone.now() - timedelta(seconds=1))

    assert visit(noor.link).knock().status_code == 403


def test_only_members_close_the_door(noor: Visitor, visit: Visit) -> None:
    assert visit(noor.link).delete("door/").status_code == 404
    assert Door.objects.get().closed_at is None


def test_seat_is_not_for_somebody_else(noor: Visitor, bram: Visitor, visit: Visit) -> None:
    ruud = visit(noor.link)
    ruud.peer = Peer(acct=bram.peer.acct)

    answer = ruud.knock()

    assert (answer.status_code, answer.json()["refused"]) == (409, "seat_taken")


def test_own_seat_is_taken_again_with_new_keys_behind_a_closed_door(noor: Visitor, bram: Visitor) -> None:
    noor.delete("door/")
    bram.peer = Peer(acct=bram.peer.acct)

    assert bram.knock().status_code == 200
    assert bram.get("keys/").status_code == 202
    assert [waiting["rekey"] for waiting in noor.keys()["knocks"]] == [True]


def test_cookie_goes_to_this_meeting_and_no_script(noor: Visitor) -> None:
    cookie = noor.browser.cookies["seat"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (noor.link.path, True, "Strict")


def test_meeting_is_full(noor: Visitor, visit: Visit) -> None:
    Door.objects.filter(group=noor.link.meeting).update(admits=1)

    answer = visit(noor.link).knock()

    assert (answer.status_code, answer.json()["refused"]) == (403, "full")
