"""A meeting of a circle to which not everybody comes with a screen."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from playwright.async_api import expect

from kring.client.room import Room
from tests.browser import circles
from tests.browser.fellows import Fellow
from tests.browser.people import Attendee

PATIENCE_SECONDS = 30
KEPT = "The record is sealed in your circle. Only its members can open it."


@asynccontextmanager
async def meeting(
    circle: circles.Circle, *on_screen: Attendee, fellows: Sequence[Fellow]
) -> AsyncIterator[None]:
    """Begun with everybody there; whoever has a screen and is named first opens the room and leads."""
    lead = on_screen[0]
    await circles.open_room(circles.Circle(circle.address, list(on_screen)))
    room = lead.page.url.partition("/m/")[2].partition("/")[0]
    async with AsyncExitStack() as lines:
        for fellow in fellows:
            await sit(await lines.enter_async_context(await fellow.walk_in(room)), fellow.name)
        await lead.start(len(on_screen) + len(fellows))
        yield


async def sit(room: Room, name: str) -> None:
    """Once one is let in: say how one is called, and agree to the rules of the room."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while room.view() is None:
            await room.change(0.1)
    await room.introduce(name)
    await room.do("assent")


async def is_kept(*on_screen: Attendee) -> None:
    """What remains of a meeting is sealed for the circle."""
    for one in on_screen:
        await expect(one.page.get_by_text(one.text(KEPT))).to_be_visible()
