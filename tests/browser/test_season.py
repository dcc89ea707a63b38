"""
Two years of one circle: six people and a facilitator, six meetings, and everything that happens around them.

What people see is looked at in real browsers; whoever isn't needed there takes part with an account, keys and texts as real.
"""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest_asyncio
from playwright.async_api import Locator, expect

from kring.core.growth.goals import load_goal_words
from kring.core.growth.self_check import load_self_check
from tests.browser import circles
from tests.browser.canaries import found
from tests.browser.gathering import Gather, Gathering
from tests.browser.people import Attendee
from tests.browser.season import Evening, Season, hold, offers_a_case
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

TYPED = {
    "rules": "Canary-rules: we bring our own tea 7f3a91",
    "goal": "Canary-goal: to ask on calmly 90cc13",
    "case": "Canary-case: how do I ask before I advise 7be201",
    "intention": "Canary-intention: I count to ten 1d07ce",
    "early": "Canary-early: what Imane brought 31aa07",
    "later": "Canary-later: only for who stayed 3be77c",
    "joined": "Canary-joined: after Olga came 5c20d4",
    "late": "Canary-late: when few came 66ef19",
    "last": "Canary-last: before the coach went 09b8ac",
    "refreshed": "Canary-refreshed: rules of the third year e4410b",
}
SIX = ["Noor", "Bram", "Imane", "Joost", "Wei", "Ruud"]
EVERYBODY = [*SIX, "Karin"]
AUTHORITY = "One question for you alone"
ASSENT = "Do you agree to the ground rules?"


@pytest_asyncio.fixture(loop_scope="session")
async def own_site(tmp_path: Path) -> AsyncIterator[Site]:
    """One whose clock moves on."""
    site = Site(tmp_path, by_jumping_clock=True)
    await site.start()
    yield site
    site.stop()


async def test_two_years_of_a_circle(own_site: Site, wire: Wire, gather: Gather) -> None:
    season = Season(own_site, gather(wire.origin, Gathering))
    await they_start(season)
    await they_agree(season)
    await they_meet_for_the_first_time(season)
    await hold(season, "roddel", presenter="Imane", offer=TYPED["early"])
    kept = await one_leaves(season)
    await hold(season, "basis", presenter="Joost", offer=TYPED["later"])
    await who_left_is_out(season, kept)
    await it_goes_well(season)
    await one_joins(season)
    await hold(season, "dilemma", presenter="Olga", offer=TYPED["joined"], minutes=60, absent=["Wei", "Bram"])
    await hold(
        season, "vijf-minuten", presenter="Wei", offer=TYPED["late"], minutes=60, absent=["Joost", "Olga"]
    )
    await hold(season, "basis", presenter="Bram", offer=TYPED["last"], minutes=95, absent=["Imane", "Wei"])
    await it_goes_less_well(season)
    await the_coach_steps_out(season)
    await two_years_are_over(season)

    assert found(TYPED, wire.heard()) == set()
    assert found(TYPED, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {
        "name"
    }  # said in the open: the net has no hole


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
    await noor.page.goto(f"{season.address}rules/")
    await noor.page.get_by_label(noor.text("Our ground rules"), exact=True).fill(TYPED["rules"])
    await noor.press(noor.button("Put this to the circle"))
    await expect(noor.page.get_by_text(TYPED["rules"])).to_be_visible()
    await noor.press(noor.button("I agree"))
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
    await one.press(one.button("We all have the same words"))
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


async def one_leaves(season: Season) -> dict[int, bytes]:
    """Ruud, in his browser; the next member's page makes a key without him. Returns the keys that he had."""
    ruud = await season.sit_down("Ruud")
    await circles.sees_record(ruud, season.circle, TYPED["early"])
    kept = season.stolen().keys_that_open(season.fellows["Ruud"])
    await circles.leave(ruud, season.circle)
    await season.tend(season.on_screen["Noor"])
    season.fellows["Ruud"].circle = ""
    stolen = season.stolen()
    assert max(kept) == len(stolen.epochs) - 2
    assert "Ruud" in stolen.members_of(-2)
    assert "Ruud" not in stolen.members_of(-1)
    return kept


async def who_left_is_out(season: Season, kept: dict[int, bytes]) -> None:
    """The site doesn't know him, hands him no key, and all that it holds with all that he had opens nothing later."""
    ruud, one = season.on_screen.pop("Ruud"), season.fellows["Ruud"]
    ruud.faults.expect("status of 404")
    answer = await ruud.page.goto(season.address)
    assert answer is not None
    assert answer.status == 404
    for page in ("keys/", "sealed/?field=meeting.record", f"meetings/{season.meetings[-1]}/"):
        assert await one.device.look_at(f"/circles/{season.id}/{page}") == 404

    stolen = season.stolen()
    assert stolen.keys_that_open(one) == {}
    assert TYPED["early"] in stolen.texts_that_open(one, kept)  # he was there
    assert TYPED["later"] not in stolen.texts_that_open(one, kept)
    assert TYPED["later"] in stolen.texts_that_open(season.fellows["Imane"])


async def it_goes_well(season: Season) -> None:
    noor = season.on_screen["Noor"]
    await sees_vitality(
        noor, season, calm=["Turn-out", "Short meetings", "Cancelled meetings", "Overrun"], looks=[]
    )


async def one_joins(season: Season) -> None:
    """Olga: all say yes anew, what was written before stays shut for her, and what stands opens."""
    noor = season.on_screen["Noor"]
    await season.sign_up("Olga")
    olga = await season.sit_down("Olga")
    season.fellows["Olga"].come_into(season.id)
    link = await circles.invite(noor, season.circle, "Olga")
    await season.tend(noor)
    await circles.join(olga, link)
    await season.tend(noor)
    await expect(
        noor.page.get_by_role("link", name="Not everybody has compared the words yet")
    ).to_be_visible()
    await season.everybody_looks()
    await noor.page.goto(f"{season.address}meetings/new/")
    await expect(noor.page.locator("open-room")).to_have_count(0)
    await season.assent("Noor")
    await season.tend(noor)
    await noor.press(noor.page.get_by_role("link", name="Answer", exact=True))
    await noor.press(noor.button("Keep my answer"))
    await expect(noor.page.get_by_text("Somebody joined, so you all say yes once more.")).to_be_visible()
    await noor.press(noor.page.get_by_role("link", name="Read the rules"))
    await noor.press(noor.button("I agree"))
    await expect(step(noor)).to_have_text("Everything is ready for your next meeting")

    await olga.page.goto(f"{season.address}rules/")
    await expect(olga.page.locator("#rules-text")).to_contain_text(TYPED["rules"])
    await olga.page.goto(f"{season.address}meetings/{season.meetings[0]}/")
    await expect(olga.page.get_by_text("This was written before you came.").first).to_be_visible()
    await olga.does_not_see(TYPED["intention"])
    stolen = season.stolen()
    opens = stolen.texts_that_open(season.fellows["Olga"])
    assert TYPED["rules"] in opens
    assert TYPED["later"] not in opens


async def it_goes_less_well(season: Season) -> None:
    """Few came, and for an hour: that is asked about, and nothing that went well."""
    noor = season.on_screen["Noor"]
    await sees_vitality(
        noor,
        season,
        looks=["turn_out", "short_meetings"],
        calm=["Always the same method", "Cancelled meetings", "Overrun"],
    )
    speaks = noor.page.locator("[data-signal=turn_out]")
    await expect(speaks).to_contain_text("71% of the seats were taken (15 of 21)")
    await expect(speaks).to_contain_text("One thing to try:")
    await noor.page.goto(season.address)
    await expect(
        noor.page.get_by_text("Something about your circle is worth a look together")
    ).to_be_visible()


async def sees_vitality(one: Attendee, season: Season, *, looks: list[str], calm: list[str]) -> None:
    await one.page.goto(f"{season.address}vitality/")
    await expect(one.page.locator("[data-part=working]")).to_be_hidden()
    quiet = one.page.locator("[data-part=calm]")
    for name in calm:
        await expect(quiet).to_contain_text(name)
    for signal in looks:
        await expect(one.page.locator(f"[data-signal={signal}]")).to_have_count(1)
    if not looks:
        for signal in ("turn_out", "short_meetings"):
            await expect(one.page.locator(f"[data-signal={signal}]")).to_have_count(0)


async def the_coach_steps_out(season: Season) -> None:
    """Step by step, ticked off by both; Noor puts the last tick, Karin leaves, and turns go round."""
    noor, karin, imane = season.on_screen["Noor"], season.fellows["Karin"], season.fellows["Imane"]
    await season.plan(noor)
    await noor.page.goto(f"{season.address}turns/")
    await expect(noor.page.get_by_text("Your facilitator leads and chooses the method.")).to_be_visible()
    steps = ["guided", "watch", "lead_a_round", "lead_beside", "lead_alone"]
    for name in steps:
        assert await karin.device.fill_in(karin.path("path/"), deed="tick", step=name) == 302
        if name != steps[-1]:
            assert await imane.device.fill_in(imane.path("path/"), deed="tick", step=name) == 302
    await noor.page.goto(f"{season.address}path/")
    await noor.press(noor.button("Tick off, on behalf of the circle"))
    await expect(noor.page.get_by_text("You guide yourselves: you lead by turns")).to_be_visible()
    assert await karin.device.fill_in(karin.path("leaving/")) == 302
    karin.circle = ""
    await season.tend(noor)
    await noor.page.goto(f"{season.address}turns/")
    leads = noor.page.locator(".turn-dates__turn:first-child")
    await expect(leads).to_have_count(6)
    led = {
        re.sub(r" leads?\..*", "", told, flags=re.DOTALL).strip() for told in await leads.all_inner_texts()
    }
    assert led == {"You", "Bram", "Imane", "Joost", "Wei", "Olga"}  # six turns, and each has one


async def two_years_are_over(season: Season) -> None:
    """They are told, look at themselves, and refresh: one goes, one comes, and all say yes under a new key."""
    noor = season.on_screen["Noor"]
    await season.let_pass(timedelta(days=2 * 365 + 2) - season.ahead)
    await season.tend(noor)
    await expect(noor.page.get_by_text(re.compile("choose how you go on"))).to_be_visible()
    await expect(step(noor)).to_have_text(ASSENT)
    await expect(noor.page.get_by_text("It was a year ago that you said yes.")).to_be_visible()
    await they_check_themselves(season)

    wei, imane = season.fellows["Wei"], season.fellows["Imane"]
    had = season.stolen().keys_that_open(wei)
    before = len(season.stolen().epochs)
    assert await wei.device.fill_in(wei.path("leaving/")) == 302
    wei.circle = ""
    await season.tend(noor)
    await season.sign_up("Saskia")
    links = await season.invite("Imane", "Saskia")
    await season.fellows["Saskia"].accept(links["Saskia"])
    await season.tend(noor)
    await season.everybody_looks()
    await noor.page.goto(f"{season.address}renewal/refreshing/")
    await noor.press(noor.button("Put this to the circle"))
    await change_rules(noor, season)
    await season.assent()
    stolen = season.stolen()
    assert len(stolen.epochs) == before + 2
    assert stolen.members_of(-1) == sorted(["Noor", "Bram", "Imane", "Joost", "Olga", "Saskia"])
    assert TYPED["refreshed"] in stolen.texts_that_open(season.fellows["Saskia"])
    assert TYPED["refreshed"] not in stolen.texts_that_open(wei, had)
    await season.tend(noor)
    await expect(noor.page.get_by_text(re.compile("choose how you go on"))).to_have_count(0)
    await expect(step(noor)).to_have_text("When do you meet?")
    assert imane.epoch == before + 1


async def they_check_themselves(season: Season) -> None:
    """Blind, and shown once four have answered and it is closed."""
    noor = season.on_screen["Noor"]
    await noor.page.goto(f"{season.address}vitality/")
    await noor.press(noor.button("Begin a self-check"))
    await noor.page.wait_for_url(re.compile("/checks/"))
    check = noor.page.url.rstrip("/").rpartition("/")[2]
    marks = {criterion.id: 4 for criterion in load_self_check().criteria}
    for one in season.members("Noor")[:4]:
        await expect(noor.page.locator("check-outcome")).to_have_count(0)
        await one.look()
        item = str(uuid4())
        sheet = one.seal(
            "check.sheet", item, json.dumps({"v": 1, "round": check, "marks": marks}), unnamed=True
        )
        await one.device.post(one.path(f"checks/{check}/sheets/"), {"item": item, "rev": 1, "text": sheet})
    assert (
        await season.fellows["Imane"].device.fill_in(f"/circles/{season.id}/checks/{check}/closing/") == 302
    )
    await noor.page.reload()
    await expect(noor.page.locator("check-outcome")).to_have_attribute("data-state", "shown")
    await expect(noor.page.get_by_text("On average 4.0 of 5").first).to_be_visible()


async def change_rules(one: Attendee, season: Season) -> None:
    await one.page.goto(f"{season.address}rules/")
    await one.press(one.page.get_by_text(one.text("Change the rules"), exact=True))
    await one.page.get_by_label(one.text("Our ground rules"), exact=True).fill(TYPED["refreshed"])
    await one.press(one.button("Put this to the circle"))
    await expect(one.page.get_by_role("main").get_by_text(TYPED["refreshed"], exact=True)).to_be_visible()


def step(one: Attendee) -> Locator:
    """The one thing to do now."""
    return one.page.locator(".circle-step h2")
