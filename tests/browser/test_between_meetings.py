"""What a member writes between meetings, by nothing but a keyboard; the circle began without a screen."""

import json
import re
from datetime import date, timedelta
from uuid import uuid4

from playwright.async_api import Locator, expect

from kring.core.growth.goals import load_goal_words
from kring.core.growth.reflection import load_reflection_forms
from tests.browser import beginnings
from tests.browser.fellows import Fellow
from tests.browser.gathering import Gather
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.season import Season
from tests.browser.site import Site
from tests.browser.test_keyboard import Typists

WORDS = load_goal_words()
TODAY = date.today()  # noqa: DTZ011 - the day on this person's own calendar


async def test_everything_between_meetings_is_done_by_keyboard_alone(own_site: Site, gather: Gather) -> None:
    season = Season(own_site, gather(own_site.origin, Typists))
    await season.sign_up("Noor", "Bram", "Imane")
    fellow, bram, _ = fellows = list(season.fellows.values())
    await beginnings.begin(fellows, "We begin on time.")
    season.address = f"{own_site.origin}{fellow.path()}"
    meeting = await has_met(fellow)
    await shares_a_goal(bram)
    noor = await season.sit_down("Noor")
    assert isinstance(noor, Typist)

    await noor.page.goto(f"{season.address}meetings/{meeting}/")
    await tells_what_was_seen(noor)
    await reflects(noor)
    await noor.page.goto(f"{season.address}intentions/")
    await intends(noor)
    await looks_back(noor)
    await gives_a_method(noor, season.address)
    await changes_it(noor)
    await withdraws_it(noor, season.address)
    await season.plan(noor)
    await chooses_it_beforehand(noor, season.address)


async def has_met(one: Fellow) -> str:
    """Before the circle: its record came along, and whoever brought it was there."""
    meeting = str(uuid4())
    method = {"nl": "Basismethode", "en": "Basic method"}
    text = json.dumps({"v": 1, "method": method, "presenter": None, "steps": [], "shares": []})
    sealed = one.seal("meeting.record", meeting, text)
    body = {"meeting": meeting, "method": "basis", "minutes": 90, "text": sealed}
    await one.device.post(one.path("meetings/earlier/"), body)
    return meeting


async def shares_a_goal(one: Fellow) -> None:
    words = {"own_view": "", "wish": "To ask on calmly", "differently": "Three questions first"}
    days = {"since": TODAY.isoformat(), "closed_on": None, "ending": None}
    goal = {"v": 1, "capabilities": ["asking_on"], "themes": [], **words, **days}
    await one.keep("goal.shared", str(uuid4()), json.dumps(goal))


async def tells_what_was_seen(noor: Typist) -> None:
    page = noor.page
    await noor.press(page.locator("summary").filter(has_text="What Bram wants to learn"))
    await noor.fill(page.get_by_label(WORDS.seen.asks.en.format(name="Bram")), "You asked twice")
    scale = page.get_by_role("group", name=noor.text("How far did you see it this time?"))
    await choose(noor, scale.get_by_role("radio", name=re.compile("^4")))
    await page.reload()
    words = page.get_by_label(WORDS.seen.asks.en.format(name="Bram"))
    await expect(words).to_have_value("You asked twice")
    await noor.press(noor.button("Tell it"))
    await expect(page.get_by_text(noor.text("told"), exact=True)).to_be_visible()


async def reflects(noor: Typist) -> None:
    starr = next(form for form in load_reflection_forms() if form.id == "starr")
    await noor.press(noor.button("Write for yourself what stays with you"))
    await noor.pick(noor.page.get_by_role("radio", name=re.compile(starr.name.en)))
    await noor.fill(noor.page.get_by_label(starr.prompts[0].asks.en), "Halfway the questions")
    await noor.press(noor.button("Keep it"))
    await expect(noor.page.locator("own-reflection")).to_contain_text("Halfway the questions")
    await noor.press(noor.button("Change"))
    await noor.fill(noor.page.get_by_label(starr.prompts[1].asks.en), "To wait")
    await noor.press(noor.button("Keep it"))
    await expect(noor.page.locator("own-reflection")).to_contain_text("To wait")


async def intends(noor: Typist) -> None:
    """Written, with a day, told to the circle, and changed."""
    page = noor.page
    await noor.press(page.locator("summary").filter(has_text=noor.text("Write one down in between")))
    await noor.fill(page.locator("#new-text"), "I ask before I advise")
    await noor.fill_in_date(page.locator("#new-date"), TODAY + timedelta(days=7))
    await noor.go_to(page.locator("my-intentions").get_by_role("checkbox").last)
    await page.keyboard.press("Space")
    await noor.press(noor.button("Keep this intention"))
    await expect(row(noor)).to_contain_text(noor.text("your circle reads along"))
    await noor.go_to(row(noor).get_by_label(noor.text("Mail me on that day")))
    await page.keyboard.press("Space")
    await expect(page.get_by_text(noor.text("You get a mail on that day."))).to_be_visible()
    await noor.press(row(noor).get_by_role("button", name=noor.text("Change"), exact=True))
    what = row(noor).get_by_role("textbox", name=noor.text("What will you do?"))
    await noor.fill(what, "I ask twice before I advise")
    await noor.press(row(noor).get_by_role("button", name=noor.text("Keep this"), exact=True))
    await expect(row(noor)).to_contain_text("I ask twice before I advise")


async def looks_back(noor: Typist) -> None:
    await noor.press(row(noor).get_by_role("button", name=noor.text("What came of it?"), exact=True))
    await choose(noor, row(noor).get_by_role("radio", name=noor.text("Partly")))
    await noor.fill(row(noor).get_by_role("textbox"), "Once, and it worked")
    await noor.press(row(noor).get_by_role("button", name=noor.text("Keep this"), exact=True))
    past = noor.page.locator("my-intentions [data-part=past]")
    await expect(past).to_contain_text("Once, and it worked")
    assert await faults_of(noor.page) == []


async def gives_a_method(noor: Typist, circle: str) -> None:
    page = noor.page
    await page.goto("/methods/troika/")
    await noor.press(page.get_by_role("link", name=noor.text("Adapt this one"), exact=True))
    await page.wait_for_url(re.compile(r"/methods/own/edit/#[0-9a-f-]{36}$"))
    await expect(page.locator("#f-name-en")).to_be_visible()
    await page.goto(f"{circle}methods/")
    await noor.press(noor.button("Give it to the circle"))
    await expect(methods(noor)).to_contain_text(["Troika"])


async def changes_it(noor: Typist) -> None:
    page = noor.page
    await noor.press(page.get_by_role("link", name=re.compile("^Change Troika")))
    await noor.fill(page.locator("#f-name-en"), "Troika by the sea")
    await noor.press(noor.button("Keep for the circle"))
    kept = noor.text("Kept. Everybody in the circle has it now.")
    await expect(page.get_by_text(kept)).to_be_visible()


async def withdraws_it(noor: Typist, circle: str) -> None:
    await noor.page.goto(f"{circle}methods/")
    await noor.press(noor.page.get_by_role("button", name=f"{noor.text('Withdraw')} Troika by the sea"))
    await expect(methods(noor)).to_have_count(0)
    await noor.press(noor.button("Put back"))
    await expect(methods(noor)).to_contain_text(["Troika by the sea"])
    await noor.press(
        noor.page.get_by_role("link", name=f"{noor.text('Open the room with it')} Troika by the sea")
    )
    await expect(noor.page.get_by_role("radio", name="Troika by the sea")).to_be_checked()


async def chooses_it_beforehand(noor: Typist, circle: str) -> None:
    page = noor.page
    await page.goto(f"{circle}turns/")
    await noor.press(page.get_by_role("link", name=re.compile("^Choose ?: You choose the method")).first)
    own = page.get_by_role("radio", name="Troika by the sea")
    await noor.go_to(page.locator("input[name=method]:checked"))
    await noor.pick(own)
    await noor.press(noor.button("Choose this method"))
    await expect(page.locator("own-method")).to_have_text("Troika by the sea")
    assert await faults_of(page) == []


async def choose(noor: Typist, choice: Locator) -> None:
    """Among radios of which none is chosen yet: by Tab to the first, and on by the arrows."""
    name = await choice.get_attribute("name")
    await noor.go_to(noor.page.locator(f"input[name='{name}']").first)
    await noor.page.keyboard.press("Space")
    await noor.pick(choice)


def row(noor: Typist) -> Locator:
    return noor.page.locator("my-intentions li").first


def methods(noor: Typist) -> Locator:
    return noor.page.locator("circle-methods").get_by_role("listitem")
