"""A circle: Noor started it, Bram and Imane joined, Ruud left last month, Olga sits in another one."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest

from kring.web.circles.models import Circle
from tests.web import keys
from tests.web.keys import Json, Link, Peer, key
from tests.web.people.conftest import Account, Join, join, nobody_was_too_fast  # noqa: F401 -- fixtures

AGREED = {"name": "Kring Noord", "rhythm": "monthly", "minutes": "120", "guided": "no"}


@dataclass
class OwnPeer(Peer):
    """Somebody's browser with an account: named on the roster."""

    name: str = ""

    @property
    def member(self) -> list[str]:
        return [self.acct, self.exchange, self.signing, self.name]


@dataclass
class Members:
    """A circle, and what its members' browsers do."""

    id: UUID
    peers: dict[str, OwnPeer] = field(default_factory=dict)

    @property
    def row(self) -> Circle:
        return Circle.objects.get(pk=self.id)

    def path(self, what: str = "") -> str:
        return f"/circles/{self.id}/{what}"

    def peer(self, one: Account) -> OwnPeer:
        return self.peers.setdefault(one.name, OwnPeer(acct=str(one.acct), name=one.name))

    def keys(self, one: Account) -> Json:
        return dict(one.browser.get(self.path("keys/")).json())

    def newest_box(self, one: Account) -> str:
        return str(self.keys(one)["boxes"][-1]["id"])

    def begin_epoch(
        self, by: Account, members: list[Account], admitted: list[Account] | None = None, why: str = "add"
    ) -> Any:
        """Post the epoch after the newest one."""
        newest = self.keys(by)["epochs"]
        peers = [self.peer(one) for one in members]
        link = Link(meeting=str(self.id))
        signed = keys.statement(
            link, epoch=len(newest), by=self.peer(by), members=peers, why=why, prev=keys.hash_of(newest[-1])
        )
        return by.post(
            self.path("epochs/"), keys.epoch(signed, peers, [self.peer(one) for one in admitted or []])
        )

    def invite(self, by: Account) -> UUID:
        invitation = uuid4()
        body = {"invitation": str(invitation), "text": keys.envelope(self.newest_box(by))}
        assert by.post(self.path("invitations/"), body).status_code == 200
        return invitation

    def accept(self, guest: Account, invitation: UUID) -> Any:
        body = {"member": self.peer(guest).member, "mac": key()}
        return guest.post(f"/invitation/{self.id}/{invitation}/", body)

    def join(self, by: Account, guest: Account, members: list[Account]) -> None:
        assert self.accept(guest, self.invite(by)).status_code == 200
        assert self.begin_epoch(by, [*members, guest], [guest]).status_code == 200

    def keep(self, by: Account, name: str, item: UUID, rev: int = 1, box: str | None = None) -> Any:
        text = keys.envelope(box or self.newest_box(by))
        return by.post(self.path("sealed/"), {"item": str(item), "field": name, "rev": rev, "text": text})


def start(one: Account) -> Members:
    circle = Members(uuid4())
    peer = circle.peer(one)
    link = Link(meeting=str(circle.id))
    body = {
        "circle": str(circle.id),
        "agreed": AGREED,
        "statement": keys.statement(link, epoch=0, by=peer, members=[peer], why="create"),
        "grant": key(80),
        "box": {"id": str(uuid4()), "salt": key()},
    }
    answer = one.post("/circles/new/", body)
    assert answer.status_code == 200, answer.content
    return circle


def begin(circle: Members, one: Account) -> Any:
    """Of a circle that was put together: with the first keys."""
    peer = circle.peer(one)
    signed = keys.statement(Link(meeting=str(circle.id)), epoch=0, by=peer, members=[peer], why="create")
    box = {"id": str(uuid4()), "salt": key()}
    return one.post(circle.path("begin/"), {"statement": signed, "grant": key(80), "box": box})


def come(circle: Members, one: Account) -> Any:
    """To the door of one that has begun."""
    return one.post(circle.path("place/"), {"member": circle.peer(one).member})


@pytest.fixture
def noor(join: Join) -> Account:  # noqa: F811 -- the fixture
    return join("Noor")


@pytest.fixture
def bram(join: Join) -> Account:  # noqa: F811
    return join("Bram")


@pytest.fixture
def imane(join: Join) -> Account:  # noqa: F811
    return join("Imane")


@pytest.fixture
def olga(join: Join) -> Account:  # noqa: F811
    return join("Olga")


@pytest.fixture
def circle(noor: Account, bram: Account, imane: Account) -> Members:
    circle = start(noor)
    circle.join(noor, bram, [noor])
    circle.join(noor, imane, [noor, bram])
    return circle


@pytest.fixture
def ruud(join: Join, circle: Members, noor: Account, bram: Account, imane: Account) -> Account:  # noqa: F811
    """Came and left; the others made a key without him."""
    ruud = join("Ruud")
    circle.join(noor, ruud, [noor, bram, imane])
    assert ruud.browser.post(circle.path("leaving/")).status_code == 302
    assert circle.begin_epoch(noor, [noor, bram, imane], why="remove").status_code == 200
    return ruud


def answer(circle: Members, one: Account, **lines: str) -> None:
    one.browser.post(circle.path("authority/"), {f"line-{acct}": line for acct, line in lines.items()})


def put_rules(circle: Members, one: Account, number: int = 1) -> str:
    version = str(uuid4())
    body = {"version": version, "number": number, "text": keys.envelope(circle.newest_box(one))}
    assert one.post(circle.path("rules/"), body).status_code == 200
    return version


def assent(circle: Members, one: Account, version: str) -> int:
    return int(one.browser.post(circle.path(f"rules/{version}/assent/")).status_code)


@pytest.fixture
def agreed(circle: Members, noor: Account, bram: Account, imane: Account) -> Members:
    for one in (noor, bram, imane):
        answer(circle, one)
    version = put_rules(circle, noor)
    for one in (noor, bram, imane):
        assert assent(circle, one, version) == 302
    return circle
