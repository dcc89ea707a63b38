"""A circle that lasts: by link, with rules, a meeting and its record; and who leaves can't open what comes after."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser import circle_methods, circles
from tests.browser.archives import has_age, open_with_age
from tests.browser.canaries import found
from tests.browser.canary_fields import fields_kept
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

RULE = "Canary-rule: we bring our own tea 7f3a91"
CARD = "Canary-card: what I took from home 51c0de"
NOTE = "Canary-note: ask again about Tuesday 90ab12"
LATER = "Canary-later: only for who stayed 3be77c"


async def test_a_circle_lasts_and_who_leaves_is_out(
    own_site: Site, wire: Wire, gather: Gather, tmp_path_factory: pytest.TempPathFactory
) -> None:
    circle = await circles.start(gather(wire.origin, Gathering), own_site.data, "Noor", "Bram", "Imane")
    noor, bram, imane = circle.members

    await circles.agree(circle, RULE)
    await circles.plan(bram, circle)
    await circle_methods.share(noor, circle)
    await circle_methods.change_at_once(noor, bram, circle)
    await circle_methods.withdraw_and_put_back(bram, circle)
    await circle_methods.put_together(bram, circle)
    await look_at_every_page(noor, circle)
    await circle_methods.sees_usual(noor, circle)
    await circles.open_room(circle, method=None)
    for one in circle.members:
        await circle_methods.reads_words(one)
    await noor.start()
    await noor.fill(noor.notes, NOTE)
    await circles.look_back(noor, CARD)
    await noor.end_meeting()
    for one in circle.members:
        await expect(
            one.page.get_by_text(
                one.text("The record is sealed in your circle. Only its members can open it.")
            )
        ).to_be_visible()
    await circles.sees_record(imane, circle, CARD)
    await circles.sees_record(noor, circle, CARD)
    await expect(noor.page.get_by_text(NOTE)).to_be_visible()
    await circle_methods.be_advised(bram, circle)

    await circles.leave(imane, circle)
    await noor.page.goto(circle.address)
    await expect(noor.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    await change_rules(noor, circle, LATER)
    await bram.page.goto(f"{circle.address}rules/")
    await expect(bram.page.locator("#rules-text")).to_contain_text(LATER)

    await noor.page.goto("/me/archive/")
    await expect(noor.button("To read")).to_be_visible()
    assert await faults_of(noor.page) == []
    archive = await takes_all_along(
        noor, tmp_path_factory.mktemp("noor"), fields_kept(own_site) - {"circle.seen"}
    )
    assert [text in archive for text in (CARD, NOTE, LATER)] == [True, True, True]

    answer = await imane.page.goto(circle.address)
    assert answer is not None
    assert answer.status == 404
    assert grants_of(own_site, imane, circle) == []
    assert grants_of(own_site, bram, circle) == [1, 2, 3]
    written = {"rule": RULE, "card": CARD, "note": NOTE, "later": LATER, **circle_methods.WRITTEN}
    assert found(written, wire.heard()) == set()
    assert found(written, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {
        "name"
    }  # said in the open, so the net has no hole


async def takes_all_along(one: Attendee, folder: Path, fields: set[str]) -> str:
    """The archive as it is read, which is the same as what a program finds, and as what was sealed."""
    async with one.page.expect_download() as readable:
        await one.press(one.button("To read"))
    await (await readable.value).save_as(folder / "kring.html")
    async with one.page.expect_download() as program:
        await one.press(one.button("For a program"))
    await (await program.value).save_as(folder / "kring.json")
    page = (folder / "kring.html").read_text()
    written = json.loads(page.partition('id="kring">')[2].partition("</script>")[0])
    told = json.loads((folder / "kring.json").read_text())
    assert told["circles"] == written["circles"]
    assert {text["field"] for circle in told["circles"] for text in circle["texts"]} == fields
    async with one.page.expect_download() as sealed:
        await one.press(one.button("Keep the sealed file"))
    await (await sealed.value).save_as(folder / "kring.html.age")
    words = await one.page.get_by_label(one.text("Passphrase"), exact=True).input_value()
    if has_age():
        assert NOTE in open_with_age(folder / "kring.html.age", words)
    assert NOTE not in (folder / "kring.html.age").read_text(errors="replace")
    return page


async def change_rules(one: Attendee, circle: circles.Circle, rule: str) -> None:
    await one.page.goto(f"{circle.address}rules/")
    await one.press(one.page.get_by_text(one.text("Change the rules"), exact=True))
    area = one.page.get_by_label(one.text("Our ground rules"), exact=True)
    await one.half_write_sealed(area, "draft.rules", rule)
    await one.page.reload()
    await expect(area).to_have_value(rule)
    await expect(area).to_be_visible()
    assert await area.get_attribute("name") is None
    await one.press(one.button("Put this to the circle"))
    await expect(one.page.get_by_role("main").get_by_text(rule, exact=True)).to_be_visible()


def grants_of(site: Site, one: Attendee, circle: circles.Circle) -> list[int]:
    """Epochs of the circle whose key is kept for somebody."""
    with closing(sqlite3.connect(site.data / "kring.sqlite3")) as database:
        rows = database.execute(
            "SELECT epoch FROM vault_grant JOIN people_person ON acct = people_person.id"
            ' WHERE people_person.email = ? AND vault_grant."group" = ? ORDER BY epoch',
            [
                f"{one.name.lower()}@example.org",
                circle.address.rstrip("/").rpartition("/")[2].replace("-", ""),
            ],
        )
        return [epoch for (epoch,) in rows]


async def look_at_every_page(one: Attendee, circle: circles.Circle) -> None:
    """With axe, in the dark, in large letters, on a phone."""
    pages = [
        "",
        "invitations/",
        "authority/",
        "rules/",
        "members/",
        "dates/",
        "agreed/",
        "meetings/new/",
        "methods/",
        "advice/",
        "leaving/",
        "attendance/",
        "confidence/",
        "renewal/",
        "renewal/refreshing/",
        "renewal/merging/",
        "ending/",
    ]
    await one.page.set_viewport_size({"width": 360, "height": 740})
    faults = {}
    for page in ("/circles/", "/circles/new/", *(circle.address + name for name in pages)):
        await one.page.goto(page)
        faults[page] = await faults_of(one.page)
    await one.page.set_viewport_size({"width": 1280, "height": 800})
    assert {page: found for page, found in faults.items() if found} == {}


async def test_a_meeting_without_accounts_becomes_a_circle(own_site: Site, gather: Gather) -> None:
    gathering = gather(own_site.origin, Gathering)
    noor, bram = await gathering.sit("Noor"), await gathering.sit("Bram")
    link = await noor.begin()
    await bram.enter(link)
    for one in (noor, bram):
        await one.assent()
    await noor.start()
    await circles.look_back(noor, CARD)
    await noor.end_meeting()

    await noor.press(noor.button("Keep this circle"))
    await noor.press(noor.page.get_by_role("link", name=noor.text("I have no account yet")))
    await circles.fill_in_account(noor, own_site.data)
    await noor.page.get_by_label(noor.text("Name of the circle"), exact=True).fill("Kring Noord")
    await noor.press(noor.button("Start the circle"))
    await noor.page.wait_for_url(circles.A_CIRCLE)

    invitation = bram.page.get_by_role(
        "link", name=bram.text("Join the circle that was begun out of this meeting")
    )
    await expect(invitation).to_be_visible()
    await bram.press(invitation)
    await expect(bram.now).to_have_text("Noor invites you")
    await circles.sees_record(noor, circles.Circle(noor.page.url, [noor, bram]), CARD)
