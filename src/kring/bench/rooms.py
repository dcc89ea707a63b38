"""
`kring bench rooms`: many live rooms on one server process, every event stored before it is told.

In the same run the same load goes to the least that such a server could do (`baseline`), because what a busy or slow
machine does to one it does to the other. Server and load have a core each where the machine has two.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kring.bench import event_loop, machine
from kring.bench.book import TOKEN_LENGTH
from kring.bench.load import MEMBERS, Load, Turn
from kring.bench.report import Figures, Goal
from kring.bench.seeding import SLOT, SeededRoom, seeded
from kring.bench.servers import baseline_server, environment, kring_server

ROOMS = 500
TEXT_BYTES = 480  # padded; with what is around it 700 characters, a card of a few sentences
MOST_P99_MS = 100.0  # above which a server isn't holding its rooms any more
STEPS = (1000, 1500, 2000, 2600, 3200)
TRIES = 3
P99_MS, P99_TIMES_RAW = 25.0, 3  # one of these

GOALS = (
    Goal("cpu_ratio_to_raw", most=1.5, bar=2.0),
    Goal("lost", most=0),
    Goal("doubled", most=0),
    Goal("leaked", most=0),
    Goal("p99_to_allowed", most=1.0),
    Goal("max_rooms", least=1500),
    Goal("kb_per_connection", most=40),
)


@dataclass
class Kring:
    """Kring's own server, with meetings in full swing."""

    pid: int
    port: int
    rooms: list[SeededRoom]

    def path(self, room: int, member: int) -> str:
        """Address of the socket."""
        return f"/m/{self.rooms[room].meeting}/live/"

    def headers(self, room: int, member: int) -> dict[str, str]:
        """The cookie of a seat."""
        return {"Cookie": f"seat={self.rooms[room].seats[member]}", "Origin": f"http://127.0.0.1:{self.port}"}

    def greeting(self) -> tuple[bytes, bytes] | None:
        """As a browser that comes in for the first time."""
        return b'{"hello":{"since":0}}', b'"welcome"'

    def message(self, room: int, member: int, number: int, token: bytes) -> bytes:
        """A card."""
        envelope = envelope_with(token, UUID(self.rooms[room].boxes[-1]))
        return _CARD % (number, number, envelope)


@dataclass
class Baseline:
    """The least that a server could do."""

    pid: int
    port: int

    def path(self, room: int, member: int) -> str:
        """Address of the socket."""
        return f"/{room}"

    def headers(self, room: int, member: int) -> dict[str, str]:
        """Anybody comes in."""
        return {}

    def greeting(self) -> tuple[bytes, bytes] | None:
        """Nothing is said first."""
        return None

    def message(self, room: int, member: int, number: int, token: bytes) -> bytes:
        """The same card."""
        return _CARD % (number, number, envelope_with(token, UUID(int=0)))


_CARD = (
    b'{"do":"contribute","id":"%d","entry":"00000000-0000-4000-8000-%012x","slot":"'
    + SLOT.encode()
    + b'","text":"%s"}'
)
_AROUND = 1 + 16 + 12 + 16
_REST = base64.urlsafe_b64encode(os.urandom(TEXT_BYTES + _AROUND - 18)).replace(b"KRT", b"KRA")


def envelope_with(token: bytes, box: UUID) -> bytes:
    """Something of the shape of an envelope in that box, with a token that one can find in it."""
    head = base64.urlsafe_b64encode(b"\x01" + box.bytes + b"\x00")
    return head + token + _REST[TOKEN_LENGTH:]


def measure(*, quick: bool) -> Figures:
    """The whole comparison."""
    machine.allow_many_connections()
    steps = [] if quick else [step for step in STEPS if step * MEMBERS < machine.most_connections()]
    server_core, own_core = machine.cores()
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        rooms = seed(Path(folder), max([ROOMS, *steps]))
        with kring_server(Path(folder), server_core) as ours, baseline_server(server_core) as raw:
            machine.keep_to(own_core)
            machine.put_first()
            return event_loop.run(compare(Kring(*ours, rooms), Baseline(*raw), steps, quick=quick))


async def compare(kring: Kring, baseline: Baseline, steps: list[int], *, quick: bool) -> Figures:
    """By turns, so that a disturbance of some seconds doesn't hit one alone; then up to as many rooms as it holds."""
    before = machine.memory_kb(kring.pid)
    ours, raw = Load(kring), Load(baseline)
    await ours.grow(ROOMS)
    await raw.grow(ROOMS)
    kb_per_connection = (machine.memory_kb(kring.pid) - before) / ours.connections
    seconds, times = (1.5, 5) if quick else (3.0, 10)
    for load in (ours, raw):
        await load.run(1.0)
    turns = [(await ours.run(seconds), await raw.run(seconds)) for _ in range(times)]
    raw.close()
    held, at_most = ROOMS, []
    for step in steps:
        await ours.grow(step)
        at_most = [await ours.run(5.0) for _ in range(TRIES)]
        if not any(turn.is_sound and turn.p99_ms < MOST_P99_MS for turn in at_most):
            break
        held = step
    ours.close()
    return summary(turns, kb_per_connection, held if steps else None)


def summary(turns: list[tuple[Turn, Turn]], kb_per_connection: float, max_rooms: int | None) -> Figures:
    """The figures. Times are those of the turn that was disturbed least; everything else is of all turns together."""
    ours, raw = [turn for turn, _ in turns], [turn for _, turn in turns]
    p99, raw_p99 = min(turn.p99_ms for turn in ours), min(turn.p99_ms for turn in raw)
    figures: Figures = {
        "rooms": ROOMS,
        "people_per_room": MEMBERS,
        "cpu_ratio_to_raw": round(cpu_us(ours) / cpu_us(raw), 2),
        "cpu_us_per_delivery": round(cpu_us(ours), 1),
        "raw_cpu_us_per_delivery": round(cpu_us(raw), 1),
        "lost": sum(turn.lost for turn in ours),
        "doubled": sum(turn.doubled for turn in ours),
        "leaked": sum(turn.leaked for turn in ours),
        "dropped_lines": sum(turn.dropped_lines for turn in ours),
        "deliveries": sum(turn.deliveries for turn in ours),
        "p50_ms": round(min(turn.p50_ms for turn in ours), 2),
        "raw_p50_ms": round(min(turn.p50_ms for turn in raw), 2),
        "p99_ms": round(p99, 2),
        "raw_p99_ms": round(raw_p99, 2),
        "p99_to_allowed": round(p99 / max(P99_MS, P99_TIMES_RAW * raw_p99), 2),
        "kb_per_connection": round(kb_per_connection, 1),
        "generator_percent": round(max(turn.generator_percent for turn in ours)),
        "others_percent": round(max(turn.others_percent for turn in ours)),
    }
    return figures if max_rooms is None else {**figures, "max_rooms": max_rooms}


def cpu_us(turns: list[Turn]) -> float:
    """Processor time of the server for each delivery, over all turns."""
    return 1e6 * sum(turn.cpu_seconds for turn in turns) / max(1, sum(turn.deliveries for turn in turns))


def seed(folder: Path, rooms: int) -> list[SeededRoom]:
    """Fill a database for a server to start on."""
    file = folder / "seats.jsonl"
    command = [sys.executable, "-m", "kring.bench.seeding", str(rooms), str(file)]
    subprocess.run(command, env=environment(folder), check=True)
    return list(seeded(file))
