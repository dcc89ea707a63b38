"""What members do with the methods that their circle has of its own, and with its usual meeting."""

import re

from playwright.async_api import Locator, expect

from tests.browser.circles import Circle
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.test_own_method import adapt

NAME = "Canary-method: gossip by the lake 4c1e07"
OF_BRAM = "Canary-change: as Bram has it 77b0d2"
OF_NOOR = "Canary-change: as Noor has it c05a9e"
SUMMARY = "#f-summary-en"


WRITTEN = {"name": NAME, "bram": OF_BRAM, "noor": OF_NOOR}
USUAL = [
    "Arrival",
    "Look-back",
    "Choosing a case",
    NAME,
    "Choosing a case",
    "Incident method, short",
    "Closing",
]


def listed(one: Attendee) -> Locator:
    return one.page.locator("circle-methods").get_by_role("listitem")


def rows(one: Attendee) -> Locator:
    """The parts of the agenda, in order."""
    return one.page.locator("meeting-agenda").get_by_role("listitem").locator("[data-part=name]")


async def share(noor: Attendee, circle: Circle) -> None:
    """A method of this device goes to the only circle that there is."""
    await noor.page.goto(f"{circle.address}methods/")
    await expect(
        noor.page.get_by_text(noor.text("On this device you have no method of your own."))
    ).to_be_visible()
    await adapt(noor, "roddel")
    await noor.page.locator("#f-name-en").fill(NAME)
    await expect(noor.page.locator("[data-part=kept]")).not_to_be_empty()
    await noor.page.goto("/methods/own/")
    await noor.press(noor.page.get_by_role("link", name=noor.text("Share {name} with a circle", name=NAME)))
    await noor.page.wait_for_url(re.compile(r"/circles/[0-9a-f-]{36}/methods/#"))
    await expect(noor.page.locator("#mine")).to_be_focused()
    await noor.press(noor.button("Give it to the circle"))
    await expect(listed(noor)).to_contain_text([NAME])
    assert await faults_of(noor.page) == []


async def change_at_once(noor: Attendee, bram: Attendee, circle: Circle) -> None:
    """Both change the same text; who comes second sees the other's and loses nothing, not even by a reload."""
    for one in (noor, bram):
        await one.page.goto(f"{circle.address}methods/")
        await one.press(one.page.get_by_role("link", name=f"{one.text('Change')} {NAME}"))
        await expect(one.page.locator(SUMMARY)).to_be_visible()
    assert await faults_of(bram.page) == []
    await noor.page.locator(SUMMARY).fill(OF_NOOR)
    await bram.page.locator(SUMMARY).fill(OF_BRAM)
    await noor.press(noor.button("Keep for the circle"))
    kept = noor.text("Kept. Everybody in the circle has it now.")
    await expect(noor.page.get_by_text(kept)).to_be_visible()

    await bram.press(bram.button("Keep for the circle"))
    newer = bram.text("{name} changed this method while you did. What you wrote is still here.", name="Noor")
    await expect(bram.page.get_by_text(newer)).to_be_visible()
    await bram.page.reload()
    await expect(bram.page.get_by_text(newer)).to_be_visible()
    await expect(bram.page.locator(SUMMARY)).to_have_value(OF_BRAM)
    assert await faults_of(bram.page) == []
    await bram.press(bram.button("Go on with that one"))
    await expect(bram.page.locator(SUMMARY)).to_have_value(OF_NOOR)
    await bram.page.goto("/methods/own/")
    await expect(bram.page.get_by_role("listitem").filter(has_text=OF_BRAM)).to_be_visible()


async def withdraw_and_put_back(bram: Attendee, circle: Circle) -> None:
    await bram.page.goto(f"{circle.address}methods/")
    await bram.press(bram.page.get_by_role("button", name=f"{bram.text('Withdraw')} {NAME}"))
    await expect(listed(bram)).to_have_count(0)
    await bram.press(bram.button("Put back"))
    await expect(listed(bram)).to_contain_text([OF_NOOR])


async def put_together(bram: Attendee, circle: Circle) -> None:
    """The circle's method beside one of the library, kept as the circle's usual meeting for whoever leads next."""
    await bram.page.goto(f"{circle.address}methods/")
    await bram.press(bram.page.get_by_role("link", name=f"{bram.text('Open the room with it')} {NAME}"))
    await expect(bram.page.get_by_role("radio", name=NAME)).to_be_checked()
    await expect(rows(bram)).to_contain_text([NAME])
    await bram.press(bram.button("Adapt"))
    await bram.page.get_by_label(bram.text("Add"), exact=True).select_option("method:incident-kort")
    await bram.press(bram.button("Add it"))
    await bram.press(bram.button("Remove: {part}", part="Learning round"))
    await bram.press(bram.button("Keep as our usual meeting"))
    said = bram.text("Kept in the circle, sealed. Whoever opens the room next time begins with this.")
    await expect(bram.page.locator("meeting-agenda").get_by_role("status")).to_have_text(said)


async def sees_usual(noor: Attendee, circle: Circle) -> None:
    """Another member begins with it."""
    await noor.page.goto(f"{circle.address}meetings/new/")
    await expect(rows(noor)).to_have_text(USUAL)


async def reads_words(one: Attendee) -> None:
    """In the room, of the whole meeting."""
    await expect(one.page.locator("phase-rail .phase-rail__block-name")).to_have_text(USUAL)


async def be_advised(bram: Attendee, circle: Circle) -> None:
    """The adviser counts what was done, and leads into the circle's room; no answer is sent."""
    sent: list[str] = []
    await bram.page.goto(f"{circle.address}advice/")
    await expect(bram.page.get_by_text("You met 1 time")).to_be_visible()
    assert await faults_of(bram.page) == []
    await expect(bram.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    bram.page.on("request", lambda request: sent.append(request.url))
    await bram.page.get_by_label(bram.text("Experience with leading"), exact=True).select_option("advanced")
    best = bram.page.locator("[data-part=best]")
    name = await best.get_by_role("heading", level=3).inner_text()
    assert sent == []
    await bram.press(best.get_by_role("link", name=f"Do this one now: {name}"))
    await expect(bram.page.get_by_role("radio", name=name).first).to_be_checked()
