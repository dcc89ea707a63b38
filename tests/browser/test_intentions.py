"""An intention: out of a meeting onto its page, what came of it, and at the next meeting's look-back."""

import re
from datetime import date, timedelta

from playwright.async_api import Locator, expect

from tests.browser import circles
from tests.browser.attending import is_kept, meeting
from tests.browser.canaries import found
from tests.browser.circles import Circle
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee, next_week
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.test_cases import asked, goes_on
from tests.browser.wire import Wire

TO_THE_CLOSING = [
    "looking_back", "offering", "voting", "deciding", "informing", "analysing", "advising", "following_up",
    "learning", "intending",
]  # fmt: skip
TOLD = "Canary-told: I ask before I advise 1d07ce"
OTHER = "Canary-other: I leave at five on Fridays 60fe2a"
ALONE = "Canary-alone: I say no to Saturday 8c44d1"
CHANGED = "Canary-changed: I say no to every Saturday 27b9e0"
CAME = "Canary-came: twice, and she thanked me 93e5f7"
QUESTION = "Canary-question: how do I ask before I advise 7be201?"
LOOKED = "Canary-looked: on Friday I sat there until seven 4a18bd"


async def test_an_intention_is_looked_back_at(own_site: Site, wire: Wire, gather: Gather) -> None:
    circle = await circles.begin(gather(wire.origin, Gathering), own_site.data, "Noor", "Bram", "Imane")
    noor, bram, _ = circle.members

    async with meeting(circle, noor, bram, fellows=circle.fellows[2:]):
        await to_the_closing(noor)
        await noor.write("intentions", TOLD, by=next_week())
        await noor.write("intentions", OTHER)
        await noor.end_meeting()
    await is_kept(noor, bram)
    await noor.page.reload()  # once more, and nothing comes twice
    await is_kept(noor)

    await noor.page.goto(circle.address)
    await expect(noor.page.locator("open-intentions")).to_contain_text(TOLD)
    await noor.page.goto(f"{circle.address}intentions/")
    await expect(mine(noor, "open")).to_have_count(2)
    await noor.press(row(noor, TOLD).get_by_label(noor.text("Mail me on that day")))
    await expect(noor.page.get_by_text(noor.text("You get a mail on that day."))).to_be_visible()
    await write_in_between(noor)
    await look_back(noor)
    assert await faults_on_a_phone(noor) == []

    await bram.page.goto(f"{circle.address}intentions/")
    await expect(bram.page.locator("others-intentions")).to_contain_text(CAME)
    await bram.does_not_see(CHANGED)

    await offers_a_case(noor, circle)
    async with meeting(circle, noor, fellows=circle.fellows[1:]):
        await brings(noor)
        await noor.end_meeting()
    await is_kept(noor)

    await noor.page.goto(f"{circle.address}intentions/")
    await expect(row(noor, OTHER)).to_contain_text(LOOKED)
    await expect(mine(noor, "open")).to_have_count(1)
    written = {
        "told": TOLD,
        "other": OTHER,
        "alone": ALONE,
        "changed": CHANGED,
        "came": CAME,
        "looked": LOOKED,
    }
    assert found(written, wire.heard()) == set()
    assert found(written, kept_by(own_site)) == set()


async def write_in_between(one: Attendee) -> None:
    """By hand, for oneself alone; half of it survives a reload, and it is changed with nothing but a keyboard."""
    await one.press(one.page.get_by_text(one.text("Write one down in between"), exact=True))
    area = one.page.locator("#new-text")
    await one.half_write_sealed(area, "draft.intention", ALONE)
    await one.page.reload()
    await expect(area).to_have_value(ALONE)
    await one.press(one.button("Keep this intention"))
    await expect(mine(one, "open")).to_have_count(3)
    typist = Typist(one.page, one.name, one.language, one.faults)
    card = row(one, ALONE)
    await typist.press(card.get_by_role("button", name=one.text("Change"), exact=True))
    await typist.fill(card.get_by_role("textbox", name=one.text("What will you do?")), CHANGED)
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - the day on this person's own calendar
    await typist.go_to(card.get_by_label(one.text("By when?")))
    await one.fill_in_date(card.get_by_label(one.text("By when?")), yesterday)
    await typist.press(card.get_by_role("button", name=one.text("Keep this"), exact=True))
    await expect(row(one, CHANGED)).to_contain_text("the day was")


async def look_back(one: Attendee) -> None:
    card = row(one, TOLD)
    await one.press(card.get_by_role("button", name=one.text("What came of it?"), exact=True))
    await one.press(card.get_by_role("button", name=one.text("Keep this"), exact=True))
    await expect(card.get_by_text(one.text("Choose one of the three, or write a few words."))).to_be_visible()
    await one.pick(card.get_by_role("radio", name=one.text("Partly")))
    await card.get_by_role("textbox").fill(CAME)
    await one.press(card.get_by_role("button", name=one.text("Keep this"), exact=True))
    await expect(mine(one, "past")).to_have_count(1)
    await expect(mine(one, "past")).to_contain_text(CAME)


async def offers_a_case(one: Attendee, circle: Circle) -> None:
    await one.page.goto(f"{circle.address}cases/new/")
    for _skipped in range(5):
        await goes_on(one)
    await asked(one, "What is your question?").fill(QUESTION)
    await goes_on(one, "Look it over")
    await one.press(one.button("Offer it to the circle"))
    await one.page.wait_for_url(f"{circle.address}cases/")


async def brings(one: Attendee) -> None:
    """What stands ready goes into the box with one tap, and what was typed stays."""
    bag = one.page.locator("what-i-bring")
    await one.sees_phase("arriving")
    await expect(bag).to_contain_text(CHANGED)
    await expect(bag).to_contain_text(QUESTION)
    await one.go_on_anyway("looking_back")
    box = one.box("look_backs")
    await box.fill("First this.")
    await one.press(one.page.get_by_role("button", name=f"{one.text('What came of it')}: {OTHER}"))
    await expect(box).to_have_value(f"First this.\n\n“{OTHER}”\n")
    await one.write("look_backs", f"{await box.input_value()}{LOOKED}")
    await one.go_on_anyway("offering")
    await one.box("offers").fill("Mine:")
    await one.press(one.page.get_by_role("button", name=one.text("Use this case")))
    await expect(one.box("offers")).to_have_value(f"Mine:\n\n{QUESTION}")
    await one.write("offers", QUESTION)
    await one.sees_card(QUESTION)


async def faults_on_a_phone(one: Attendee) -> list[str]:
    await one.page.set_viewport_size({"width": 360, "height": 740})
    faults = await faults_of(one.page)
    await one.page.set_viewport_size({"width": 1280, "height": 800})
    return faults


def mine(one: Attendee, which: str) -> Locator:
    return one.page.locator(f"my-intentions [data-part={which}] > li")


def row(one: Attendee, text: str) -> Locator:
    return one.page.locator("my-intentions li").filter(has_text=re.compile(re.escape(text)))


async def to_the_closing(one: Attendee) -> None:
    """As the facilitator, past every step."""
    await one.sees_phase("arriving")
    for phase in TO_THE_CLOSING:
        await one.go_on_anyway(phase)
        await one.sees_phase(phase)
        if phase == "deciding":
            await one.press(one.button("The case of {name}", name="Bram"))
