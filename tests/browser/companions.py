"""Companions who come along, so that one screen can be looked at calmly: real clients, in a hurry."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kring.client.companions import FAST, Party
from kring.client.link import read_link


@asynccontextmanager
async def companions(link: str, count: int) -> AsyncIterator[None]:
    """For as long as one is `async with` it. They take part until the meeting is over."""
    party = asyncio.create_task(Party(read_link(link), count, FAST, seed=1, stay=True).attend())
    try:
        yield
    finally:
        party.cancel()
        await asyncio.gather(party, return_exceptions=True)
