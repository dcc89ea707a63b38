"""What was acknowledged is kept, whatever happens to the server; what was said is gone when it has to be."""

import asyncio
from itertools import count

import pytest
from websockets.exceptions import ConnectionClosed

from tests.live.conftest import Server, Sit, come_in
from tests.live.people import Person
from tests.web.keys import Link


@pytest.fixture
async def two(own_server: Server) -> tuple[Person, Person]:
    """Noor and Bram, at a server that may be killed."""
    noor = Person(own_server.port, Link())
    await noor.begin()
    return noor, await come_in(noor, [noor])


async def test_killing_the_server_loses_nothing_that_was_acknowledged(
    own_server: Server, two: tuple[Person, Person]
) -> None:
    noor, bram = two
    acknowledged: dict[str, int] = {}
    heard: set[int] = set()
    enough = asyncio.Event()

    async def write() -> None:
        async with noor.line() as line:
            await line.until(lambda _: line.state is not None and noor.acct in line.state.people)
            text = await noor.seal()
            for number in count():
                answer = await line.do("introduce", id=str(number), text=text)
                if "done" in answer:
                    acknowledged[str(number)] = answer["number"]
                    if len(acknowledged) >= 80:
                        enough.set()
                else:
                    await asyncio.sleep(0.05)

    async def listen() -> None:
        async with bram.line() as line:
            while True:
                heard.update(event["number"] for event in (await line.hear()).get("events", ()))

    at_work = [asyncio.create_task(write()), asyncio.create_task(listen())]
    await enough.wait()
    own_server.kill()
    ends = await asyncio.gather(*at_work, return_exceptions=True)
    own_server.start()

    async with bram.line() as line:
        await line.until_event("joined")
        kept = {event.get("command"): event["number"] for event in line.events}
        numbers = [event["number"] for event in line.events]
    assert [isinstance(end, ConnectionClosed) for end in ends] == [True, True]
    assert {id: kept.get(id) for id in acknowledged} == acknowledged
    assert heard <= set(numbers)
    assert numbers == list(range(1, len(numbers) + 1))


async def test_deed_without_an_answer_is_done_once_when_sent_again(
    own_server: Server, two: tuple[Person, Person]
) -> None:
    noor, _ = two
    text = await noor.seal()
    async with noor.line() as line:
        first = await line.do("introduce", id="een", text=text)
    own_server.kill()
    own_server.start()

    async with noor.line() as line:
        again = await line.do("introduce", id="een", text=text)

    assert again == first
    assert [event["event"] for event in line.events].count("introduced") == 1


async def test_closed_meeting_says_so_and_is_destroyed_when_all_have_taken_leave(
    own_server: Server, two: tuple[Person, Person], sit: Sit
) -> None:
    noor, bram = two
    noors, brams = await sit(noor), await sit(bram)
    texts = [await noor.seal(), await bram.seal()]
    for line, text in zip((noors, brams), texts, strict=True):
        await line.do("introduce", text=text)
        await line.do("assent")
    await noors.do("start")
    await noors.do("close_meeting")

    assert [(await line.ending())[0] for line in (noors, brams)] == [4410, 4410]
    async with noor.line() as line:
        assert (await line.ending())[0] == 4410
        assert line.events[-1]["event"] == "closed"
    kept = own_server.on_disk()
    assert [text for text in texts if text.encode() not in kept] == []
    salts = [box["salt"] for box in (await noor.keys())["boxes"]]

    await noor.ask("POST", f"{noor.link.path}deletion/", {})
    _, evidence = await bram.ask("POST", f"{bram.link.path}deletion/", {})

    assert (evidence["destroyed"], evidence["why"], evidence["counts"]["salts"]) == (True, "closing", 2)
    kept = own_server.on_disk()
    assert [text for text in [*texts, *salts] if text.encode() in kept] == []
    async with noor.line() as line:
        assert (await line.ending())[0] == 4410


async def test_server_that_stops_says_goodbye(
    own_server: Server, two: tuple[Person, Person], sit: Sit
) -> None:
    line = await sit(two[0])

    own_server.stop()

    assert (await line.ending())[0] == 1012
    assert "Traceback" not in own_server.log


async def test_second_server_on_the_same_data_does_not_start(own_server: Server) -> None:
    second = Server(own_server.data)

    with pytest.raises(AssertionError):
        second.start()

    assert "Another server already serves the meetings" in own_server.log
    assert own_server.answers()
