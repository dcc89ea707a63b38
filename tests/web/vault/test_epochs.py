"""Letting people in and out: the books stay in order, whoever is first."""

from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kring.web.vault.actions import give_up_seat
from kring.web.vault.queries import walls_now
from tests.web import keys
from tests.web.conftest import Visit, Visitor
from tests.web.keys import Peer


def test_newcomer_gets_the_new_key_and_later_the_earlier_one(noor: Visitor, bram: Visitor) -> None:
    before = bram.keys()

    answer = noor.post("grants/", {"acct": bram.peer.acct, "grants": {"0": keys.key(80)}})

    assert list(before["grants"]) == ["1"]
    assert list(before["proofs"]) == ["1"]
    assert noor.keys()["lacking"] == []
    assert answer.json() == {"granted": 1}
    assert list(bram.keys()["grants"]) == ["0", "1"]


def test_members_see_who_lacks_earlier_keys(noor: Visitor, bram: Visitor) -> None:
    assert noor.keys()["lacking"] == [{"acct": bram.peer.acct, "epochs": [0]}]


def test_chain_is_told_from_where_one_has_it(noor: Visitor, bram: Visitor) -> None:
    whole = noor.keys()

    later = [noor.get(f"keys/?since={since}").json() for since in ("1", "2", "9", "-1", "x")]

    assert [one["epochs"] for one in later] == [whole["epochs"][1:], [], [], whole["epochs"], whole["epochs"]]
    assert all({**one, "epochs": []} == {**whole, "epochs": []} for one in later)


def test_members_see_who_knocks(noor: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    knock = keys.knock(noor.link, imane.peer)
    imane.post("door/", knock)

    assert noor.keys()["knocks"] == [
        {
            "acct": imane.peer.acct,
            "member": imane.peer.member,
            "mac": knock["mac"],
            "rekey": False,
            "lacks_epochs": [0],
        }
    ]


def test_second_to_let_somebody_in_is_too_late(noor: Visitor, bram: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    imane.knock()
    everybody = [noor, bram, imane]
    newest = bram.keys()["epochs"]
    late = keys.statement(
        noor.link,
        epoch=2,
        by=bram.peer,
        members=[who.peer for who in everybody],
        why="add",
        prev=keys.hash_of(newest[-1]),
    )

    first = noor.begin_epoch(everybody, admitted=[imane])
    second = bram.post("epochs/", keys.epoch(late, [who.peer for who in everybody], [imane.peer]))

    assert first.json() == {"epoch": 2}
    assert (second.status_code, second.json()["refused"]) == (409, "too_late")
    assert len(imane.keys()["epochs"]) == 3


def test_new_keys_make_the_old_grants_void(noor: Visitor, bram: Visitor) -> None:
    bram.peer = Peer(acct=bram.peer.acct)
    bram.knock()

    assert noor.begin_epoch([noor, bram], why="rekey", admitted=[bram]).status_code == 200

    assert list(bram.keys()["grants"]) == ["2"]
    assert noor.keys()["lacking"] == [{"acct": bram.peer.acct, "epochs": [0, 1]}]


def test_nobody_is_let_in_who_did_not_knock(noor: Visitor, visit: Visit) -> None:
    ghost = visit(noor.link)

    assert noor.begin_epoch([noor, ghost], admitted=[ghost]).status_code == 422
    assert len(noor.keys()["epochs"]) == 1


def test_nobody_is_let_in_with_other_keys_than_they_knocked_with(noor: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    imane.knock()
    imane.peer = Peer(acct=imane.peer.acct)

    assert noor.begin_epoch([noor, imane], admitted=[imane]).status_code == 422


@pytest.mark.parametrize(
    "twist",
    [
        {"grants": {}},
        {"grants": {"11111111-1111-4111-8111-111111111111": keys.key(80)}},
        {"proofs": {"11111111-1111-4111-8111-111111111111": keys.key()}},
        {"box": {"id": "11111111-1111-4111-8111-111111111111", "salt": "zout" * 10 + "zou"}},
    ],
)
def test_epoch_whose_parts_do_not_agree_is_refused(noor: Visitor, twist: dict[str, Any]) -> None:
    assert noor.begin_epoch([noor], why="rotate", **twist).status_code == 422
    assert len(noor.keys()["epochs"]) == 1


@pytest.mark.parametrize(
    "twist",
    [
        {"group": "11111111-1111-4111-8111-111111111111"},
        {"by": "11111111-1111-4111-8111-111111111111"},
        {"why": "create"},
        {"v": 2},
        {"kc": "kort"},
    ],
)
def test_statement_of_somebody_else_is_refused(noor: Visitor, twist: dict[str, Any]) -> None:
    prev = keys.hash_of(noor.keys()["epochs"][-1])
    signed = keys.statement(
        noor.link, epoch=1, by=noor.peer, members=[noor.peer], why="rotate", prev=prev, twist=twist
    )

    assert noor.post("epochs/", keys.epoch(signed, [noor.peer])).status_code == 422


def test_statement_that_names_a_guest_is_refused(noor: Visitor) -> None:
    prev = keys.hash_of(noor.keys()["epochs"][-1])
    named = {"members": [[*noor.peer.member[:3], "Noor"]]}
    signed = keys.statement(
        noor.link, epoch=1, by=noor.peer, members=[], why="rotate", prev=prev, twist=named
    )

    answer = noor.post("epochs/", keys.epoch(signed, [noor.peer]))

    assert answer.status_code == 422
    assert "Noor" not in answer.content.decode()


def test_statement_on_another_history_is_refused(noor: Visitor) -> None:
    signed = keys.statement(
        noor.link, epoch=1, by=noor.peer, members=[noor.peer], why="rotate", prev=keys.key()
    )

    assert noor.post("epochs/", keys.epoch(signed, [noor.peer])).status_code == 409


def test_who_gave_up_their_seat_gets_no_new_key(noor: Visitor, bram: Visitor, visit: Visit) -> None:
    imane = visit(noor.link)
    imane.knock()
    give_up_seat(UUID(noor.link.meeting), UUID(bram.peer.acct), now=timezone.now())

    with_him = noor.begin_epoch([noor, bram, imane], admitted=[imane])
    gone = noor.keys()["gone"]
    without_him = noor.begin_epoch([noor], why="remove")

    assert (with_him.status_code, with_him.json()["refused"]) == (409, "too_late")
    assert gone == [bram.peer.acct]
    assert without_him.status_code == 200
    assert noor.keys()["gone"] == []


def test_nothing_is_written_under_a_key_that_is_with_somebody_who_left(noor: Visitor, bram: Visitor) -> None:
    group = UUID(noor.link.meeting)
    before = walls_now(group, timezone.now())
    give_up_seat(group, UUID(bram.peer.acct), now=timezone.now())
    meanwhile = walls_now(group, timezone.now())
    noor.begin_epoch([noor], why="remove")
    after = walls_now(group, timezone.now())

    boxes = [UUID(box["id"]) for box in noor.keys()["boxes"]]
    assert [walls.boxes for walls in (before, meanwhile, after) if walls] == [
        frozenset(boxes[:2]),
        frozenset(),
        frozenset(boxes[2:]),
    ]
