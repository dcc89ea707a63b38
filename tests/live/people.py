"""People at a real server over real sockets. Their keys are random: the server can't tell."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from http.client import HTTPConnection
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.evolving import evolve
from kring.core.meetings.plan import PersonId, Plan
from kring.core.meetings.state import State
from tests.web import keys
from tests.web.keys import Json, Link, Peer

PATIENCE_SECONDS = 10


@dataclass
class Person:
    """A browser with one seat, at the server on this port."""

    port: int
    link: Link
    peer: Peer = field(default_factory=Peer)
    cookie: str = ""
    language: str = "nl"

    @property
    def acct(self) -> PersonId:
        return PersonId(self.peer.acct)

    async def ask(self, method: str, path: str, body: Json | None = None) -> tuple[int, Json]:
        return await asyncio.to_thread(self._ask, method, path, body)

    def _ask(self, method: str, path: str, body: Json | None) -> tuple[int, Json]:
        line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        headers = {"Content-Type": "application/json", "Accept-Language": self.language}
        if self.cookie:
            headers["Cookie"] = self.cookie
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        content = answer.read()
        given = answer.getheader("Set-Cookie")
        if given:
            self.cookie = given.partition(";")[0]
        line.close()
        return answer.status, json.loads(content)

    async def begin(self, **other: Any) -> None:
        status, _ = await self.ask("POST", "/begin/", keys.beginning(self.link, self.peer, **other))
        assert status == 200

    async def knock(self) -> None:
        status, _ = await self.ask("POST", f"{self.link.path}door/", keys.knock(self.link, self.peer))
        assert status == 200

    async def keys(self) -> Json:
        return (await self.ask("GET", f"{self.link.path}keys/"))[1]

    async def begin_epoch(
        self, members: list[Person], why: str = "add", admitted: list[Person] | None = None
    ) -> None:
        newest = (await self.keys())["epochs"]
        peers = [member.peer for member in members]
        signed = keys.statement(
            self.link, epoch=len(newest), by=self.peer, members=peers, why=why, prev=keys.hash_of(newest[-1])
        )
        body = keys.epoch(signed, peers, [person.peer for person in admitted or []])
        status, answer = await self.ask("POST", f"{self.link.path}epochs/", body)
        assert status == 200, answer

    async def seal(self, size: int = 256) -> str:
        """A text in the newest box."""
        return keys.envelope((await self.keys())["boxes"][-1]["id"], size)

    @asynccontextmanager
    async def line(self, since: int = 0, **headers: str) -> AsyncIterator[Line]:
        """Open a line and greet."""
        async with self.socket(**headers) as socket:
            line = Line(self, socket)
            with suppress(
                ConnectionClosed
            ):  # a line that ends at once may be gone by now; `ending` tells why
                await line.send({"hello": {"since": since}})
            yield line

    def socket(self, path: str = "live/", **headers: str) -> connect:
        extra = {"Cookie": self.cookie, "Accept-Language": self.language, **headers}
        return connect(
            f"ws://127.0.0.1:{self.port}{self.link.path}{path}",
            additional_headers=extra,
            compression=None,
            max_size=None,
        )


class Line:
    """An open line, everything that was heard on it, and the meeting that the events add up to."""

    def __init__(self, person: Person, socket: ClientConnection) -> None:
        self.person, self.socket = person, socket
        self.heard: list[Json] = []
        self.state: State | None = None

    async def send(self, message: object) -> None:
        await self.socket.send(message if isinstance(message, str) else json.dumps(message))

    async def hear(self) -> Json:
        """The next message."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            message: Json = json.loads(await self.socket.recv())
        self.heard.append(message)
        if "welcome" in message:
            self.state = State(plan=msgspec.convert(message["welcome"]["plan"], Plan))
        for told in message.get("events", ()):
            self.follow(told)
        return message

    def follow(self, told: Json) -> None:
        assert self.state is not None
        event: AnyEvent = msgspec.convert(told, AnyEvent)
        numbered = Numbered(number=told["number"], at=datetime.fromisoformat(told["at"]), event=event)
        if numbered.number > self.state.number:
            self.state = evolve(self.state, event, numbered.at)

    async def until(self, wanted: Callable[[Json], bool]) -> Json:
        """Listen until a message is the one that is waited for."""
        while True:
            message = await self.hear()
            if wanted(message):
                return message

    async def until_event(self, name: str) -> Json:
        """Listen until something happens, and return that event."""
        message = await self.until(lambda heard: any(e["event"] == name for e in heard.get("events", ())))
        return dict(next(event for event in message["events"] if event["event"] == name))

    async def until_number(self, number: int) -> None:
        """Listen until that event was heard."""
        while self.state is None or self.state.number < number:
            await self.hear()

    async def do(self, deed: str, id: str | None = None, **fields: Any) -> Json:
        """Do something, and return the answer."""
        id = id or str(uuid4())
        await self.send({"do": deed, "id": id, **fields})
        return await self.until(lambda heard: id in (heard.get("done"), heard.get("refused", "")))

    async def ending(self) -> tuple[int, str]:
        """The code and the reason with which the line ends."""
        with pytest.raises(ConnectionClosed) as closed:
            await self.until(lambda _: False)
        assert closed.value.rcvd is not None
        return closed.value.rcvd.code, closed.value.rcvd.reason

    @property
    def events(self) -> list[Json]:
        """Everything that happened, as this person heard it."""
        return [event for message in self.heard for event in message.get("events", ())]
