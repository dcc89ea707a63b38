"""How a circle does: a signal that speaks and one that is silent, answers without a name, and a blind self-check."""

import re

from playwright.async_api import expect

from tests.browser import circles
from tests.browser.attending import is_kept, meeting
from tests.browser.canaries import found
from tests.browser.circles import Circle
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

# As each text begins or goes on before it is sealed; a number alone would be found anywhere.
SEALED = {
    "course": '"used_minutes":0,"facilitator"',
    "rating": '{"v":1,"meeting":',
    "sheet": '{"v":1,"round":',
}
CRITERIA = 8


async def test_a_circle_sees_how_it_does(own_site: Site, wire: Wire, gather: Gather) -> None:
    gathering = gather(wire.origin, Gathering)
    circle = await circles.begin(gathering, own_site.data, "Noor", "Bram", "Imane", "Wei")
    noor, bram, imane, wei = circle.members
    others = circle.fellows[1:]
    for there in (others[:1], others[:1], others):
        async with meeting(circle, noor, fellows=there):
            await noor.end_meeting()
        await is_kept(noor)

    await rates(noor, circle, "Largely", "Fully")
    await rates(bram, circle, "Fully", "Fully")
    await rates(imane, circle, "So-so", "Largely")
    await expect(imane.page.get_by_text("3 answers so far.")).to_be_visible()
    await rates_by_keyboard(wei, circle)
    await expect(wei.page.get_by_text("below the surface 3.5 of 5")).to_be_visible()
    await changes_rating(wei, "A little", "Largely")

    await noor.page.goto(f"{circle.address}vitality/")
    speaks = noor.page.locator("[data-signal=turn_out]")
    await expect(speaks).to_contain_text("67% of the seats were taken (8 of 12)")
    await expect(speaks).to_contain_text("One thing to try:")
    await expect(noor.page.locator("[data-signal=cancelled_meetings]")).to_have_count(0)
    await expect(noor.page.locator("[data-part=calm]")).to_contain_text("Cancelled meetings")
    await reads_table(noor, "turn_out", ["4", "4"])
    await reads_table(noor, "depth_and_safety", ["3.5", "4.5"])
    await checks_itself(circle)  # while that is due, its line leads to the same page
    await noor.page.goto(circle.address)
    await expect(
        noor.page.get_by_text("Something about your circle is worth a look together")
    ).to_be_visible()
    assert found(SEALED, wire.heard()) == set()
    assert found(SEALED, kept_by(own_site)) == set()
    assert found({"method": "incident-kort"}, kept_by(own_site)) == {"method"}  # the net has no hole


async def rates(one: Attendee, circle: Circle, depth: str, safety: str) -> None:
    """From the line on the circle's page."""
    await one.page.goto(circle.address)
    await one.press(one.page.get_by_role("link", name=re.compile("How was the meeting")))
    await answer(one, depth, safety)


async def rates_by_keyboard(one: Attendee, circle: Circle) -> None:
    """The second mark on both questions."""
    typist = Typist(one.page, one.name, one.language, one.faults)
    await one.page.goto(circle.address)
    await typist.press(one.page.get_by_role("link", name=re.compile("How was the meeting")))
    for question in ("depth", "safety"):
        await typist.go_to(one.page.locator(f"input[name={question}]").first)
        await one.page.keyboard.press("Space")
        await one.page.keyboard.press("ArrowDown")
    await typist.press(one.button("Keep my answer"))
    await expect(one.page.get_by_text("You answered.")).to_be_visible()


async def changes_rating(one: Attendee, depth: str, safety: str) -> None:
    await one.press(one.button("Answer anew"))
    await answer(one, depth, safety)
    await expect(one.page.get_by_text("able to say what mattered 4.5 of 5")).to_be_visible()


async def answer(one: Attendee, depth: str, safety: str) -> None:
    for question, mark in (("surface", depth), ("mattered", safety)):
        group = one.page.get_by_role("group", name=re.compile(question))
        await group.get_by_label(mark, exact=True).check()
    await one.press(one.button("Keep my answer"))
    await expect(one.page.get_by_text("You answered.")).to_be_visible()


async def reads_table(one: Attendee, series: str, last_row: list[str]) -> None:
    """What a picture shows stands in its table."""
    drawing = one.page.locator(f"[data-series={series}]")
    await one.press(drawing.locator("summary"))
    await expect(drawing.locator("tbody tr").last.locator("td")).to_have_text(last_row)


async def checks_itself(circle: Circle) -> None:
    """Four sheets, filled in apart; nothing is seen before the last of them."""
    noor, bram, imane, wei = circle.members
    await noor.page.goto(circle.address)
    await noor.press(noor.page.get_by_role("link", name="It is time for a self-check"))
    await noor.press(noor.button("Begin a self-check"))
    await noor.page.wait_for_url(re.compile("/checks/"))
    check = noor.page.url
    async with noor.keeping("draft.check"):
        await fills_in(noor, check, "Fully", handed_in=False)
    await noor.page.reload()
    await expect(noor.page.get_by_label("Fully", exact=True).first).to_be_checked()
    assert await looks_bad(noor) == []
    await fills_in(noor, check, "Fully")
    await expect(noor.page.get_by_text("1 of 4 answered.")).to_be_visible()
    await fills_in(bram, check, "Largely")
    await fills_in(imane, check, "Largely")
    await wei.page.goto(check)
    await expect(wei.page.get_by_text("3 of 4 answered so far.")).to_be_visible()
    await expect(wei.page.locator("check-outcome")).to_have_count(0)
    await fills_in(wei, check, "A little")

    for one in circle.members:
        await one.page.goto(check)
        await expect(one.page.locator("check-outcome")).to_have_attribute("data-state", "shown")
        await expect(one.page.get_by_text("On average 3.8 of 5; from “A little” to “Fully”.")).to_have_count(
            CRITERIA
        )
    await expect(noor.page.get_by_text("What did we see and not say?")).to_be_visible()
    pages = {page: await looks_bad_at(noor, page) for page in (check, f"{circle.address}vitality/")}
    assert {page: faults for page, faults in pages.items() if faults} == {}


async def fills_in(one: Attendee, check: str, mark: str, *, handed_in: bool = True) -> None:
    if one.page.url != check:
        await one.page.goto(check)
    await expect(one.button("Hand in")).to_be_enabled()
    for choice in await one.page.get_by_label(mark, exact=True).all():
        await choice.check()
    if handed_in:
        await one.press(one.button("Hand in"))
        await expect(one.button("Hand in")).to_be_hidden()


async def looks_bad_at(one: Attendee, page: str) -> list[str]:
    await one.page.goto(page)
    await expect(one.page.locator("[data-part=working]")).to_be_hidden()
    return await looks_bad(one)


async def looks_bad(one: Attendee) -> list[str]:
    """On a phone, with axe, in the dark, in large letters."""
    await one.page.set_viewport_size({"width": 360, "height": 740})
    faults = await faults_of(one.page)
    await one.page.set_viewport_size({"width": 1280, "height": 800})
    return faults
