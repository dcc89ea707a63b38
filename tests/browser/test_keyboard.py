"""Leading a whole meeting without touching a mouse or a screen."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.companions import companions
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.people import next_week
from tests.browser.site import Site


class Typists(Gathering):
    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Typist)


async def test_the_facilitator_leads_by_keyboard_alone(gather: Gather, site: Site, tmp_path: Path) -> None:
    bram = await gather(site.origin, Typists).sit("Bram", language="nl")

    link = await bram.begin()
    async with companions(link, 4):
        await bram.control_words()
        await bram.assent()
        await bram.start(people=5)
        await bram.sees_phase("arriving")
        await bram.take_turn()
        await bram.go_on()
        await bram.sees_phase("looking_back")
        await bram.write("look_backs", "It came of it that I asked")
        await bram.change("It came of it that I asked", "It came of it that I asked twice")
        await bram.take_turn()
        await bram.go_on()
        await bram.sees_phase("offering")
        await bram.take_turn()
        await bram.go_on()
        await bram.sees_phase("voting")
        await bram.vote("Imane")
        await bram.go_on()
        await bram.sees_phase("deciding")
        await bram.choose("Imane")
        for phase in ("informing", "analysing", "advising", "following_up", "learning"):
            await bram.go_on_anyway(phase)
            await bram.sees_phase(phase)
        await bram.take_turn()
        await bram.go_on()
        await bram.sees_phase("intending")
        await bram.write("intentions", "I will ask on", by=next_week())
        await bram.finish()
        await bram.go_on()
        await bram.sees_phase("last_word")
        await bram.take_turn()
        await bram.close_meeting()
    download = await bram.keep_readable()
    await download.save_as(tmp_path / "bram.md")
    assert "I will ask on" in (tmp_path / "bram.md").read_text()
    await bram.keep_sealed()
    await bram.wipe()
    await expect(bram.page.get_by_text(bram.text("notes and keys wiped"), exact=True)).to_be_visible()
