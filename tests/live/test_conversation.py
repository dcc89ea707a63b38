"""Several people in one room: what one does, all hear, in one order, each as far as they may."""

import asyncio
import json
from uuid import uuid4

from kring.core.methods.method import Shown, ShownTo
from tests.live.conftest import Server, Sit
from tests.live.people import Line, Person
from tests.web.keys import envelope


async def start(lines: list[Line]) -> None:
    """Everybody tells a name and agrees; the first one facilitates and begins."""
    for line in lines:
        await line.do("introduce", text=await line.person.seal())
        await line.do("assent")
    assert "done" in await lines[0].do("start")
    await catch_up(lines)


async def catch_up(lines: list[Line]) -> None:
    """Let everybody hear everything."""
    newest = max(line.state.number for line in lines if line.state)
    for line in lines:
        await line.until_number(newest)


async def go_on(line: Line) -> None:
    """To the next phase, whatever is still to be chosen before."""
    assert line.state is not None
    answer = await line.do("next", from_phase=line.state.phase)
    if answer.get("code") == "no_presenter_yet":
        other = next(acct for acct in line.state.people if acct != line.person.acct)
        await line.do("choose_presenter", person=other)
        answer = await line.do("next", from_phase=line.state.phase)
    assert "done" in answer, answer


async def test_everybody_hears_the_same_in_one_order(
    noor: Person, bram: Person, imane: Person, sit: Sit
) -> None:
    lines = [await sit(noor), await sit(bram), await sit(imane)]

    await start(lines)

    told = [[(event["number"], event["event"], event["by"]) for event in line.events] for line in lines]
    assert told[0] == told[1] == told[2]
    assert [number for number, _, _ in told[0]] == list(range(1, len(told[0]) + 1))


async def test_deed_is_told_before_it_is_acknowledged(noor: Person, sit: Sit) -> None:
    line = await sit(noor)

    answer = await line.do("introduce", text=await noor.seal())

    assert line.state is not None
    assert (line.state.number, line.state.people[noor.acct].introduced != "") == (answer["number"], True)


async def test_text_comes_to_nobody_before_they_agreed_to_the_ground_rules(
    noor: Person, bram: Person, imane: Person, sit: Sit
) -> None:
    noors, brams = lines = [await sit(noor), await sit(bram)]
    await start(lines)
    while not (noors.state and noors.state.plan.phases[noors.state.phase].phase.writing):
        await go_on(noors)
    slot = noors.state.plan.phases[noors.state.phase].phase.writing[0].id
    texts = {str(uuid4()): await noor.seal() for _ in range(2)}
    first, second = texts

    await noors.do("contribute", entry=first, slot=slot, text=texts[first])
    imanes = await sit(imane)
    await noors.do("contribute", entry=second, slot=slot, text=texts[second])
    await catch_up([noors, brams, imanes])
    heard = json.dumps(imanes.heard)
    await imanes.do("assent")

    assert [text in json.dumps(brams.heard) for text in texts.values()] == [True, True]
    assert [text in heard for text in texts.values()] == [False, False]
    assert imanes.state is not None
    assert {id: entry.text for id, entry in imanes.state.entries.items()} == texts
    brams_news = await brams.until_event("assented")
    assert "cards" not in brams_news
    back = await sit(imane)
    assert back.state == imanes.state


async def test_hidden_writing_comes_to_nobody_before_the_reveal(
    noor: Person, bram: Person, imane: Person, sit: Sit
) -> None:
    lines = [await sit(noor), await sit(bram), await sit(imane)]
    await start(lines)
    first = lines[0]
    assert first.state is not None
    slot = None
    while slot is None:
        await go_on(first)
        writing = first.state.plan.phases[first.state.phase].phase.writing
        slot = next((w for w in writing if w.shown is Shown.TOGETHER and w.shown_to is ShownTo.GROUP), None)
    await catch_up(lines)

    texts = {}
    for line in lines:
        texts[line.person.acct] = await line.person.seal()
        answer = await line.do("contribute", entry=str(uuid4()), slot=slot.id, text=texts[line.person.acct])
        if "refused" in answer:
            del texts[line.person.acct]
    await catch_up(lines)
    early = {line.person.acct: str(line.heard) for line in lines}
    while not any(event["event"] == "revealed" for event in first.events):
        await go_on(first)
    await catch_up(lines)

    assert len(texts) >= 2
    for line in lines:
        others = {acct: text for acct, text in texts.items() if acct != line.person.acct}
        assert [acct for acct, text in others.items() if text in early[line.person.acct]] == []
        revealed = [event for event in line.events if event["event"] == "revealed"]
        assert [{card["text"] for card in event["cards"]} for event in revealed] == [set(texts.values())]


async def test_same_deed_twice_is_done_once(noor: Person, sit: Sit) -> None:
    line = await sit(noor)
    text = await noor.seal()

    first = await line.do("introduce", id="een", text=text)
    again = await line.do("introduce", id="een", text=text)

    assert first == again
    assert [event["event"] for event in line.events].count("introduced") == 1


async def test_two_tabs_of_one_seat_are_one_person_with_two_lines(
    noor: Person, bram: Person, sit: Sit
) -> None:
    brams = await sit(bram)
    one, two = await sit(noor), await sit(noor)

    await one.do("introduce", text=await noor.seal())
    await brams.until_event("introduced")
    await two.until_event("introduced")

    assert [event["event"] for event in brams.events if event["by"] == noor.acct] == ["joined", "introduced"]


async def test_who_comes_back_hears_what_they_missed_and_nothing_twice(
    noor: Person, bram: Person, sit: Sit
) -> None:
    noors = await sit(noor)
    async with bram.line() as line:
        await line.until_event("joined")
        seen = line.state.number if line.state else 0
    await noors.do("introduce", text=await noor.seal())
    last = (await noors.do("assent"))["number"]

    async with bram.line(since=seen) as line:
        await line.until(lambda message: "events" in message)

    assert [event["number"] for event in line.events] == list(range(seen + 1, last + 1))


async def test_who_comes_later_gets_the_whole_history(
    noor: Person, bram: Person, imane: Person, sit: Sit
) -> None:
    lines = [await sit(noor), await sit(bram)]
    await start(lines)

    later = await sit(imane)
    await catch_up([*lines, later])

    assert [event["event"] for event in later.events] == [event["event"] for event in lines[0].events]


async def test_somebody_at_the_door_waits_and_is_welcomed(noor: Person, sit: Sit) -> None:
    noors = await sit(noor)
    joost = Person(noor.port, noor.link)
    await joost.knock()
    await noors.until(lambda message: "keys" in message)

    async with joost.line() as line:
        waiting = await line.hear()
        await noor.begin_epoch([noor, joost], admitted=[joost])
        await line.until_event("joined")

    assert waiting == {"waiting": True}
    assert [next(iter(message)) for message in line.heard[:3]] == ["waiting", "keys", "welcome"]


async def test_one_who_does_not_listen_holds_up_nobody(noor: Person, bram: Person, sit: Sit) -> None:
    noors = await sit(noor)
    async with bram.socket() as deaf:
        await deaf.send('{"hello":{"since":0}}')
        deaf.transport.pause_reading()
        box = (await noor.keys())["boxes"][-1]["id"]

        for _ in range(40):
            answer = await noors.do("introduce", text=envelope(box, 32 * 1024))
            while answer.get("code") == "too_fast":
                await asyncio.sleep(0.05)
                answer = await noors.do("introduce", text=envelope(box, 32 * 1024))
            assert "done" in answer
        deaf.transport.abort()


async def test_logs_hold_no_text_no_cookie_and_no_meeting(noor: Person, server: Server, sit: Sit) -> None:
    line = await sit(noor)
    text = await noor.seal()

    await line.do("introduce", text=text)
    await line.send("dit is geen bericht")
    await line.ending()

    kept_out = [text, "geen bericht", noor.cookie, noor.link.door_token, noor.link.meeting]
    assert [secret for secret in kept_out if secret in server.log] == []
