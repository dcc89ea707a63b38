"""Putting a meeting together: by keyboard and by hand, kept for the next time, and held."""

import re
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from kring.core.growth.capabilities import Capability
from kring.core.growth.load import load_exercises
from kring.core.growth.suggest import suggest
from tests.browser.browsers import PHONE
from tests.browser.companions import companions
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_keyboard import Typists
from tests.browser.words import in_language

EXERCISE = next(exercise for exercise in load_exercises() if exercise.id == "open_questions")
TWO_CASES = [
    "Arrival",
    "Look-back",
    "Choosing a case",
    "Incident method, short",
    "Choosing a case",
    "Incident method, short",
    "Learning round",
    "Closing",
]


def names_in(page: Page) -> Locator:
    """The parts, in order."""
    return page.locator("meeting-agenda").get_by_role("listitem").locator("[data-part=name]")


async def test_the_facilitator_puts_a_meeting_together_by_keyboard_and_holds_it(
    gather: Gather, site: Site, tmp_path: Path
) -> None:
    bram = await gather(site.origin, Typists).sit("Bram")
    assert isinstance(bram, Typist)
    await bram.page.goto("/begin/")
    await bram.press(bram.button("Adapt"))
    await bram.press(bram.button("2½ hours, two cases"))
    await expect(names_in(bram.page)).to_have_text(TWO_CASES)
    name = in_language(EXERCISE.name, "en")

    await bram.go_to(bram.page.get_by_label(bram.text("Add"), exact=True))
    await bram.page.keyboard.type(name)
    await bram.press(bram.button("Add it"))
    told = bram.page.locator("meeting-agenda").get_by_role("status")
    await expect(told).to_have_text(
        bram.text("{part} is added in place {place} of {of}.", part=name, place=7, of=9)
    )
    for place in (6, 5, 4, 3, 2):
        await bram.press(bram.button("Move up: {part}", part=name))
        moved = bram.text("{part} is now in place {place} of {of}.", part=name, place=place, of=9)
        await expect(told).to_have_text(moved)
    await expect(bram.page.get_by_text(bram.text("{count} too long", count="21 minutes"))).to_be_visible()
    for _ in range(3):
        await bram.press(bram.button("Shorter: {part}", part=name))
    await expect(bram.page.get_by_text(bram.text("{count} too long", count="18 minutes"))).to_be_visible()
    await bram.press(bram.button("Keep as our usual meeting"))
    await expect(told).to_have_text(bram.text("Kept on this device. Next time you begin with this."))

    usual = [TWO_CASES[0], name, *TWO_CASES[1:]]
    await bram.page.goto("/")
    await bram.page.goto("/begin/")
    await expect(names_in(bram.page)).to_have_text(usual)
    await bram.fill(bram.page.get_by_label(bram.text("Your name"), exact=True), bram.name)
    await bram.press(bram.button("Open the room"))
    await bram.page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
    async with companions(bram.page.url, 3):
        await bram.control_words()
        await bram.assent()
        await bram.start(people=4)
        await bram.take_turn()
        await bram.go_on()
        await expect(
            bram.page.get_by_text(re.compile(f"· {in_language(EXERCISE.phases[0].name, 'en')}$"))
        ).to_be_visible()
        parts = bram.page.locator("phase-rail .phase-rail__block-name")
        await expect(parts).to_have_text(usual)
        await bram.press(bram.button("The theory card"))
        card = bram.page.get_by_role("dialog")
        await expect(
            card.get_by_role("heading", name=in_language(EXERCISE.theory.title, "en"))
        ).to_be_visible()
        assert await faults_of(bram.page) == []

        wall = await bram.page.context.new_page()
        await wall.goto(bram.page.url.replace("/#", "/wall/#"))
        heart = wall.get_by_text(in_language(EXERCISE.theory.points[0], "en"))
        await expect(heart).to_be_visible()
        await expect(wall.get_by_role("link", name="Read more")).to_be_hidden()
        assert await faults_of(wall) == []


async def test_what_was_put_together_survives_a_reload(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE)
    await wei.page.goto("/begin/")
    await wei.press(wei.button("Adapt"))
    await wei.press(wei.button("Remove: {part}", part="Look-back"))
    await expect(wei.page.get_by_text("There is no look-back at the beginning.")).to_be_visible()
    await wei.fill(wei.page.get_by_label(wei.text("We begin at"), exact=True), "19:30")
    await wei.fill(wei.page.get_by_label(wei.text("Your name"), exact=True), "Wei Ch")

    await wei.page.reload()

    await expect(names_in(wei.page)).to_have_text(
        ["Arrival", "Choosing a case", "Incident method, short", "Learning round", "Closing"]
    )
    await expect(wei.page.get_by_text(re.compile("^19:30 to "))).to_be_visible()
    await expect(wei.page.get_by_label(wei.text("Your name"), exact=True)).to_have_value("Wei Ch")


async def test_a_part_is_dragged_to_its_place(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei")
    await wei.page.goto("/begin/")
    await wei.press(wei.button("Adapt"))
    handles = wei.page.locator("[data-part=handle]")
    await handles.nth(3).scroll_into_view_if_needed()

    await handles.nth(1).hover()
    await wei.page.mouse.down()
    place = await handles.nth(3).bounding_box()
    assert place is not None
    await wei.page.mouse.move(place["x"] + 5, place["y"] + place["height"], steps=8)
    await wei.page.mouse.up()

    await expect(names_in(wei.page)).to_have_text(
        ["Arrival", "Choosing a case", "Incident method, short", "Look-back", "Learning round", "Closing"]
    )
    await expect(wei.page.locator("meeting-agenda").get_by_role("status")).to_have_text(
        wei.text("{part} is now in place {place} of {of}.", part="Look-back", place=4, of=6)
    )


async def test_what_somebody_wants_to_learn_finds_exercises_and_is_never_sent(
    gathering: Gathering, site: Site
) -> None:
    wei = await gathering.sit("Wei")
    await wei.page.goto("/exercises/")
    sent: list[str] = []
    wei.page.on("request", lambda request: sent.append(request.url))

    await goals(wei, "asking on", "giving clear feedback")

    found = suggest([Capability.ASKING_ON, Capability.FEEDBACK])
    by_id = {exercise.id: in_language(exercise.name, "en") for exercise in load_exercises()}
    names = [by_id[suggestion.exercise] for suggestion in found]
    await expect(wei.page.get_by_role("listitem").get_by_role("heading")).to_have_text(names)
    assert [address for address in sent if "/static/" not in address] == []
    assert wei.page.url == f"{site.origin}/exercises/"


async def goals(somebody: Attendee, *names: str) -> None:
    """What somebody wants to work on, in that order."""
    for name in names:
        await somebody.pick(somebody.page.get_by_role("checkbox", name=name, exact=True))
