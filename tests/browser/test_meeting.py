"""Five people in five browsers hold a meeting, from 'Begin now' to what they take home."""

import asyncio
import sqlite3
from pathlib import Path

import pyrage
from playwright.async_api import expect

import kring.client.vault
from tests.browser import story
from tests.browser.archives import has_age, open_with_age
from tests.browser.browsers import DESKTOP, PHONE
from tests.browser.gathering import Gathering
from tests.browser.site import Site
from tests.browser.story import Circle, words_of

DUTCH_WORDS = Path(kring.client.vault.__file__).parent / "words" / "nl.txt"


async def test_five_people_hold_a_meeting(gathering: Gathering, site: Site, tmp_path: Path) -> None:
    circle = await story.invite(gathering, "nl", DESKTOP, PHONE)

    link = await story.gather(circle)
    await they_compare_words(circle)
    await nobody_begins_before_all_agree(circle)
    await story.arrive(circle)
    await story.offer(circle)
    await story.vote(circle)
    await the_vote_is_blind(circle)
    await story.choose(circle)
    await the_votes_are_open(circle)
    await story.ask(circle)
    await story.take_apart(circle)
    await peers_sit_in_small_groups(circle)
    await the_presenter_is_out_of_the_room(circle)
    await what_is_written_lies_face_down(circle)
    await story.advise(circle)
    await advice_is_for_the_presenter(circle)
    await story.learn_and_close(circle)
    await everybody_takes_along_what_is_theirs(circle, tmp_path)
    await everything_is_destroyed(circle, site, link)


async def they_compare_words(circle: Circle) -> None:
    read = await asyncio.gather(*(one.control_words() for one in circle.everybody))

    assert len({tuple(words) for words in read}) == 1, read
    assert set(read[0]) <= set(DUTCH_WORDS.read_text().split())


async def nobody_begins_before_all_agree(circle: Circle) -> None:
    await circle.bram.assent()

    await circle.bram.sees_now("You are ready. We are waiting for the others.")
    await expect(circle.bram.button("Begin the meeting")).to_be_hidden()
    await asyncio.gather(*(one.assent() for one in circle.everybody[1:]))


async def the_vote_is_blind(circle: Circle) -> None:
    for one in circle.everybody:
        for count in (one.text("{count} vote", count=1), one.text("{count} votes", count=5)):
            await expect(one.page.get_by_text(count, exact=True)).to_have_count(0)


async def the_votes_are_open(circle: Circle) -> None:
    for one in circle.everybody:
        await expect(one.card(words_of(circle.noor, "offers"))).to_contain_text(
            one.text("{count} votes", count=5)
        )


async def peers_sit_in_small_groups(circle: Circle) -> None:
    for peer in circle.peers:
        before, _, _ = peer.text("Talk together with {names}.", names="|").partition("|")
        await expect(peer.now).to_contain_text(before)


async def the_presenter_is_out_of_the_room(circle: Circle) -> None:
    noor = circle.noor
    await noor.sees_now("Leave the room for a while. We'll call you.")
    await expect(circle.bram.seat("Noor")).to_contain_text(circle.bram.text("out of the room"))
    await expect(noor.box("causes")).to_have_count(0)
    for peer in circle.peers:
        await noor.does_not_see(words_of(peer, "causes"))


async def what_is_written_lies_face_down(circle: Circle) -> None:
    for peer in circle.peers:
        await peer.sees_card(words_of(peer, "causes"))
        for other in set(circle.peers) - {peer}:
            await peer.does_not_see(words_of(other, "causes"))


async def advice_is_for_the_presenter(circle: Circle) -> None:
    for peer in circle.peers:
        await circle.noor.opens_earlier_cards()
        await circle.noor.sees_card(words_of(peer, "advice"))
        for other in (circle.bram, *set(circle.peers) - {peer}):
            await other.does_not_see(words_of(peer, "advice"))


async def everybody_takes_along_what_is_theirs(circle: Circle, folder: Path) -> None:
    for one in circle.everybody:
        download = await one.keep_readable()
        await download.save_as(folder / f"{one.name}.md")
        kept = (folder / f"{one.name}.md").read_text()
        assert {peer.name for peer in circle.peers if words_of(peer, "advice") in kept} == (
            {peer.name for peer in circle.peers} if one is circle.noor else {one.name} - {"Bram"}
        )
        assert all(words_of(other, "intentions") in kept for other in circle.everybody)

    download, passphrase = await circle.noor.keep_sealed()
    archive = folder / "noor.md.age"
    await download.save_as(archive)
    readable = (folder / "Noor.md").read_text()
    assert pyrage.passphrase.decrypt(archive.read_bytes(), passphrase).decode() == readable
    if has_age():
        assert await asyncio.to_thread(open_with_age, archive, passphrase) == readable


async def everything_is_destroyed(circle: Circle, site: Site, link: str) -> None:
    *before, last = circle.everybody
    for one in before:
        await one.wipe()
        await expect(one.page.get_by_text(one.text("notes and keys wiped"), exact=True)).to_be_visible()
    await last.wipe()
    await expect(
        last.page.get_by_text(last.text("Everything is gone, here and on the server."), exact=True)
    ).to_be_visible()

    meeting = link.partition("/m/")[2].partition("/")[0]
    with sqlite3.connect(site.data / "kring.sqlite3") as database:
        events = database.execute(
            "select count(*) from meetings_event where meeting_id = ?", [meeting.replace("-", "")]
        )
        assert events.fetchone() == (0,)
    last.faults.expect("status of 410")
    await last.page.goto("/")
    await last.page.goto(link)
    await expect(last.now).to_have_text(last.text("This meeting is over"))
    await expect(last.page.get_by_role("heading", name=last.text("Evidence of deletion"))).to_be_visible()
