"""Passphrase, devices and sheet are gone: a fellow member helps back in, under the same name, and the circle notices."""

from playwright.async_api import expect

from tests.browser import circles
from tests.browser.accounts import Holder
from tests.browser.attending import is_kept, meeting
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site

RULE = "we bring our own tea"
CARD = "what I took from home"
NOTE = "ask again about Tuesday"
LATER = "and our own biscuits"
LOST = "This was sealed with a key that you have lost. Only your old recovery sheet or passphrase could still open it."
RENEWED = (
    "{names}: came back with a new key. Make sure that you spoke to each other, and read the four words aloud "
    "again before you write on."
)
NEW = "kanarie stoomboot grasmat theelepel"


async def test_a_fellow_member_helps_back_in(own_site: Site, gather: Gather) -> None:
    gathering = gather(own_site.origin, Gathering)
    circle = await circles.begin(gathering, own_site.data, "Noor", "Bram", "Imane", rule=RULE)
    bram = circle.members[1]
    await a_meeting(circle)
    await compare_words(bram, circle)
    at_home = Holder(circle.members[0], own_site.data)
    await at_home.page.goto("/me/recovery-sheet/")
    sheet = await at_home.copy_sheet()

    again = Holder(await gathering.sit("Noor", PHONE), own_site.data)
    noor = again.one
    await lose_everything(again)
    assert await faults_of(noor.page) == []
    await expect(noor.page.get_by_text("Ask one of them: Bram, Imane.")).to_be_visible()
    message = await noor.page.locator("[data-part=message]").inner_text()
    await noor.page.goto(circle.address)
    step = noor.page.get_by_role("heading", name=noor.text("Let somebody help you back in"))
    await expect(step).to_be_visible()

    link = await help_back(bram, circle, message)
    await noor.page.goto(link)
    await expect(noor.now).to_have_text("Bram helps you back in")
    assert await faults_of(noor.page) == []
    await noor.press(noor.button("Come back in"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
    for one in (bram, noor):
        await circles.sees_it_open(one, circle)

    # what the circle wrote in her time opens again, what was hers alone never
    await noor.page.goto(f"{circle.address}rules/")
    await expect(noor.page.locator("#rules-text")).to_contain_text(RULE)
    await circles.sees_record(noor, circle, CARD)
    await expect(noor.page.get_by_text(noor.text(LOST)).filter(visible=True)).to_be_visible()
    await expect(noor.page.get_by_text(NOTE)).to_be_hidden()

    # the circle is told, until the words have been compared again
    await bram.page.reload()
    told = bram.page.get_by_text(bram.text(RENEWED, names="Noor"))
    await expect(told).to_be_visible()
    await compare_words(bram, circle)
    await expect(told).to_be_hidden()
    await bram.page.reload()
    await expect(bram.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    await expect(told).to_be_hidden()

    await sees_what_is_written_next(circle, noor)

    # and then the sheet turns up: what was hers alone comes back as well
    await find_the_sheet(again, sheet)
    await circles.sees_record(noor, circle, CARD)
    await expect(noor.page.get_by_text(NOTE).filter(visible=True)).to_be_visible()
    await expect(noor.page.get_by_text(noor.text(LOST)).filter(visible=True)).to_have_count(0)


async def a_meeting(circle: circles.Circle) -> None:
    noor = circle.members[0]
    async with meeting(circle, noor, fellows=circle.fellows[1:]):
        await noor.fill(noor.notes, NOTE)
        await circles.look_back(noor, CARD)
        await noor.end_meeting()
    await is_kept(noor)


async def compare_words(one: Attendee, circle: circles.Circle) -> None:
    await one.page.goto(f"{circle.address}members/")
    await one.press(one.button("We all have the same words"))
    await expect(one.button("We all have the same words")).to_be_hidden()


async def lose_everything(holder: Holder) -> None:
    """At a browser that knows nothing, with the mail and nothing else."""
    one = holder.one
    await holder.come_back_by_mail(NEW)
    await expect(one.now).to_have_text(one.text("Open your texts"))
    await one.press(one.page.get_by_text(one.text("I have none of these any more")))
    await one.page.get_by_label(one.text("The passphrase with which you sign in now")).fill(NEW)
    await one.press(one.button("Begin with a new key"))
    await expect(one.now).to_have_text(one.text("You have a new key"))


async def find_the_sheet(holder: Holder, code: str) -> None:
    one = holder.one
    await one.page.goto("/me/")
    await one.press(one.page.get_by_role("link", name=one.text("I have found my old recovery sheet")))
    await expect(one.now).to_have_text(one.text("Your old recovery sheet"))
    await expect(one.button("Open what was mine").first).to_be_visible()
    assert await faults_of(one.page) == []
    await one.page.get_by_label(one.text("Code on the old sheet")).fill(
        ("b" if code[0].lower() == "a" else "a") + code[1:]
    )
    await one.press(one.button("Open what was mine"))
    await expect(one.page.locator("[data-part=error]")).to_be_visible()
    await one.page.get_by_label(one.text("Code on the old sheet")).fill(code.upper())
    await one.press(one.button("Open what was mine"))
    await expect(
        one.page.get_by_text(one.text("One text of yours is back. You find it where you wrote it."))
    ).to_be_visible()
    await one.page.goto("/me/")
    await expect(
        one.page.get_by_role("link", name=one.text("I have found my old recovery sheet"))
    ).to_have_count(0)


async def help_back(one: Attendee, circle: circles.Circle, message: str) -> str:
    """After a call: the page that the message names is also on the circle's page. Returns the link."""
    await one.page.goto(circle.address)
    helps = one.page.get_by_role("link", name=one.text("Help %(name)s back in") % {"name": "Noor"})
    assert str(await helps.get_attribute("href")) in message
    await one.press(helps)
    await expect(one.now).to_have_text("Help Noor back in")
    assert await faults_of(one.page) == []
    spoken = one.text("I have spoken to %(name)s: make the link") % {"name": "Noor"}
    await one.press(one.page.get_by_role("button", name=spoken))
    return await one.page.get_by_role("article").get_by_role("textbox").input_value()


async def sees_what_is_written_next(circle: circles.Circle, noor: Attendee) -> None:
    imane = circle.members[2]
    await imane.page.goto(f"{circle.address}rules/")
    await imane.press(imane.page.get_by_text(imane.text("Change the rules"), exact=True))
    await imane.page.get_by_label(imane.text("Our ground rules"), exact=True).fill(LATER)
    await imane.press(imane.button("Put this to the circle"))
    await expect(imane.page.locator("#rules-text")).to_have_text(LATER)
    await noor.page.goto(f"{circle.address}rules/")
    await expect(noor.page.locator("#rules-text")).to_have_text(LATER)
