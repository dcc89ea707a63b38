"""How a circle does after a while, and after two years."""

import json
import re
from datetime import timedelta
from uuid import uuid4

from playwright.async_api import expect

from kring.core.growth.self_check import load_self_check
from tests.browser import circles
from tests.browser.people import Attendee
from tests.browser.season import TYPED, Season, step

ASSENT = "Do you agree to the ground rules?"


async def it_goes_well(season: Season) -> None:
    noor = season.on_screen["Noor"]
    await sees_vitality(
        noor, season, calm=["Turn-out", "Short meetings", "Cancelled meetings", "Overrun"], looks=[]
    )


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
    once = re.compile(
        "worth a look together|time for a self-check"
    )  # both lead there, and one line is enough
    await expect(noor.page.get_by_role("main").get_by_role("link", name=once)).to_have_count(1)


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
    await circles.leave(season.on_screen.pop("Wei"), season.circle)
    wei.circle = ""
    await season.tend(noor)
    await season.sign_up("Saskia")
    links = await season.invite("Imane", "Saskia")
    await season.fellows["Saskia"].accept(links["Saskia"])
    await season.tend(noor)
    await season.everybody_looks()
    await noor.page.goto(f"{season.address}renewal/refreshing/")
    await noor.press(noor.button("Put this to the circle"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
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
    for one in season.members("Noor", "Wei")[:4]:
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
    await expect(noor.page.get_by_text("All of you: Largely.")).to_have_count(len(marks))


async def change_rules(one: Attendee, season: Season) -> None:
    await one.page.goto(f"{season.address}rules/")
    await one.press(one.page.get_by_text(one.text("Change the rules"), exact=True))
    await one.page.get_by_label(one.text("Our ground rules"), exact=True).fill(TYPED["refreshed"])
    await one.press(one.button("Put this to the circle"))
    await expect(one.page.get_by_role("main").get_by_text(TYPED["refreshed"], exact=True)).to_be_visible()
