"""Whole meetings over real sockets, against a real server, with real keys."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kring.client.companions import FAST, Party
from kring.client.companions.party import companion_in
from kring.client.room import Room
from kring.client.seat import Seat
from kring.client.site import Refused
from kring.client.vault import Code, KringError, Sealed, Vault
from kring.core.meetings import Person, PersonId, Stage, usual
from kring.core.methods.load import load_blocks, load_library
from tests.live.company import LONGEST_SECONDS, PEOPLE, attend, gather
from tests.live.served import Served

INCIDENT = usual(next(one for one in load_library() if one.id == "incident-kort"), load_blocks())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("kring"))
    yield server
    server.stop()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(LONGEST_SECONDS):
        while not holds():  # noqa: ASYNC110 - the companions have the event to themselves
            await asyncio.sleep(0.01)


async def test_killing_the_server_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    server = Served(tmp_path)
    try:
        companions = await gather(server.site, INCIDENT)
        opener = companions[0]
        meeting = asyncio.create_task(attend(companions))
        await until(lambda: opener.room.state is not None and opener.room.state.number >= 40)
        server.kill()
        seen = max(companion.room.state.number for companion in companions if companion.room.state)

        server.start()
        await meeting

        assert opener.room.state is not None
        assert opener.room.state.stage is Stage.CLOSED
        assert opener.room.state.number > seen
    finally:
        server.stop()


async def test_an_old_link_knocks_in_vain(server: Served) -> None:
    seat = await Seat.open_meeting(server.site, method="basis")
    await seat.site.delete(seat.path("door/"))

    with pytest.raises(Refused) as refused:
        await Seat.knock(seat.link)

    assert refused.value.code == "door_closed"


async def test_companions_go_home_when_nobody_else_is_there(server: Served) -> None:
    seat = await Seat.open_meeting(server.site, method="basis")
    opener = companion_in(seat, 4, PEOPLE, FAST, 1)
    pace = replace(FAST, alone=1.0)
    party = asyncio.create_task(Party(seat.link, 2, pace).attend())
    opened = asyncio.create_task(opener.attend())
    await until(lambda: opener.room.state is not None and len(opener.room.state.people) == 3)

    await opener.room.do("leave")
    await opened

    async with asyncio.timeout(LONGEST_SECONDS):
        await party


async def test_who_left_opens_nothing_that_is_written_after(server: Served) -> None:
    first = await Seat.open_meeting(server.site, method="basis")
    async with Room(first) as bram, Room(await Seat.knock(first.link)) as noor:
        ruud = Room(await Seat.knock(first.link))
        async with ruud:
            await until(lambda: all(room.view() and len(people(room)) == 3 for room in (bram, noor, ruud)))
            await noor.introduce("before he left")
            await until(lambda: names_opened(ruud, noor, envelope_of(ruud, noor)) == ["before he left"])
            heard = envelope_of(ruud, noor)
            await ruud.do("leave")
        await until(lambda: people(noor)[ruud.me].left)

        await noor.introduce("after he left", times=2)

        await until(lambda: envelope_of(bram, noor) not in (heard, ""))
        told = (heard, envelope_of(bram, noor))
        keys = await bram.seat.fetch_keys()
        assert keys is not None
        assert keys.gone == ()
        assert names_opened(bram, noor, *told) == ["before he left", "after he left"]
        assert names_opened(ruud, noor, *told) == ["before he left", None]
        # Whatever the server might hand him: neither the statement nor the box gives him the key.
        with pytest.raises(KringError) as removed:
            ruud.seat.vault.enter(
                group=first.link.meeting, chain=keys.epochs, grants=keys.grants, boxes=keys.boxes
            )
        assert removed.value.code is Code.REMOVED
        assert names_opened(ruud, noor, *told) == ["before he left", None]


def people(room: Room) -> Mapping[PersonId, Person]:
    return room.state.people if room.state else {}


def envelope_of(room: Room, whose: Room) -> str:
    """The sealed name of somebody, as another person's client has it."""
    return people(room)[whose.me].introduced


def names_opened(room: Room, whose: Room, *envelopes: str) -> list[str | None]:
    """What somebody's keys make of the names that another person told, one after the other."""
    told = [
        Sealed(envelope, whose.me, "member.name", whose.me, rev) for rev, envelope in enumerate(envelopes, 1)
    ]
    return [one.text for one in room.seat.vault.open(group=room.seat.link.meeting, items=told)]


async def test_a_seat_that_somebody_else_took_over_ends_the_room(server: Served) -> None:
    opener = companion_in(await Seat.open_meeting(server.site, method="basis"), 0, PEOPLE, FAST, 1)
    link = opener.room.seat.link
    first = await Seat.knock(link)
    async with opener.room, Room(first) as room:
        await until(lambda: room.state is not None and len(room.state.people) == 2)
        again = Vault().knock(group=link.meeting, secret=link.secret, acct=first.acct)
        body = {
            "door_token": again.door_token,
            "acct": again.acct,
            "member": again.member,
            "mac": again.join_mac,
            "share": "A" * 43,
        }

        await first.site.post(first.path("door/"), body)

        await until(lambda: room.ended is not None)
