"""Whose turn it is: two swap by keyboard, and a turn that two want to take over goes to one of them."""

import asyncio
import re

from playwright.async_api import Locator, expect

from tests.browser import circles
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site


async def test_two_swap_their_turns_by_keyboard(own_site: Site, gather: Gather) -> None:
    circle = await circles.begin(gather(own_site.origin, Gathering), own_site.data, "Noor", "Bram", "Imane")
    noor, bram, imane = (Typist(one.page, one.name, one.language, one.faults) for one in circle.members)
    await circles.plan(circle.members[0], circle)
    await sees_turns(noor, circle, "You lead.", "Bram leads.", "Imane leads.")

    await noor.press(first_turn(noor).get_by_role("link", name=noor.text("Change")))
    await choose(noor, noor.page.get_by_role("radio", name=re.compile("Bram gets")).first)
    await noor.press(noor.button("Ask"))
    await expect(noor.page.get_by_text(noor.text("There is no answer yet."))).to_be_visible()
    await bram.page.goto(circle.address)
    await bram.press(bram.page.get_by_role("link", name=re.compile("^Noor asks to swap")))
    await bram.press(bram.button("Yes, that's fine"))

    await expect(bram.button("Yes, that's fine")).to_be_hidden()
    await sees_turns(bram, circle, "You lead.", "Noor leads.", "Imane leads.")
    await look_at_every_page(bram, circle)

    await two_answer_at_once(bram, [noor, imane], circle)


async def two_answer_at_once(bram: Typist, others: list[Typist], circle: circles.Circle) -> None:
    """Bram asks both to take his turn over, and both say yes at the same moment."""
    for other in others:
        await bram.page.goto(f"{circle.address}turns/")
        await bram.press(first_turn(bram).get_by_role("link", name=bram.text("Change")))
        await choose(bram, bram.page.get_by_role("radio", name=re.compile(f"^{other.name} takes it over")))
        await bram.press(bram.button("Ask"))
        await expect(bram.page.get_by_text(f"You asked {other.name} to lead")).to_be_visible()
        await other.page.goto(f"{circle.address}turns/")
        other.faults.expect("Failed to load resource")  # one of them hears that the other was first
    answers = [other.button("Yes, that's fine") for other in others]
    async with others[0].page.expect_navigation(), others[1].page.expect_navigation():
        await asyncio.gather(*(answer.click() for answer in answers))
    refused = [
        other
        for other in others
        if await other.page.get_by_text("This turn is no longer Bram's").is_visible()
    ]
    assert len(refused) == 1
    [taker] = [other for other in others if other not in refused]
    await sees_turns(bram, circle, f"{taker.name} leads.")


async def sees_turns(one: Attendee, circle: circles.Circle, *leading: str) -> None:
    await one.page.goto(f"{circle.address}turns/")
    turns = one.page.locator(".turn-dates__turn:first-child")
    for number, sentence in enumerate(leading):
        await expect(turns.nth(number)).to_contain_text(sentence)


def first_turn(one: Attendee) -> Locator:
    return one.page.locator(".turn-dates__turn").first


async def choose(one: Typist, choice: Locator) -> None:
    """Among radios of which none is chosen yet: by Tab to the first, and on by the arrows."""
    await one.go_to(one.page.get_by_role("radio").first)
    await one.page.keyboard.press("Space")
    await one.pick(choice)


async def look_at_every_page(one: Attendee, circle: circles.Circle) -> None:
    """With axe, in the dark, in large letters, on a phone."""
    await one.page.set_viewport_size({"width": 360, "height": 740})
    await one.page.goto(f"{circle.address}turns/")
    links = one.page.locator(".turn-dates__turn a")
    turns = [str(await links.nth(number).get_attribute("href")) for number in range(2)]
    faults = {}
    for page in (circle.address, f"{circle.address}turns/", f"{circle.address}path/", *turns):
        await one.page.goto(page)
        faults[page] = await faults_of(one.page)
    await one.page.set_viewport_size({"width": 1280, "height": 800})
    assert {page: found for page, found in faults.items() if found} == {}
