"""Who is here: a glance away is no absence, and a room that nobody is in is forgotten."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from kring.core.meetings.agenda import compose
from kring.core.meetings.plan import PersonId
from kring.core.methods.load import load_blocks, load_library
from kring.web.live import hub as hubs
from kring.web.live.hub import AWAY_AFTER_SECONDS, Hub
from kring.web.live.line import Line
from kring.web.live.room import Deed, Room
from kring.web.meetings.queries import Told
from kring.web.vault.queries import WallsNow

NOOR, BRAM = PersonId(str(uuid4())), PersonId(str(uuid4()))
Enter = Callable[[PersonId], Line]


class Clock:
    """The loop's clock, turned by hand."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.create_task = asyncio.get_running_loop().create_task

    def time(self) -> float:
        return self.now


@pytest.fixture
async def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The rooms of a server whose clock stands still until it is turned."""
    hub = Hub()
    hub.loop = Clock()  # type: ignore[assignment]  # no more of the loop is asked for here
    return hub


@pytest.fixture
async def room(hub: Hub) -> Room:
    """A room whose deeds are stored as soon as they are done."""
    plan = compose(load_library()[0], load_blocks())

    def store(deed: Deed) -> None:
        deed.room.deliver(deed)

    told = Told(plan, datetime.now(UTC), closed=False, events=())
    walls = WallsNow(epoch=0, boxes=frozenset(), door_open=True, seats=())
    room = Room(uuid4(), told, walls, store)
    hub.rooms[room.meeting] = room
    return room


@pytest.fixture
def enter(room: Room) -> Enter:
    """Somebody's line opens."""

    async def send(message: Any) -> None:
        pass

    def enter(person: PersonId) -> Line:
        line = Line(send, room.meeting, person, "nl")
        room.guests += 1
        room.enter(line, 0)
        return line

    return enter


def pass_time(hub: Hub, seconds: float) -> None:
    hub.loop.now += seconds  # type: ignore[attr-defined]  # a Clock, see above
    hub.sweep()


def is_here(room: Room, person: PersonId) -> bool:
    return room.state.people[person].present


async def test_glance_is_no_absence(hub: Hub, room: Room, enter: Enter) -> None:
    enter(BRAM)
    hub.left(room, enter(NOOR))

    pass_time(hub, AWAY_AFTER_SECONDS - 1)
    assert is_here(room, NOOR)

    pass_time(hub, 2)
    assert not is_here(room, NOOR)


async def test_one_of_two_tabs_may_close(hub: Hub, room: Room, enter: Enter) -> None:
    enter(NOOR)
    hub.left(room, enter(NOOR))

    pass_time(hub, 2 * AWAY_AFTER_SECONDS)

    assert is_here(room, NOOR)


async def test_who_comes_back_in_time_was_never_away(hub: Hub, room: Room, enter: Enter) -> None:
    enter(BRAM)
    hub.left(room, enter(NOOR))
    happened = room.state.number
    pass_time(hub, AWAY_AFTER_SECONDS - 1)
    enter(NOOR)

    pass_time(hub, 2 * AWAY_AFTER_SECONDS)

    assert (is_here(room, NOOR), room.state.number) == (True, happened)


async def test_who_comes_back_later_is_here_again(hub: Hub, room: Room, enter: Enter) -> None:
    enter(BRAM)
    hub.left(room, enter(NOOR))
    pass_time(hub, AWAY_AFTER_SECONDS + 1)

    enter(NOOR)

    assert is_here(room, NOOR)


async def test_room_that_nobody_is_in_is_forgotten(hub: Hub, room: Room, enter: Enter) -> None:
    hub.left(room, enter(NOOR))

    pass_time(hub, AWAY_AFTER_SECONDS - 1)
    assert hub.holds(room)

    pass_time(hub, 2)
    assert not hub.holds(room)


async def test_room_is_kept_for_somebody_who_has_not_greeted_yet(hub: Hub, room: Room, enter: Enter) -> None:
    hub.left(room, enter(NOOR))
    room.guests += 1

    pass_time(hub, AWAY_AFTER_SECONDS + 1)

    assert hub.holds(room)


async def test_after_a_restart_everybody_has_a_moment_to_come_back(
    hub: Hub, room: Room, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(NOOR)
    enter(BRAM)
    told = Told(room.plan, room.expires_at, closed=False, events=tuple(room._log))
    walls = WallsNow(epoch=0, boxes=frozenset(), door_open=True, seats=())
    monkeypatch.setattr(hubs, "_look_up", lambda _: (told, walls))
    monkeypatch.setattr(hubs, "_walls", lambda _: walls)
    hub.rooms.clear()

    again = await hub.room(room.meeting)

    assert again is not None
    assert (is_here(again, NOOR), again.state == room.state) == (True, True)
    assert set(again.away_from) == {NOOR, BRAM}


async def test_line_without_shortcuts_carries_the_same(room: Room) -> None:
    heard: list[Any] = []

    async def send(message: Any) -> None:
        heard.append(message)

    line = Line(send, room.meeting, NOOR, "nl")
    room.enter(line, 0)
    line.close(4403, "dag")
    await line.finish()

    assert [message["type"].removeprefix("websocket.") for message in heard] == ["send", "send", "close"]
    assert '"joined"' in heard[1]["text"]
    assert heard[2]["code"] == 4403
