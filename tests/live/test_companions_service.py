"""Companions that come when a page asks for them, past the server."""

import asyncio
import json
from collections.abc import Iterator

import pytest

from kring.client.companions import FAST
from kring.client.companions.party import companion_in
from kring.client.companions.service import Companions
from kring.client.link import Link
from kring.client.seat import Seat
from kring.client.site import Refused, Site
from kring.core.meetings import Stage
from tests.live.served import Served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("kring"))
    yield server
    server.stop()


class Page(Site):
    """A page of `origin` that calls the companions' process, as a browser does."""

    def __init__(self, origin: str, companions: Companions) -> None:
        super().__init__(f"http://127.0.0.1:{companions.port}")
        self.origin = origin

    async def ask(self, body: object) -> int:
        try:
            return (await self.post("/", body)).status
        except Refused as refused:
            return refused.status


async def test_four_companions_come_and_hold_the_meeting_with_whoever_asked(server: Served) -> None:
    seat = await Seat.open_meeting(server.site, method="basis")
    somebody = companion_in(seat, 4, 5, FAST, 1)
    opener = asyncio.create_task(somebody.attend())

    async with Companions(frozenset({server.origin}), pace=FAST) as companions:
        assert await Page(server.origin, companions).ask({"link": str(seat.link), "language": "en"}) == 202
        async with asyncio.timeout(60):
            await opener

    assert somebody.room.state is not None
    assert somebody.room.state.stage is Stage.CLOSED
    assert len(somebody.room.state.people) == 5


async def test_the_secret_reaches_no_server(server: Served) -> None:
    seat = await Seat.open_meeting(server.site, method="basis")
    somebody = companion_in(seat, 4, 5, FAST, 1)

    async with Companions(frozenset({server.origin}), pace=FAST) as companions:
        await Page(server.origin, companions).ask({"link": str(seat.link)})
        await somebody.attend()

    kept = [path.read_bytes() for path in server.data.rglob("*") if path.is_file()]
    assert any(seat.link.meeting.replace("-", "").encode() in content for content in kept)
    assert not any(seat.link.secret.encode() in content for content in kept)


@pytest.mark.parametrize(
    ("origin", "link", "status"),
    [
        ("https://elsewhere.example", "{mine}", 403),
        ("{site}", "http://elsewhere.example/m/0f8fad5b-d9cb-469f-a165-70867728950e/#" + "A" * 43, 400),
        ("{site}", "no link at all", 400),
    ],
)
async def test_companions_go_to_their_own_site_and_for_its_pages_only(
    server: Served, origin: str, link: str, status: int
) -> None:
    mine = str(Link(server.origin, "0f8fad5b-d9cb-469f-a165-70867728950e", "A" * 43))

    async with Companions(frozenset({server.origin})) as companions:
        page = Page(origin.format(site=server.origin), companions)

        assert await page.ask({"link": link.format(mine=mine)}) == status


async def test_a_browser_of_another_site_is_not_told_that_it_may_ask(server: Served) -> None:
    async with Companions(frozenset({server.origin})) as companions:
        mine = await preflight(companions, server.origin)
        theirs = await preflight(companions, "https://elsewhere.example")

    assert f"Access-Control-Allow-Origin: {server.origin}" in mine
    assert "Access-Control" not in theirs


async def preflight(companions: Companions, origin: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", companions.port)
    writer.write(
        f"OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = (await reader.read()).decode()
    writer.close()
    return answer


@pytest.mark.parametrize("body", [[], {}, {"link": 5}, "text", {"link": "A" * 5000}])
async def test_nonsense_is_refused_and_changes_nothing(server: Served, body: object) -> None:
    async with Companions(frozenset({server.origin})) as companions:
        page = Page(server.origin, companions)

        assert await page.ask(body) == 400
        assert await page.ask({"link": json.dumps(body)}) == 400
