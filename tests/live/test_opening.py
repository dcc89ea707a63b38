"""A room is opened while its keys change."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from kring.core.meetings.agenda import compose
from kring.core.methods.load import load_blocks, load_library
from kring.web.live import hub as hubs
from kring.web.live.hub import Hub
from kring.web.meetings.queries import Told
from kring.web.vault.queries import WallsNow

BEFORE, AFTER = uuid4(), uuid4()


async def test_keys_that_changed_while_a_room_was_opened_are_known_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def walls(epoch: int, *boxes: UUID) -> WallsNow:
        return WallsNow(epoch=epoch, boxes=frozenset(boxes), door_open=True, seats=())

    plan = compose(load_library()[0], load_blocks())
    told = Told(plan, datetime.now(UTC), closed=False, events=())
    monkeypatch.setattr(hubs, "_look_up", lambda _meeting: (told, walls(0, BEFORE)))
    monkeypatch.setattr(hubs, "_walls", lambda _meeting: walls(1, BEFORE, AFTER))
    hub = Hub()

    room = await hub.room(uuid4())

    assert room is not None
    await asyncio.gather(*hub._tasks)
    assert room.boxes == {BEFORE.bytes, AFTER.bytes}
