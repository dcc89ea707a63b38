"""A circle that lasts: by link, with rules, a meeting and its record; and who leaves can't open what comes after."""

import sqlite3
from contextlib import closing

from playwright.async_api import expect

from tests.browser import circles
from tests.browser.canaries import found
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


async def test_a_circle_lasts_and_who_leaves_is_out(own_site: Site, wire: Wire, gather: Gather) -> None:
    circle = await circles.start(gather(wire.origin, Gathering), own_site.data, "Noor", "Bram", "Imane")
    noor, bram, imane = circle.members

    await circles.agree(circle, RULE)
    await circles.plan(bram, circle)
    await look_at_every_page(noor, circle)
    await circles.open_room(circle)
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

    await circles.leave(imane, circle)
    await noor.page.goto(circle.address)
    await expect(noor.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    await change_rules(noor, circle, LATER)
    await bram.page.goto(f"{circle.address}rules/")
    await expect(bram.page.locator("#rules-text")).to_contain_text(LATER)

    answer = await imane.page.goto(circle.address)
    assert answer is not None
    assert answer.status == 404
    assert grants_of(own_site, imane, circle) == []
    assert grants_of(own_site, bram, circle) == [1, 2, 3]
    written = {"rule": RULE, "card": CARD, "note": NOTE, "later": LATER}
    assert found(written, wire.heard()) == set()
    assert found(written, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {
        "name"
    }  # said in the open, so the net has no hole


async def change_rules(one: Attendee, circle: circles.Circle, rule: str) -> None:
    await one.page.goto(f"{circle.address}rules/")
    await one.press(one.page.get_by_text(one.text("Change the rules"), exact=True))
    await one.page.get_by_label(one.text("Our ground rules"), exact=True).fill(rule)
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
