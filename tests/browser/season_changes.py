"""Who goes and who comes in two years of a circle, and what each of them can open."""

import re
from datetime import timedelta

from playwright.async_api import expect

from tests.browser import circles
from tests.browser.accounts import Holder
from tests.browser.beginnings import invitation_by
from tests.browser.season import TYPED, Season, step
from tests.browser.test_lost_everything import lose_everything


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
    await expect(
        olga.page.get_by_text("This was written before you came").filter(visible=True).first
    ).to_be_visible()
    await olga.does_not_see(TYPED["intention"])
    stolen = season.stolen()
    opens = stolen.texts_that_open(season.fellows["Olga"])
    assert TYPED["rules"] in opens
    assert TYPED["later"] not in opens


async def one_is_helped_back(season: Season) -> None:
    """Wei has nothing left but her mail; Imane helps, and what was written in her time opens again."""
    noor, wei = season.on_screen["Noor"], season.fellows["Wei"]
    again = Holder(await season.gathering.sit("Wei"), season.site.data)
    await lose_everything(again)
    page = again.page
    await page.goto(season.address)
    await expect(page.locator("circle-keys")).to_have_attribute("data-state", re.compile("^(?!open$)."))
    await page.goto(await invitation_by(season.fellows["Imane"], "Wei", replaces=wei.acct))
    await again.one.press(again.one.button("Come back in"))
    await page.wait_for_url(circles.A_CIRCLE)
    await season.tend(noor)
    await expect(noor.page.get_by_text("Wei: came back with a new key.")).to_be_visible()
    await page.goto(season.address)
    await expect(page.locator("circle-keys")).to_have_attribute("data-state", "open")
    for meeting, text in zip(season.meetings[1:3], ("early", "later"), strict=True):
        await page.goto(f"{season.address}meetings/{meeting}/")
        await again.one.sees_card(TYPED[text])
    season.on_screen["Wei"] = again.one


async def the_coach_steps_out(season: Season) -> None:
    """Step by step, ticked off by both; Noor puts the last tick, Karin leaves, and turns go round."""
    noor, karin, imane = season.on_screen["Noor"], season.fellows["Karin"], season.fellows["Imane"]
    await season.let_pass(timedelta(days=1))
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
    led = [
        re.sub(r" leads?\b.*", "", told, flags=re.DOTALL).strip() for told in await leads.all_inner_texts()
    ]
    assert set(led) <= {"You", "Imane", "Joost", "Wei", "Olga"}, led  # Bram led most of the others
    assert set(led[:3]) == {"You", "Wei", "Olga"}, led  # who never did goes first
