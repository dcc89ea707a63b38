"""The pages on which one chooses and prepares."""

from __future__ import annotations

from playwright.async_api import Browser

from scripts.pictures.camera import LAPTOP, PHONE, shoot
from tests.browser.gathering import Gathering
from tests.browser.people import Attendee
from tests.browser.words import Language

EVENING = "19:30"


async def show_pages(browser: Browser, origin: str, language: Language) -> None:
    """Each on the screen on which one would sit down for it."""
    async with Gathering(browser, origin) as gathering:
        bram = await gathering.sit("Bram", LAPTOP, language)
        noor = await gathering.sit("Noor", PHONE, language)
        await composer(bram)
        await advice(bram)
        await question(noor)
        await bram.page.goto("/methods/roddel/")
        await shoot(bram.page, "method-desktop", language)
        await bram.page.goto("/exercises/giving_feedback/")
        await shoot(bram.page, "exercise-desktop", language)


async def composer(bram: Attendee) -> None:
    """A long evening, put together by hand: an exercise, and a case after it."""
    page = bram.page
    await page.goto("/begin/")
    await bram.press(bram.button("Adapt"))
    await bram.press(bram.button("2½ hours"))
    await page.get_by_label(bram.text("Add"), exact=True).select_option("exercise:giving_feedback")
    await bram.press(bram.button("Add it"))
    await bram.fill(page.get_by_label(bram.text("We begin at"), exact=True), EVENING)
    await bram.press(bram.button("Make it fit the time"))
    await bram.page.get_by_text(bram.text("fits the time"), exact=True).wait_for()
    await shoot(page, "composer-desktop", bram.language, top=page.locator("meeting-agenda [data-part=band]"))


async def advice(bram: Attendee) -> None:
    """For a circle that knows its method by heart."""
    page = bram.page
    await page.goto("/methods/advice/")
    await bram.pick(page.locator("input[name=kind]").nth(3))
    await bram.fill(page.locator("#meetings"), "4")
    await page.locator("#last").select_option("incident-kort")
    await page.locator("#familiarity").select_option(index=2)
    await shoot(page, "advice-desktop", bram.language)


async def question(noor: Attendee) -> None:
    """Where the triage begins."""
    await noor.page.goto("/methods/question/")
    await noor.page.locator("question-triage").get_by_role("heading").first.wait_for()
    await shoot(noor.page, "triage-phone", noor.language)
