"""
`kring bench hall`: a kick-off of sixty, each with keys and a line of their own, on a server of its own.

They come in one after another, as from a queue before a code on the wall; they tell a name, agree, say with which circle
they sit, write, and see the wall of everybody and then that of their circle. All of them share one core here, so what
takes a phone a moment stands in the row sixty times: the processor time of one phone is told apart.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from kring.bench import event_loop, machine
from kring.bench.report import Figures, Goal
from kring.bench.servers import environment, kring_server
from kring.client.link import Link
from kring.client.messages import Message
from kring.client.room import Room
from kring.client.seat import Seat
from kring.client.site import Answer, Site
from kring.client.vault import Vault
from kring.core.growth.load import load_own_blocks
from kring.core.meetings import Agenda, Part, PartKind, PlannedCircle, unroll

PEOPLE, QUICK = 60, 18  # a hall, and one more than a usual door admits
PER_CIRCLE = 6
APART_SECONDS = 0.5  # between two who point their camera at the wall
AMBITION, GOAL = "kick_off_ambition", "kick_off_goal"
LONGEST_SECONDS = 300

GOALS = (
    Goal("last_inside_seconds", most=10),
    Goal("wall_seconds", most=10),
    Goal("keys_kb_per_phone", most=1500),
)


def measure(*, quick: bool) -> Figures:
    """One gathering."""
    server_core, own_core = machine.cores()
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        seat = begun(Path(folder), QUICK if quick else PEOPLE)
        with kring_server(Path(folder), server_core) as server:
            machine.keep_to(own_core)
            return event_loop.run(play(seat(server.port), QUICK if quick else PEOPLE))


class CountingSite(Site):
    """
    Counts what comes in.

    Attributes:
        keys_bytes: Of the answers about keys.
    """

    def __init__(self, origin: str, seat: str = "") -> None:
        super().__init__(origin)
        self.keys_bytes = 0
        if seat:
            self._cookies["seat"] = seat

    async def get(self, path: str) -> Answer:
        """As any site."""
        answer = await super().get(path)
        if "/keys/" in path:
            self.keys_bytes += len(msgspec.json.encode(answer.body))
        return answer


class CountingRoom(Room):
    """
    Counts what comes over the line.

    Attributes:
        line_bytes: All of it; `largest`: the longest message.
    """

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.line_bytes, self.largest = 0, 0

    def _hear(self, message: Message) -> None:
        size = len(msgspec.json.encode(message))
        self.line_bytes += size
        self.largest = max(self.largest, size)
        super()._hear(message)


async def play(opener: Seat, people: int, apart: float = APART_SECONDS) -> Figures:
    """Everybody comes in, so many seconds after one another; agrees, sits down, writes and sees the walls."""
    async with asyncio.timeout(LONGEST_SECONDS), AsyncExitStack() as stack:
        before = process_time()
        rooms = [await stack.enter_async_context(CountingRoom(opener))]
        waits: list[float] = []
        await asyncio.gather(
            *(come_in(stack, opener.link, rooms, waits, n * apart) for n in range(people - 1))
        )
        inside = perf_counter()
        leads = rooms[0]
        await asyncio.gather(*(agree(room, number) for number, room in enumerate(rooms)))
        agreed = perf_counter() - inside
        await leads.do("start")
        writing = perf_counter()
        await write(rooms, AMBITION)
        written = perf_counter() - writing
        wall = perf_counter()
        await go_on(leads)
        await until(rooms, lambda room: len(room.opened()) == people)
        shown = perf_counter() - wall
        await write(rooms, GOAL)
        by_circle = perf_counter()
        while not leads.state.heaps:  # type: ignore[union-attr]  # everybody is inside
            await go_on(leads)
        await until(rooms, lambda room: bool(room.state and room.state.heaps))
        keys = await leads.seat.fetch_keys()
        return {
            "people": people,
            "circles": len(leads.state.plan.circles),  # type: ignore[union-attr]
            "epochs": len(keys.epochs) if keys else 0,
            "median_inside_seconds": round(sorted(waits)[len(waits) // 2], 2),
            "last_inside_seconds": round(max(waits), 2),
            "agree_seconds": round(agreed, 2),
            "write_seconds": round(written, 2),
            "wall_seconds": round(shown, 2),
            "by_circle_seconds": round(perf_counter() - by_circle, 2),
            "keys_kb_per_phone": round(max(kb_of_keys(room) for room in rooms)),
            "line_kb_per_phone": round(max(room.line_bytes for room in rooms) / 1000),
            "largest_message_kb": round(max(room.largest for room in rooms) / 1000),
            "processor_seconds_per_phone": round((process_time() - before) / people, 2),
        }


def kb_of_keys(room: Room) -> float:
    """What somebody was told of keys."""
    site = room.seat.site
    return site.keys_bytes / 1000 if isinstance(site, CountingSite) else 0.0


async def come_in(
    stack: AsyncExitStack, link: Link, rooms: list[CountingRoom], waits: list[float], after: float
) -> None:
    """When it is one's turn in the queue."""
    await asyncio.sleep(after)
    begin = perf_counter()
    seat = await Seat.knock(link, site=CountingSite(link.origin))
    room = await stack.enter_async_context(CountingRoom(seat))
    await until([room], lambda one: one.view() is not None)
    waits.append(perf_counter() - begin)
    rooms.append(room)


async def agree(room: Room, number: int) -> None:
    """As one does on a phone."""
    assert room.state is not None  # inside
    await room.introduce(f"Guest {number}")
    await room.do("assent")
    circles = room.state.plan.circles
    await room.do("sit_with", circle=circles[number % len(circles)].id)


async def write(rooms: list[CountingRoom], slot: str) -> None:
    """A card each, in the phase for it."""
    leads = rooms[0]
    while slot not in slots_of(leads):
        await go_on(leads)
    phase = leads.state.phase if leads.state else 0
    await until(rooms, lambda room: room.state is not None and room.state.phase == phase)
    await asyncio.gather(
        *(room.contribute(slot, f"what {n} wants, in a sentence or two") for n, room in enumerate(rooms))
    )


def slots_of(room: Room) -> set[str]:
    """What one may write now."""
    seen = room.view()
    return {one.slot for one in seen.slots} if seen else set()


async def go_on(leads: Room) -> None:
    """To the next phase."""
    phase = leads.state.phase if leads.state else 0
    await leads.do("next", from_phase=phase)
    await until([leads], lambda room: room.state is not None and room.state.phase != phase)


async def until(rooms: list[Any], holds: Callable[[Any], bool]) -> None:  # Any: rooms of either kind
    """Until something holds for each of them."""
    for room in rooms:
        while not holds(room):
            if room.ended:
                raise RuntimeError(f"the server ended it: {room.ended}")
            await room.change(1.0)


# opening it, with the deeds of the site ------------------------------------------------------------------


def begun(folder: Path, people: int) -> Callable[[int], Seat]:
    """Open the gathering in a database of its own; gives the seat of who opened it, once there is a port."""
    vault, meeting = Vault(), str(uuid4())
    begun = vault.begin_group(group=meeting, now=datetime.now(UTC))
    told = {
        "meeting": meeting,
        "member": begun.member,
        "statement": begun.statement,
        "grant": begun.grant,
        "box": begun.box,
        "door_hash": begun.door_token_hash,
        "share": vault.keep(group=meeting).server_share,
    }
    command = [sys.executable, "-m", "kring.bench.hall", str(people)]
    done = subprocess.run(
        command, input=msgspec.json.encode(told), env=environment(folder), capture_output=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    token = done.stdout.decode().split()[-1]

    def seat(port: int) -> Seat:
        site = CountingSite(f"http://127.0.0.1:{port}", token)
        return Seat(Link(site.origin, meeting, begun.secret), site, vault, begun.acct)

    return seat


def main(people: int) -> None:
    """In a process of its own, with the settings of the site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from kring.web.meetings.actions import open_meeting
    from kring.web.meetings.first_keys import NewGroup, first_keys
    from kring.web.vault.actions import MOST_IN_A_HALL

    new = msgspec.json.decode(sys.stdin.buffer.read(), type=NewGroup)
    shelf = {PartKind.BLOCK: load_own_blocks()}
    plan = unroll(Agenda(parts=(Part(kind=PartKind.BLOCK, id="kick_off"),), minutes=90), shelf)
    circles = tuple(
        PlannedCircle(id=str(uuid4()), name=f"Circle {number + 1}")
        for number in range(-(-people // PER_CIRCLE))
    )
    plan = replace(plan, circles=circles, starts_with=(2, 3))
    token = open_meeting(new.meeting, plan, first_keys(new), now=datetime.now(UTC), admits=MOST_IN_A_HALL)
    sys.stdout.write(f"{token}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
