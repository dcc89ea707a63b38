"""A learning goal: found by keyboard, shared, seen by another after a meeting, and drawn as a line. Nobody outside reads it."""

import re

from playwright.async_api import Locator, expect

from kring.core.growth.capabilities import NAMES, Capability
from kring.core.growth.goals import load_goal_words
from kring.core.growth.reflection import load_reflection_forms
from tests.browser import circles
from tests.browser.attending import is_kept, meeting
from tests.browser.canaries import found
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

WORDS = load_goal_words()
A_GOAL = re.compile(r"/goals/[0-9a-f-]{36}/$")
CANARIES = {
    "goal.mirror": "Canary-mirror: I interrupt 7c1e02",
    "goal.quadrant": "Canary-strength: caring 44ab90",
    "goal.own": "Canary-view: I gave advice at once 8d21f7",
    "goal.shared": "Canary-wish: to ask on calmly 90cc13",
    "goal.feedback": "Canary-seen: you asked twice and waited a51b6e",
    "reflection.text": "Canary-situation: halfway the questions 02d9c4",
}


async def test_a_goal_is_shared_and_seen(own_site: Site, wire: Wire, gather: Gather) -> None:
    circle = await circles.begin(gather(wire.origin, Gathering), own_site.data, "Noor", "Bram", "Imane")
    noor, bram, imane = circle.members
    await find_a_goal(Typist(noor.page, noor.name, noor.language, noor.faults), circle)
    await share(noor)
    async with meeting(circle, noor, fellows=circle.fellows[1:]):
        await noor.end_meeting()
    await is_kept(noor)

    await tell_what_was_seen(bram, circle)
    await reflect(bram, circle)
    await see_the_season(noor, circle)

    assert {
        page: faults
        for page, faults in [*await look_at(noor, circle), *await look_at(bram, circle)]
        if faults
    } == {}
    await imane.page.goto(f"{circle.address}goals/")
    await expect(imane.page.get_by_text(CANARIES["goal.shared"])).to_be_visible()
    await imane.does_not_see(CANARIES["goal.own"])
    assert found(CANARIES, wire.heard()) == set()
    assert found(CANARIES, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {
        "name"
    }  # said in the open, so the net has no hole


async def find_a_goal(noor: Typist, circle: circles.Circle) -> None:
    """By keyboard alone, from the circle's page; and a reload in the middle takes nothing."""
    page = noor.page
    await page.goto(circle.address)
    await noor.press(
        page.get_by_role("link", name=noor.text("Find what you want to learn here, in a quarter of an hour"))
    )
    await noor.press(noor.button("Begin with the mirror"))
    for i, capability in enumerate(Capability):
        name = NAMES[capability].en
        await expect(page.get_by_role("heading", level=2)).to_have_text(name)
        if i > 0:
            await noor.press(noor.button("Skip" if i < 9 else "Keep it and go on"))
            continue
        await mark(noor, noor.text("How I see myself now"), 2)
        await mark(noor, noor.text("Where I wish to be"), 4)
        await noor.fill(
            page.get_by_role("textbox", name=noor.text("In my own words")), CANARIES["goal.mirror"]
        )
        await noor.press(noor.button("Next"))
    await noor.fill(
        page.get_by_role("textbox", name=WORDS.quadrant["strength"].asks.en), CANARIES["goal.quadrant"]
    )
    await noor.press(noor.button("Next"))
    await expect(page.get_by_role("definition")).to_have_text(CANARIES["goal.quadrant"])
    for button in ("Skip", "Skip", "Keep it and go on"):
        await noor.press(noor.button(button))
    grow = page.get_by_text(noor.text("In the mirror you wish to grow most in:"))
    await expect(grow).to_contain_text(NAMES[Capability.STRENGTHS_AND_WEAKNESSES].en)
    await noor.go_to(page.get_by_role("checkbox", name=NAMES[Capability.ASKING_ON].en))
    await page.keyboard.press("Space")
    await noor.press(noor.button("Next"))
    view = page.get_by_label(WORDS.questions["own_view"].asks.en)
    async with noor.keeping("draft.learning"):
        await noor.fill(view, CANARIES["goal.own"])
        await mark(noor, noor.text("How far I am with it"), 2)
    await page.reload()
    await expect(view).to_have_value(CANARIES["goal.own"])
    await noor.press(noor.button("Next"))
    await noor.fill(
        page.get_by_role("textbox", name=WORDS.questions["wish"].asks.en), CANARIES["goal.shared"]
    )
    await noor.press(noor.button("Next"))
    await noor.fill(page.get_by_label(WORDS.questions["differently"].asks.en), "Ask three things first")
    await noor.press(noor.button("Keep it and go on"))
    await expect(page.get_by_role("heading", level=2)).to_have_text(
        noor.text("Your goal is kept, for you alone")
    )
    await noor.press(page.get_by_role("link", name=noor.text("To my goals")))
    await expect(page.get_by_role("rowheader")).to_contain_text(CANARIES["goal.mirror"])
    await noor.press(page.get_by_role("link", name=CANARIES["goal.shared"]))
    await page.wait_for_url(A_GOAL)


async def mark(noor: Typist, legend: str, mark: int) -> None:
    scale = noor.page.get_by_role("group", name=legend, exact=True)
    await noor.go_to(scale.get_by_role("radio").first)
    await noor.page.keyboard.press("Space")
    for _ in range(mark - 1):
        await noor.page.keyboard.press("ArrowRight")
    await expect(scale.get_by_role("strong")).to_have_text(WORDS.marks[mark - 1].en)


async def share(noor: Attendee) -> None:
    await expect(noor.page.get_by_text(noor.text("Only you can read this"), exact=True)).to_be_visible()
    await noor.press(noor.button("Share this goal"))
    await expect(noor.button("Stop sharing")).to_be_visible()


async def tell_what_was_seen(bram: Attendee, circle: circles.Circle) -> None:
    """On the page of the meeting, where the circle's page leads; half-written words wait there."""
    page = bram.page
    await page.goto(circle.address)
    await bram.press(page.get_by_role("link", name=re.compile("^(Look back on|How was the meeting)")))
    await bram.press(page.get_by_text(bram.text("What {name} wants to learn", name="Noor")))
    words = page.get_by_label(WORDS.seen.asks.en.format(name="Noor"))
    scale = page.get_by_role("group", name=bram.text("How far did you see it this time?"))
    async with bram.keeping("draft.goal.feedback"):
        await words.fill(CANARIES["goal.feedback"])
        await bram.pick(scale.get_by_role("radio", name=re.compile("^4")))
    await expect(scale.get_by_role("strong")).to_have_text(WORDS.seen_marks[3].en)
    await page.reload()
    await expect(words).to_have_value(CANARIES["goal.feedback"])
    await bram.press(bram.button("Tell it"))
    await expect(page.get_by_text(bram.text("told"), exact=True)).to_be_visible()


async def reflect(bram: Attendee, circle: circles.Circle) -> None:
    """In a form of one's choice, of which the page thinks the next time."""
    page = bram.page
    starr = next(form for form in load_reflection_forms() if form.id == "starr")
    await bram.press(bram.button("Write for yourself what stays with you"))
    await bram.pick(page.get_by_role("radio", name=re.compile(starr.name.en)))
    situation = page.get_by_label(starr.prompts[0].asks.en)
    await bram.half_write_sealed(situation, "draft.reflection", CANARIES["reflection.text"])
    await page.reload()
    await expect(situation).to_have_value(CANARIES["reflection.text"])
    await bram.press(bram.button("Keep it"))
    await expect(bram.button("Change")).to_be_visible()
    await page.goto(f"{circle.address}reflections/")
    await expect(page.get_by_role("definition")).to_have_text(CANARIES["reflection.text"])


async def see_the_season(noor: Attendee, circle: circles.Circle) -> None:
    """One's own mark and the mean of what others saw, in a picture and in figures; and their words."""
    page = noor.page
    await page.goto(f"{circle.address}goals/")
    await noor.press(page.get_by_role("link", name=CANARIES["goal.shared"]))
    await expect(page.get_by_text(CANARIES["goal.feedback"])).to_be_visible()
    today = page.get_by_role("group", name=noor.text("How far am I today?"))
    await noor.pick(today.get_by_role("radio", name=re.compile("^3")))
    await noor.press(noor.button("Keep this mark"))
    await noor.press(page.get_by_text(noor.text("The line as a table"), exact=True))
    await expect(figures(page.locator("table"))).to_have_text(["3", "4", "1"])
    await expect(page.get_by_role("img", name=re.compile("^A line from"))).to_be_visible()
    await expect(page.get_by_role("link", name="Asking on", exact=True)).to_be_visible()


def figures(table: Locator) -> Locator:
    return table.get_by_role("row").nth(1).get_by_role("cell")


async def look_at(one: Attendee, circle: circles.Circle) -> list[tuple[str, list[str]]]:
    """With axe, in the dark, in large letters, on a phone."""
    await one.page.set_viewport_size({"width": 360, "height": 740})
    faults: list[tuple[str, list[str]]] = []
    pages = ["", "goals/", "goals/guide/", "goals/guide/#goal", "reflections/"]
    for page in pages:
        await one.page.goto(circle.address + page)
        await expect(one.page.locator("[data-state=open]").last).to_be_attached()
        faults.append((f"{one.name} {page}", await faults_of(one.page)))
    await one.page.goto(f"{circle.address}meetings/")
    await one.press(one.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first)
    for closed in await one.page.locator("goals-at-meeting summary").all():
        await closed.click()
    faults.append((f"{one.name} at the meeting", await faults_of(one.page)))
    await one.page.set_viewport_size({"width": 1280, "height": 800})
    return faults
