"""
Many small rooms, a few people each, who all say something now and then.

Open loop: what is sent when is fixed beforehand, so a slow server can't slow its own load down.
"""

from __future__ import annotations

import asyncio
import gc
import random
import time
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from kring.bench import machine
from kring.bench.book import Book, percentile
from kring.bench.line import Line

MEMBERS = 6
EVERY_SECONDS = 2.0  # each room: somebody says something, give or take a quarter
BURST_EVERY_SECONDS = 20.0  # each room: everybody hands something in ...
BURST_SECONDS = 1.0  # ... within this time
AT_A_TIME = 32  # connections being opened at once
SHORTEST_WAIT_SECONDS = 0.0008  # of which an event loop is capable
STRAGGLERS_SECONDS = 3.0  # what hasn't come by then counts as lost


class Server(Protocol):
    """A server under load: where its rooms are, and what one says in them."""

    pid: int
    port: int

    def path(self, room: int, member: int) -> str:
        """Address of the socket."""

    def headers(self, room: int, member: int) -> dict[str, str]:
        """What lets this member in."""

    def greeting(self) -> tuple[bytes, bytes] | None:
        """What to say first, and the words in the answer by which one knows that one is in."""

    def message(self, room: int, member: int, number: int, token: bytes) -> bytes:
        """One thing to say; everybody in the room must be sent its token."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What some seconds of load came to. Times in milliseconds."""

    rooms: int
    deliveries: int
    p50_ms: float
    p99_ms: float
    lost: int
    doubled: int
    leaked: int
    dropped_lines: int
    cpu_seconds: float
    generator_percent: float
    generator_late_p99_ms: float
    others_percent: float

    @property
    def cpu_us_per_delivery(self) -> float:
        """What the server spends on handing one event to one person."""
        return 1e6 * self.cpu_seconds / max(1, self.deliveries)

    @property
    def is_sound(self) -> bool:
        """Everything came once and where it should."""
        return not (self.lost or self.doubled or self.leaked or self.dropped_lines)


class Load:
    """The people in the rooms of one server."""

    def __init__(self, server: Server, seed: int = 1) -> None:
        self._server = server
        self._book = Book(MEMBERS)
        self._rooms: list[list[Line]] = []
        self._random = random.Random(seed)
        self._gate = asyncio.Semaphore(AT_A_TIME)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._rooms) * MEMBERS

    async def grow(self, rooms: int) -> None:
        """Let the people of further rooms in, until there are this many."""
        numbers = range(len(self._rooms), rooms)
        joining = [self._join(room, member) for room in numbers for member in range(MEMBERS)]
        lines = await asyncio.gather(*joining)
        self._rooms += [lines[i : i + MEMBERS] for i in range(0, len(lines), MEMBERS)]

    async def _join(self, room: int, member: int) -> Line:
        server, welcome = self._server, asyncio.Event()
        greeting = server.greeting()

        def received(payload: bytes, now: float) -> None:
            if greeting and not welcome.is_set() and greeting[1] in payload:
                welcome.set()
            self._book.receive(payload, room, member, now)

        async with self._gate:
            line = Line(
                f"127.0.0.1:{server.port}", server.path(room, member), server.headers(room, member), received
            )
            await asyncio.get_running_loop().create_connection(lambda: line, "127.0.0.1", server.port)
            await line.opened()
            if greeting:
                line.send(greeting[0])
                await asyncio.wait_for(welcome.wait(), 30)
            return line

    async def run(self, seconds: float) -> Turn:
        """Let them talk, and say how that went."""
        book, late = self._book, []
        gc.collect()
        gc.disable()  # the generator's own pauses are not the server's
        book.begin()
        begin = perf_counter() + 0.1
        busy, own, served = machine.busy_seconds(), time.process_time(), machine.cpu_seconds(self._server.pid)
        for moment, room, member in self._plan(seconds):
            wait = begin + moment - perf_counter()
            if wait > SHORTEST_WAIT_SECONDS:
                await asyncio.sleep(wait)
            now = perf_counter()
            late.append(now - begin - moment)
            message = self._server.message(room, member, len(book.sent), book.send(room, now))
            self._rooms[room][member].send(message)
        await self._stragglers()
        took = perf_counter() - begin
        served, own = machine.cpu_seconds(self._server.pid) - served, time.process_time() - own
        busy = machine.busy_seconds() - busy
        gc.enable()
        return Turn(
            rooms=len(self._rooms),
            deliveries=len(book.delays),
            p50_ms=1e3 * percentile(book.delays, 0.5),
            p99_ms=1e3 * percentile(book.delays, 0.99),
            lost=book.lost,
            doubled=book.doubled,
            leaked=book.leaked,
            dropped_lines=sum(line.dropped for room in self._rooms for line in room),
            cpu_seconds=served,
            generator_percent=100 * own / took,
            generator_late_p99_ms=1e3 * percentile(late, 0.99),
            others_percent=max(0.0, 100 * (busy - served - own) / took),
        )

    async def _stragglers(self) -> None:
        end = perf_counter() + STRAGGLERS_SECONDS
        while self._book.lost and perf_counter() < end:  # noqa: ASYNC110 - an event a delivery would cost too much
            await asyncio.sleep(0.05)

    def _plan(self, seconds: float) -> list[tuple[float, int, int]]:
        """Who says something when: (seconds from now, room, member), in order."""
        chance, plan = self._random, []
        for room in range(len(self._rooms)):
            moment = chance.random() * EVERY_SECONDS
            while moment < seconds:
                plan.append((moment, room, chance.randrange(MEMBERS)))
                moment += EVERY_SECONDS * chance.uniform(0.75, 1.25)
            moment = chance.random() * BURST_EVERY_SECONDS
            while moment < seconds:
                plan += [
                    (moment + chance.random() * BURST_SECONDS, room, member) for member in range(MEMBERS)
                ]
                moment += BURST_EVERY_SECONDS
        return sorted(plan)

    def close(self) -> None:
        """Send everybody home."""
        for room in self._rooms:
            for line in room:
                line.close()
