"""Companions around one meeting on a real server, each with a line and keys of their own."""

import asyncio
from dataclasses import replace

from kring.client.companions import FAST, Companion
from kring.client.companions.party import companion_in
from kring.client.seat import Seat
from kring.client.site import Site
from kring.core.meetings import Agenda, EntryId, State
from kring.core.methods.method import GroupSize, ShownTo

PEOPLE = 5
LONGEST_SECONDS = 120
# They share one event loop, so who wants to speak has spoken by the time that nothing happened for this long.
HASTY = replace(FAST, quiet=0.02, looking=0.03)


async def gather(site: Site, agenda: Agenda, people: int = PEOPLE, seed: int = 1) -> list[Companion]:
    """Somebody who opens a meeting, and those who come along."""
    opener = await Seat.open_agenda(site, agenda)
    seats = [opener, *[await Seat.knock(opener.link) for _ in range(people - 1)]]
    return [companion_in(seat, place, people, HASTY, seed + place) for place, seat in enumerate(seats)]


def group_of(size: GroupSize) -> int:
    """How many come: the usual number, where that many fit."""
    return min(max(PEOPLE, size.least), size.most)


async def attend(companions: list[Companion]) -> None:
    """Until it is over for everybody."""
    async with asyncio.timeout(LONGEST_SECONDS), asyncio.TaskGroup() as together:
        for companion in companions:
            together.create_task(companion.attend())


def for_all(state: State) -> set[EntryId]:
    """The cards that everybody may read."""
    slots = {slot.id: slot for planned in state.plan.phases for slot in planned.phase.writing}
    return {
        entry.id
        for entry in state.entries.values()
        if slots[entry.slot].shown_to is ShownTo.GROUP and not entry.hidden and not entry.withdrawn
    }
