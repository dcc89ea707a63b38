"""The load on servers that do what they shouldn't: a measurement that can't fail proves nothing."""

import asyncio
import json
import os
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from kring.bench.load import Load, Turn


@dataclass
class Faulty:
    """A server in this process, with a fault in its way of passing things on."""

    fault: str
    pid: int = os.getpid()
    port: int = 0

    def path(self, room: int, member: int) -> str:
        return f"/{room}"

    def headers(self, room: int, member: int) -> dict[str, str]:
        return {}

    def greeting(self) -> tuple[bytes, bytes] | None:
        return b"hello", b"welcome"

    def message(self, room: int, member: int, number: int, token: bytes) -> bytes:
        return b'{"text":"%s"}' % token


@asynccontextmanager
async def served(fault: str) -> AsyncIterator[Faulty]:
    lines: dict[str, list[ServerConnection]] = defaultdict(list)
    count = 0

    async def listen(line: ServerConnection) -> None:
        nonlocal count
        assert line.request is not None
        own = lines[line.request.path]
        own.append(line)
        try:
            assert await line.recv() == "hello"
            await line.send("welcome")
            async for message in line:
                text = json.loads(message)["text"]
                count += 1
                everybody = [other for room in lines.values() for other in room]
                odd = count % 3 == 0
                to = everybody if fault == "leaks" and odd else own[1:] if fault == "loses" and odd else own
                for other in to:
                    await other.send(text)
                    if fault == "doubles" and odd:
                        await other.send(text)
        except ConnectionClosed:
            pass

    async with serve(listen, "127.0.0.1", 0, compression=None) as server:
        yield Faulty(fault, port=next(iter(server.sockets)).getsockname()[1])


async def turn_with(fault: str) -> Turn:
    async with served(fault) as server:
        load = Load(server)
        await load.grow(3)
        try:
            return await load.run(1.0)
        finally:
            load.close()
            await asyncio.sleep(0)


async def test_a_faultless_server_is_found_to_be_sound() -> None:
    turn = await turn_with("nothing")

    assert turn.is_sound
    assert turn.deliveries > 0


@pytest.mark.parametrize("fault", ["loses", "doubles", "leaks"])
async def test_a_fault_is_found(fault: str) -> None:
    turn = await turn_with(fault)

    found = {"loses": turn.lost, "doubles": turn.doubled, "leaks": turn.leaked}
    assert {name for name, count in found.items() if count} == {fault}
    assert not turn.is_sound
