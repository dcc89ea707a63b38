"""How a circle of two years begins: everybody comes in, agrees, and meets for the first time."""

import json
import re
from datetime import timedelta
from uuid import uuid4

from playwright.async_api import expect

from kring.core.growth.goals import load_goal_words
from tests.browser import circles
from tests.browser.people import Attendee
from tests.browser.season import TYPED, Evening, Season, offers_a_case, step

SIX = ["Noor", "Bram", "Imane", "Joost", "Wei", "Ruud"]
EVERYBODY = [*SIX, "Karin"]
AUTHORITY = "One question for you alone"


async def they_start(season: Season) -> None:
    """Noor starts it; Bram comes by a link in his browser, the others as they like."""
    await season.sign_up(*EVERYBODY)
    noor, bram = [await season.sit_down(name) for name in ("Noor", "Bram")]
    await noor.page.goto("/circles/new/")
    await noor.page.get_by_label(noor.text("Name of the circle"), exact=True).fill("Kring Noord")
    await noor.press(noor.button("Start the circle"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
    season.address = noor.page.url
    season.fellows["Noor"].come_into(season.id)
    season.fellows["Bram"].come_into(season.id)

    link = await circles.invite(noor, season.circle, "Bram")
    links = await season.invite("Noor", *EVERYBODY[2:])
    for name, invitation in links.items():
        await season.fellows[name].accept(invitation)
    await season.tend(noor)
    await circles.join(bram, link)
    await season.everybody_looks()
    [karin] = [one for one in season.members() if one.name == "Karin"]
    agreed = {"name": "Kring Noord", "rhythm": "monthly", "minutes": "120", "guided": "yes"}
    assert await karin.device.fill_in(karin.path("agreed/"), **agreed) == 302
    assert await karin.device.fill_in(karin.path(f"members/{karin.acct}/role/"), role="facilitator") == 302


async def they_agree(season: Season) -> None:
    """First the question for each alone, then the rules; and no case as long as anybody hasn't said yes."""
    noor, bram = season.on_screen["Noor"], season.on_screen["Bram"]
    await season.tend(noor)
    await expect(step(noor)).to_have_text(AUTHORITY)
    await noor.page.goto(f"{season.address}authority/")
    await noor.press(noor.button("Keep my answer"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
    await noor.page.goto(f"{season.address}rules/")
    await noor.page.get_by_label(noor.text("Our ground rules"), exact=True).fill(TYPED["rules"])
    await noor.press(noor.button("Put this to the circle"))
    await expect(noor.page.get_by_text(TYPED["rules"])).to_be_visible()
    await noor.press(noor.button("I agree"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
    await season.assent("Noor", "Bram")
    await season.tend(noor)
    await expect(noor.page.get_by_text("Still to agree to the ground rules: Bram.")).to_be_visible()
    await noor.page.goto(f"{season.address}meetings/new/")
    await expect(noor.page.locator("open-room")).to_have_count(0)

    await season.tend(bram)
    await bram.press(bram.page.get_by_role("link", name="Answer"))
    await bram.press(bram.button("Keep my answer"))
    await bram.press(bram.page.get_by_role("link", name="Read the rules"))
    await expect(bram.page.locator("#rules-text")).to_contain_text(TYPED["rules"])
    await bram.press(bram.button("I agree"))
    await expect(step(bram)).to_have_text("When do you meet?")
    await season.plan(bram)


async def they_meet_for_the_first_time(season: Season) -> None:
    """They compare their words, and Noor writes a goal and a case; then a whole evening, with two screens."""
    noor, bram = season.on_screen["Noor"], season.on_screen["Bram"]
    for one in (noor, bram):
        await compares_words(season, one)
    await writes_a_goal(noor, season.address)
    await offers_a_case(noor, season.address, TYPED["case"])
    await season.wait_for_next_date()
    evening = await Evening.led_by(bram, season, watching=[noor])
    await bram.start()
    await bram.sees_phase("arriving")
    for phase in ("looking_back", "offering"):
        await bram.go_on_anyway(phase)
        await bram.sees_phase(phase)
    await noor.sees_phase("offering")
    await noor.press(noor.page.get_by_role("button", name=noor.text("Use this case")))
    await noor.write("offers", TYPED["case"])
    await bram.sees_card(TYPED["case"])
    for phase in ("voting", "deciding"):
        await bram.go_on_anyway(phase)
        await bram.sees_phase(phase)
    await bram.choose("Noor")
    await bram.go_on_anyway("informing")
    await bram.sees_phase("informing")
    await season.let_pass(timedelta(minutes=100))
    for phase in ("analysing", "advising", "following_up", "learning", "intending"):
        await bram.go_on_anyway(phase)
        await bram.sees_phase(phase)
    await noor.write("intentions", TYPED["intention"])
    await bram.go_on_anyway("last_word")
    await bram.sees_phase("last_word")
    await bram.end_meeting()
    await evening.over()

    await circles.sees_record(bram, season.circle, TYPED["intention"])
    await noor.page.goto(season.address)
    await expect(noor.page.locator("open-intentions")).to_contain_text(TYPED["intention"])
    asked = noor.page.get_by_role("link", name=re.compile("^How was the meeting"))
    looked_back = noor.page.get_by_role("link", name=re.compile("^Look back on"))
    await expect(asked.or_(looked_back)).to_have_text(re.compile("^How was"))  # one line for one meeting
    await rate(season, season.meetings[0])
    await season.tend(noor)
    await expect(asked.or_(looked_back)).to_have_text(re.compile("^Look back"))
    await noor.page.goto(f"{season.address}meetings/{season.meetings[0]}/")
    await expect(noor.page.get_by_text("below the surface 4.0 of 5")).to_be_visible()


async def compares_words(season: Season, one: Attendee) -> None:
    """The sign that nobody did goes once they are the same; a client of another make works out the same four."""
    await season.tend(one)
    sign = one.page.get_by_role("link", name="Not everybody has compared the words yet")
    await one.press(sign)
    four = one.page.locator("circle-words [data-part=four] li")
    imane = season.fellows["Imane"]
    await expect(four).to_have_text(list(imane.vault.words(group=season.id, language="en").four))
    same = one.button("We all have the same words")
    await one.press(same)
    await expect(same).to_be_hidden()
    await season.tend(one)
    await expect(sign).to_be_hidden()


async def writes_a_goal(one: Attendee, address: str) -> None:
    """Without the mirror, and shared; the others can read it."""
    words = load_goal_words()
    await one.page.goto(f"{address}goals/guide/#goal")
    await one.press(one.button("Skip"))
    for question, text in (
        ("own_view", "I gave advice at once"),
        ("wish", TYPED["goal"]),
        ("differently", "Three questions"),
    ):
        await one.page.get_by_label(words.questions[question].asks.en).fill(text)
        await one.press(one.button("Keep it and go on" if question == "differently" else "Next"))
    await one.press(one.page.get_by_role("link", name=one.text("To my goals")))
    await one.press(one.page.get_by_role("link", name=TYPED["goal"]))
    await one.press(one.button("Share this goal"))
    await expect(one.button("Stop sharing")).to_be_visible()


async def rate(season: Season, meeting: str) -> None:
    """Four of them say how it was, without a name."""
    for one in season.members()[:4]:
        await one.look()
        rating = {"v": 1, "meeting": meeting, "depth": 4, "safety": 5}
        await one.keep("meeting.rating", str(uuid4()), json.dumps(rating), unnamed=True)
