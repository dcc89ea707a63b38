"""What is malformed, too large, too fast or out of place is refused in the person's language; the room goes on."""

import asyncio
import json
from uuid import uuid4

import pytest

from tests.live.conftest import Sit
from tests.live.people import Line, Person
from tests.web.keys import Link, envelope


async def ending_of(person: Person, path: str = "live/", **headers: str) -> int:
    """The code with which somebody's line ends who only greets."""
    async with person.socket(path, **headers) as socket:
        code, reason = await Line(person, socket).ending()
    assert reason
    return code


@pytest.mark.parametrize(
    "message",
    [
        "dit is geen bericht",
        "[]",
        '{"do":"dance","id":"1"}',
        '{"do":"assent"}',
        '{"do":"assent","id":7}',
        '{"do":"assent","id":"1","extra":true}',
        '{"do":"introduce","id":"1"}',
        json.dumps({"do": "assent", "id": "i" * 65}),
    ],
)
async def test_malformed_is_refused_and_ends_the_line_of_whoever_sent_it(
    noor: Person, bram: Person, sit: Sit, message: str
) -> None:
    brams, noors = await sit(bram), await sit(noor)

    await noors.send(message)

    refused = await noors.until(lambda heard: "refused" in heard)
    assert (refused["code"], refused["say"]) == (
        "malformed",
        "Dat begrepen we niet. Laad de pagina opnieuw en probeer het nog eens.",
    )
    assert (await noors.ending())[0] == 4400
    assert "done" in await brams.do("introduce", text=await bram.seal())


async def test_refusal_of_a_malformed_deed_says_which_one(noor: Person, sit: Sit) -> None:
    line = await sit(noor)

    await line.send({"do": "introduce", "id": "de mijne".replace(" ", "-"), "txt": ""})

    assert (await line.until(lambda heard: "refused" in heard))["refused"] == "de-mijne"


@pytest.mark.parametrize("greeting", ["hallo", "{}", '{"hello":{"since":-1}}', '{"do":"assent","id":"1"}'])
async def test_who_does_not_greet_has_no_line(noor: Person, greeting: str) -> None:
    async with noor.socket() as socket:
        await socket.send(greeting)

        assert (await Line(noor, socket).ending())[0] == 4400


async def test_too_large_text_is_refused_and_the_line_goes_on(imane: Person, sit: Sit) -> None:
    line = await sit(imane)
    box = (await imane.keys())["boxes"][-1]["id"]

    answer = await line.do("introduce", text=envelope(box, 64 * 1024))

    assert (answer["code"], answer["say"]) == (
        "too_large",
        "That text is too long. Make it shorter, or split it in two.",
    )
    assert "done" in await line.do("introduce", text=envelope(box, 32 * 1024))


@pytest.mark.parametrize("text", ["", "Noor", "A" * 400])
async def test_text_that_is_not_sealed_is_refused(noor: Person, sit: Sit, text: str) -> None:
    line = await sit(noor)

    answer = await line.do("introduce", text=text)

    assert answer["code"] == "not_sealed"
    assert "Noor" not in answer["say"]


async def test_text_in_a_box_of_before_somebody_went_is_refused(noor: Person, bram: Person, sit: Sit) -> None:
    line = await sit(noor)
    before = await noor.seal()
    await noor.begin_epoch([noor], why="remove")

    assert (await line.do("introduce", text=before))["code"] == "old_key"
    assert "done" in await line.do("introduce", text=await noor.seal())


async def test_text_in_a_box_of_before_somebody_came_is_taken(noor: Person, sit: Sit) -> None:
    line = await sit(noor)
    before = await noor.seal()
    joost = Person(noor.port, noor.link)
    await joost.knock()
    await noor.begin_epoch([noor, joost], admitted=[joost])

    assert "done" in await line.do("introduce", text=before)


async def test_text_in_the_box_of_another_meeting_is_refused(noor: Person, sit: Sit) -> None:
    line = await sit(noor)

    assert (await line.do("introduce", text=envelope(str(uuid4()))))["code"] == "old_key"


async def test_too_fast_is_refused_and_the_line_goes_on(noor: Person, sit: Sit) -> None:
    line = await sit(noor)

    for number in range(100):
        await line.send({"do": "end_time_out", "id": str(number)})
    answers = [await line.until(lambda heard: "refused" in heard) for _ in range(100)]

    assert {answer["code"] for answer in answers} == {"not_assented", "too_fast"}
    await asyncio.sleep(0.1)
    assert "done" in await line.do("introduce", text=await noor.seal())


async def test_who_does_not_slow_down_loses_the_line(noor: Person, bram: Person, sit: Sit) -> None:
    brams, noors = await sit(bram), await sit(noor)

    for number in range(1_000):
        await noors.send({"do": "end_time_out", "id": str(number)})

    assert (await noors.ending())[0] == 4429
    assert "done" in await brams.do("introduce", text=await bram.seal())


@pytest.mark.parametrize(
    ("language", "say"),
    [("nl", "Stem eerst in met de spelregels."), ("en", "Agree to the ground rules first.")],
)
async def test_out_of_place_is_refused_in_the_persons_language(
    noor: Person, sit: Sit, language: str, say: str
) -> None:
    noor.language = language
    line = await sit(noor)

    answer = await line.do("raise_hand")

    assert (answer["code"], answer["say"]) == ("not_assented", say)


async def test_language_of_the_cookie_goes_first(noor: Person, sit: Sit) -> None:
    noor.cookie += "; language=en"

    line = await sit(noor)

    assert line.heard[0]["welcome"]["language"] == "en"


async def test_no_seat_no_line(noor: Person) -> None:
    assert await ending_of(Person(noor.port, noor.link)) == 4403


async def test_seat_of_another_meeting_opens_no_line(noor: Person) -> None:
    olga = Person(noor.port, Link())
    await olga.begin()
    olga.link = noor.link

    assert await ending_of(olga) == 4403


async def test_meeting_that_never_was_sounds_like_one_without_a_seat(noor: Person) -> None:
    noor.link = Link()

    assert await ending_of(noor) == 4403


async def test_no_such_address(noor: Person) -> None:
    assert await ending_of(noor, path="elders/") == 4404


async def test_page_of_another_site_gets_no_line(noor: Person) -> None:
    assert await ending_of(noor, Origin="https://elders.example") == 4403


async def test_page_of_this_site_gets_one(noor: Person) -> None:
    async with noor.line(Origin=f"http://127.0.0.1:{noor.port}") as line:
        assert "welcome" in await line.hear()


async def test_removed_member_loses_every_line_at_once(noor: Person, bram: Person, sit: Sit) -> None:
    one, two = await sit(bram), await sit(bram)

    await noor.begin_epoch([noor], why="remove")

    assert [(await line.ending())[0] for line in (one, two)] == [4403, 4403]
    assert await ending_of(bram) == 4403


async def test_who_leaves_for_good_hears_nothing_more(noor: Person, bram: Person, sit: Sit) -> None:
    noors, brams = await sit(noor), await sit(bram)

    await brams.do("leave")

    assert (await brams.ending())[0] == 4403
    assert (await noors.until_event("left"))["by"] == bram.acct
    status = 200
    for _ in range(500):
        if status != 404:
            await asyncio.sleep(0.02)
            status, _ = await bram.ask("GET", f"{bram.link.path}keys/")
    assert status == 404


async def test_closed_door_is_told(noor: Person, bram: Person, sit: Sit) -> None:
    noors = await sit(noor)

    await bram.ask("DELETE", f"{bram.link.path}door/")

    assert await noors.until(lambda heard: "door" in heard) == {"door": "closed"}
