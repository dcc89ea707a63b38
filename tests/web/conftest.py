"""People in front of the site, each with a browser of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from tests.web import keys
from tests.web.keys import Json, Link, Peer


@dataclass
class Visitor:
    """A browser, and the keys in it."""

    link: Link
    peer: Peer
    browser: Client

    def get(self, what: str = "") -> Any:
        return self.browser.get(self.link.path + what)

    def post(self, what: str, body: Any) -> Any:
        return self.browser.post(self.link.path + what, body, content_type="application/json")

    def delete(self, what: str) -> Any:
        return self.browser.delete(self.link.path + what)

    def keys(self) -> Json:
        return dict(self.get("keys/").json())

    def knock(self, **other: Any) -> Any:
        return self.post("door/", keys.knock(self.link, self.peer, **other))

    def begin_epoch(
        self,
        members: list["Visitor"],
        *,
        why: str = "add",
        admitted: list["Visitor"] | None = None,
        **other: Any,
    ) -> Any:
        """Post the epoch after the newest one."""
        newest = self.keys()["epochs"]
        peers = [member.peer for member in members]
        signed = keys.statement(
            self.link, epoch=len(newest), by=self.peer, members=peers, why=why, prev=keys.hash_of(newest[-1])
        )
        let_in = [visitor.peer for visitor in admitted or []]
        return self.post("epochs/", keys.epoch(signed, peers, let_in, **other))


Visit = Callable[[Link], Visitor]


@pytest.fixture
def visit(db: None) -> Visit:
    """Somebody new, with a link."""
    return lambda link: Visitor(link, Peer(), Client())


@pytest.fixture
def noor(visit: Visit) -> Visitor:
    """Noor has begun a meeting."""
    noor = visit(Link())
    answer = noor.browser.post(
        "/begin/", keys.beginning(noor.link, noor.peer), content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    return noor


@pytest.fixture
def bram(noor: Visitor, visit: Visit) -> Visitor:
    """Bram came in with Noor's link."""
    bram = visit(noor.link)
    bram.knock()
    assert noor.begin_epoch([noor, bram], admitted=[bram]).status_code == 200
    return bram


@pytest.fixture
def olga(visit: Visit) -> Visitor:
    """Olga sits in another circle."""
    olga = visit(Link())
    olga.browser.post("/begin/", keys.beginning(olga.link, olga.peer), content_type="application/json")
    return olga
