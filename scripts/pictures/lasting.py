"""A circle that lasts, when everything in it is in use: its page, on a phone and on a laptop."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.async_api import Browser, expect

from scripts.pictures.camera import LAPTOP, PHONE, shoot
from tests.browser.beginnings import USUAL, begin
from tests.browser.gathering import Gathering
from tests.browser.season import Season, hold, offers_a_case
from tests.browser.site import Site
from tests.browser.words import Language

NAMES = ["Noor", "Bram", "Imane", "Joost", "Wei", "Olga"]
RULES = {"nl": "1. Wat hier gezegd wordt, blijft hier.", "en": "1. What is said here stays here."}
QUESTIONS = {
    "nl": ["Hoe zeg ik nee zonder ruzie?", "Wat doe ik als ik het niet weet?", "Hoe vraag ik door?"],
    "en": ["How do I say no without a row?", "What do I do when I don't know?", "How do I ask on?"],
}
INTENTION = {"nl": "Eerst tot tien tellen, dan pas antwoorden", "en": "Count to ten before I answer"}
METHODS = ["incident-kort", "roddel", "basis", "dilemma"]
WORK = {"nl": "Jeugdzorg", "en": "Youth care"}


async def show_lasting(browser: Browser, origin: str, language: Language) -> None:
    """On a server of its own, whose clock moves on from meeting to meeting."""
    with tempfile.TemporaryDirectory() as data:
        site = Site(Path(data), by_jumping_clock=True)
        await site.start()
        try:
            async with Gathering(browser, site.origin) as gathering:
                await live_for_a_while(Season(site, gathering, language))
        finally:
            site.stop()


async def live_for_a_while(season: Season) -> None:
    """Four meetings, and the week before the fifth."""
    language = season.language
    await season.sign_up(*NAMES)
    agreed = {**USUAL, "field_of_work": WORK[language]}
    await begin([season.fellows[name] for name in NAMES], RULES[language], agreed)
    noor = await season.sit_down("Noor", LAPTOP)
    season.address = f"{season.gathering.origin}{season.fellows['Noor'].path()}"
    await season.plan(noor)
    for method, presenter in zip(METHODS, NAMES[1:], strict=False):
        await hold(season, method, presenter=presenter, offer=QUESTIONS[language][0])
    for question in QUESTIONS[language]:
        await offers_a_case(noor, season.address, question)
    await noor.page.goto(f"{season.address}intentions/")
    await noor.press(noor.page.get_by_text(noor.text("Write one down in between"), exact=True))
    await noor.page.locator("#new-text").fill(INTENTION[language])
    await noor.press(noor.button("Keep this intention"))
    await expect(noor.page.locator("my-intentions [data-part=open] > li")).to_have_count(1)
    await season.tend(noor)
    await expect(noor.page.locator("open-intentions")).to_contain_text(INTENTION[language])
    await shoot(noor.page, "circle-desktop", language)
    await noor.page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    await shoot(noor.page, "circle-phone", language)
