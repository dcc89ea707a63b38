"""A kick-off: more people in one room than a circle has, cards without names on the wall, by circle, and on to one's own."""

import asyncio
import re
from contextlib import AsyncExitStack
from datetime import timedelta

from playwright.async_api import Page, expect

from kring.client.link import read_link
from kring.client.room import Room
from kring.client.seat import Seat
from tests.browser import circles
from tests.browser.browsers import PHONE
from tests.browser.fellows import sign_up
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.outside import programme_of, put_together
from tests.browser.people import Attendee, next_week
from tests.browser.site import Site
from tests.browser.test_gathered import sit_down

WITHOUT_A_SCREEN = 15  # with the two who have one it is more than a usual door admits
AMBITION = "A year from now, in my work I want …"
MINE = "that families dare to disagree with me"


async def test_a_hall_writes_ambitions_that_come_onto_the_wall_without_names(
    own_site: Site, gather: Gather
) -> None:
    gathering = gather(own_site.origin, Gathering)
    fellows = [await sign_up(own_site.origin, own_site.data, name, "en") for name in ("Karin", "Noor")]
    programme = programme_of(own_site, fellows[0], fellows[1:])
    circles_of_it = [
        put_together(own_site, name, people, programme=programme)
        for name, people in (("Kring 3", fellows[1:]), ("Kring 4", []))
    ]
    karin = await sit_down(own_site, gathering, fellows[0])
    noor = await sit_down(own_site, gathering, fellows[1], PHONE)

    # planned, and found by who takes part
    await plan(karin, programme)
    await expect(karin.button("Open the room")).to_be_enabled()
    assert await faults_of(karin.page) == []
    await noor.page.goto(f"/programmes/{programme}/mine/kick-off/")
    await expect(noor.page.get_by_role("link", name="Kring 3")).to_be_visible()
    assert await faults_of(noor.page) == []

    # the room is open, and the wall shows the way in
    await karin.press(karin.button("Open the room"))
    await karin.page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
    await expect(karin.seat("Karin")).to_be_visible()
    link = karin.page.url
    wall = await karin.page.context.new_page()
    await wall.goto(f"/programmes/{programme}/kick-off/")
    await wall.goto(
        str(await wall.get_by_role("link", name=karin.text("The wall, for the beamer")).get_attribute("href"))
    )
    await expect(
        wall.get_by_role("img", name=karin.text("The link as a code to point a camera at"))
    ).to_be_visible()
    assert await faults_of(wall) == []

    async with AsyncExitStack() as stack:
        await noor.enter(link)
        rooms = [
            await stack.enter_async_context(Room(await Seat.knock(read_link(link))))
            for _ in range(WITHOUT_A_SCREEN)
        ]
        await asyncio.gather(*(sit(room, number) for number, room in enumerate(rooms)))
        idle = await stack.enter_async_context(Room(await Seat.knock(read_link(link))))
        for one in (karin, noor):
            await one.assent()
        # Noor's place is known; the others say where they sit, and one who doesn't do anything keeps nobody waiting
        await expect(
            noor.page.get_by_text(noor.text("You sit with {circle}.", circle="Kring 3"))
        ).to_be_visible()
        await asyncio.gather(
            *(room.do("sit_with", circle=circles_of_it[n % 2]) for n, room in enumerate(rooms))
        )
        await expect(karin.seats).to_have_count(WITHOUT_A_SCREEN + 3)
        await karin.sees_now("Most of you agree. You can begin.")
        await karin.press(karin.button("Begin the meeting"))

        # everybody writes, nobody sees a card before all of them lie there
        await karin.go_on(at_once=True)
        await write(noor, MINE)
        await asyncio.gather(
            *(room.contribute("kick_off_ambition", f"wish {n}") for n, room in enumerate(rooms))
        )
        await expect(wall.get_by_text("wish 3", exact=True)).to_have_count(0)
        await karin.go_on_anyway("kick_off_ambition_wall")
        await expect(wall.get_by_text(f"wish {WITHOUT_A_SCREEN - 1}", exact=True)).to_be_visible()
        card = wall.get_by_role("listitem").filter(has_text=MINE)
        await expect(card).to_be_visible()
        assert "Noor" not in await card.inner_text()
        assert await faults_of(wall) == []
        assert idle.opened() == {}

        await sees_by_circle(karin, noor, wall)
        await goes_on_to_own_circle(karin, noor, circles_of_it[0])


async def sit(room: Room, number: int) -> None:
    """As one does on a phone."""
    await room.introduce(f"Guest {number}")
    await room.do("assent")


async def write(one: Attendee, text: str) -> None:
    box = one.page.get_by_label(AMBITION, exact=True)
    await one.fill(box, text)
    await one.press(one.page.locator("form").filter(has=box).locator("button[type=submit]"))
    await expect(box).to_have_value("")


async def sees_by_circle(karin: Attendee, noor: Attendee, wall: Page) -> None:
    """One's own on the phone, all of them on the wall, still without names."""
    await karin.go_on_anyway("kick_off_goals")
    await karin.go_on_anyway("kick_off_goal_wall")
    await karin.go_on_anyway("kick_off_by_circle")
    mine = noor.page.get_by_role("region", name=noor.text("Your circle: {circle}", circle="Kring 3"))
    await expect(mine.get_by_role("listitem")).to_have_count(1 + (WITHOUT_A_SCREEN + 1) // 2)
    await expect(mine.get_by_text("wish 2", exact=True)).to_be_visible()
    await expect(mine.get_by_text("wish 3", exact=True)).to_have_count(0)
    other = wall.get_by_role("region", name="Kring 4")
    await expect(other.get_by_role("listitem")).to_have_count(WITHOUT_A_SCREEN // 2)
    for page in (wall, noor.page, karin.page):
        assert await faults_of(page) == []


async def goes_on_to_own_circle(karin: Attendee, noor: Attendee, own: str) -> None:
    """Begin it, and put its ground rules to it, which are nobody else's."""
    await karin.go_on_anyway("kick_off_ground_rules")
    async with noor.page.expect_popup() as opened:
        await noor.press(
            noor.page.get_by_role("link", name=noor.text("To your circle: %(name)s") % {"name": "Kring 3"})
        )
    circle = await opened.value
    await circle.get_by_role("button", name=noor.text("Begin"), exact=True).click()
    await circle.wait_for_url(circles.A_CIRCLE)
    await circle.goto(f"/circles/{own}/rules/")
    area = circle.get_by_label(noor.text("Our ground rules"), exact=True)
    await expect(area).to_have_value(re.compile("1. "))
    await area.fill("1. We begin on time.")
    await circle.get_by_role("button", name=noor.text("Put this to the circle"), exact=True).click()
    await expect(circle.locator("#rules-text")).to_contain_text("We begin on time.")


async def plan(karin: Attendee, programme: str) -> None:
    await karin.page.goto(f"/programmes/{programme}/kick-off/")
    await karin.page.get_by_label(karin.text("Date"), exact=True).fill(
        (next_week() + timedelta(days=7)).isoformat()
    )
    await karin.page.get_by_label(karin.text("Time"), exact=True).fill("13:30")
    await karin.page.get_by_label(karin.text("Where?"), exact=True).fill("De Aula")
    await karin.press(karin.button("Plan it"))
