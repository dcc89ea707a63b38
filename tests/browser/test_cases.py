"""A case: written alone, looked over, offered, read, brought; and what somebody types of it stays between four walls."""

from typing import Literal

from playwright.async_api import Locator, expect

from tests.browser import beginnings, circles
from tests.browser.attending import is_kept, meeting
from tests.browser.canaries import found
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

ALONE = "Canary-alone: what I never meant to send 1d04fa"
SITUATION = "Canary-situation: Bram and I saw Mrs Zonderland c7719e at the door"
QUESTION = "Canary-question: how can I stay calm 55e0b2?"
TITLE = "Canary-title: at the door 08fe6c"
WELL = "Canary-well: she laughed again 93ad20"
MORE = "Canary-more: how can I dare that more often 6ab8f4?"
RULE = "Canary-rule: what is said here stays here 2c55d1"


async def test_a_case_is_written_offered_and_brought(own_site: Site, wire: Wire, gather: Gather) -> None:
    gathering = gather(wire.origin, Gathering)
    circle = await circles.begin(gathering, own_site.data, "Noor", "Bram", "Imane", rule=None)
    noor, bram, imane = circle.members
    await noor.page.set_viewport_size({"width": 360, "height": 740})

    await writes_alone(noor, circle)
    circle.rules = await beginnings.agree(circle.fellows, RULE)
    await looks_it_over_and_offers(noor, circle)
    await offers_by_keyboard_alone(imane, circle)
    await reads(bram, circle)
    await brings(circle)

    joost = await beginnings.join(circle.fellows, "Joost", own_site.data)
    await is_offered_to_who_came_later(noor, await circles.sit_down(gathering, joost), circle)

    written = {"alone": ALONE, "situation": SITUATION, "question": QUESTION, "title": TITLE}
    written |= {"rule": RULE, "well": WELL, "more": MORE}
    assert found(written, wire.heard()) == set()
    assert found(written, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {"name"}  # so the net has no hole


async def offers_by_keyboard_alone(imane: Attendee, circle: circles.Circle) -> None:
    """Something that went well."""
    imane = Typist(imane.page, imane.name, imane.language, imane.faults)
    await imane.page.goto(f"{circle.address}cases/new/")
    await imane.pick(imane.page.get_by_role("radio", name=imane.text("Something that went well")))
    await goes_on(imane)
    await imane.fill(asked(imane, "What went well?"), WELL)
    for _skipped in range(4):
        await goes_on(imane)
    await imane.fill(asked(imane, "What is your question?"), MORE)
    await goes_on(imane, "Look it over")
    await imane.pick(imane.page.get_by_role("radio", name=imane.text("It is pressing")))
    await imane.press(imane.button("Offer it to the circle"))
    await imane.page.wait_for_url(f"{circle.address}cases/")


async def writes_alone(noor: Attendee, circle: circles.Circle) -> None:
    """Before all have agreed, with a line that drops and a page that is thrown away; not to be offered yet."""
    await noor.page.goto(f"{circle.address}cases/new/")
    await goes_on(noor)
    noor.faults.expect("ERR_FAILED.*/sealed/")
    await noor.page.route("**/sealed/", lambda route: route.abort())
    await asked(noor, "What was the situation?").fill(SITUATION)
    await expect(noor.page.get_by_text(noor.text("No connection: kept on this device."))).to_be_visible()
    await noor.page.unroute("**/sealed/")  # before the page comes anew: it opens with what it hears there
    await noor.page.goto(f"{circle.address}cases/new/")
    await expect(asked(noor, "What did you do yourself?")).to_be_visible()
    await asked(noor, "What did you do yourself?").fill(ALONE)
    await goes_on(noor)
    await expect(noor.page.get_by_text(noor.text("Kept."), exact=True)).to_be_visible()
    await noor.page.reload()
    await sees_no_faults(noor)
    await noor.press(noor.page.get_by_text(noor.text("All steps"), exact=True))
    await noor.press(noor.page.get_by_role("link", name=noor.text("What is your question?"), exact=True))
    question = asked(noor, "What is your question?")
    await question.fill("Canary: why doesn't she listen?")
    await noor.press(noor.page.get_by_text(noor.text("Is it a question for the circle?")))
    await expect(noor.page.get_by_text("Your question isn't about yourself yet.")).to_be_visible()
    await sees_no_faults(noor)
    await question.fill(QUESTION)
    await goes_on(noor, "Look it over")
    await expect(noor.page.get_by_text("Not to be offered yet")).to_be_visible()
    await expect(noor.button("Offer it to the circle")).to_have_count(0)


async def looks_it_over_and_offers(noor: Attendee, circle: circles.Circle) -> None:
    """A name is marked and its member's isn't; one part is thrown out again; it may stay so."""
    await noor.page.goto(f"{circle.address}cases/")
    await expect(noor.page.get_by_text(noor.text("Not offered: only you can read it."))).to_be_visible()
    await noor.press(noor.page.get_by_role("link", name=noor.text("Write on")))
    await noor.press(noor.button("Offer it to the circle"))
    await expect(noor.page.get_by_role("alert").filter(has_text="Change what is marked")).to_be_visible()
    await expect(noor.page.locator("mark")).to_have_text(["Mrs Zonderland"])
    await sees_no_faults(noor)
    await noor.press(noor.page.get_by_role("button", name=f"{noor.text('Change')} Mrs Zonderland"))
    await expect(asked(noor, "What was the situation?")).to_be_focused()
    selected = "() => { const at = document.activeElement; return at.value?.slice(at.selectionStart, at.selectionEnd); }"
    assert await noor.page.evaluate(selected) == "Mrs Zonderland"
    await goes_on(noor)
    await asked(noor, "What did you do yourself?").fill("")
    await noor.press(noor.page.get_by_text(noor.text("All steps"), exact=True))
    await noor.press(noor.page.get_by_role("link", name=noor.text("Look it over, and offer it")))
    await noor.page.get_by_label(noor.text("What shall we call it?")).fill(TITLE)
    await noor.pick(noor.page.get_by_role("checkbox"))
    await noor.press(noor.button("Offer it to the circle"))
    await noor.page.wait_for_url(f"{circle.address}cases/")
    await expect(case(noor, TITLE)).to_contain_text("offered on")


async def reads(bram: Attendee, circle: circles.Circle) -> None:
    await bram.page.goto(circle.address)
    await expect(bram.page.get_by_text("2 cases lie ready.")).to_be_visible()
    await bram.press(bram.page.get_by_role("link", name=bram.text("All cases")))
    pressing = case(bram, MORE)
    await expect(bram.page.get_by_role("article").first).to_contain_text(MORE)
    await expect(pressing).to_contain_text(bram.text("It is pressing"))
    await expect(pressing.get_by_text(WELL)).to_be_hidden()
    card = case(bram, TITLE)
    await expect(card).to_contain_text(QUESTION)
    await bram.press(card.get_by_text(bram.text("Read the case")))
    await expect(card.get_by_text(SITUATION)).to_be_visible()
    await expect(bram.page.get_by_text(ALONE)).to_have_count(0)
    await sees_no_faults(bram)


async def brings(circle: circles.Circle) -> None:
    """To a meeting; on its page only she is asked whether it was hers."""
    noor, bram, _imane = circle.members
    async with meeting(circle, noor, fellows=circle.fellows[1:]):
        await noor.end_meeting()
    await is_kept(noor)
    for one, is_asked in ((bram, False), (noor, True)):
        await one.page.goto(f"{circle.address}meetings/")
        await one.press(one.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first)
        await expect(one.page.locator("circle-keys")).to_have_attribute("data-state", "open")
        await expect(one.page.get_by_text(one.text("Was it one of your cases?"))).to_have_count(int(is_asked))
    await noor.press(noor.page.get_by_role("button", name=TITLE))
    await expect(noor.page.get_by_text(noor.text("Marked as brought: {title}", title=TITLE))).to_be_visible()
    await bram.page.goto(f"{circle.address}cases/")
    await expect(case(bram, TITLE)).to_contain_text("Noor brought it on")
    row = bram.page.get_by_role("row").filter(has_text="Noor")
    await expect(row.get_by_role("cell").last).to_have_text("0")
    await noor.page.goto(f"{circle.address}cases/")
    await noor.press(noor.page.get_by_role("button", name=noor.text("It wasn't brought after all")))
    await expect(noor.page.get_by_text(noor.text("It lies ready again."))).to_be_visible()
    await sees_no_faults(noor)


async def is_offered_to_who_came_later(noor: Attendee, joost: Attendee, circle: circles.Circle) -> None:
    await joost.page.goto(f"{circle.address}cases/")
    await expect(joost.page.get_by_text("2 cases were offered before you came.")).to_be_visible()
    circle.members.append(joost)
    await beginnings.assent(circle.fellows, circle.rules)
    await noor.page.goto(f"{circle.address}cases/")
    await expect(case(noor, TITLE)).to_contain_text("Joost")
    await noor.press(noor.page.get_by_role("button", name=noor.text("Offer it to them too")))
    await expect(case(noor, TITLE)).not_to_contain_text("Joost")
    await joost.page.goto(f"{circle.address}cases/")
    await expect(case(joost, TITLE)).to_contain_text(QUESTION)


def asked(one: Attendee, question: str) -> Locator:
    return one.page.get_by_role("textbox", name=one.text(question), exact=True)


def case(one: Attendee, title: str) -> Locator:
    return one.page.get_by_role("article").filter(has=one.page.get_by_role("heading", name=title))


async def goes_on(one: Attendee, says: Literal["Next", "Look it over"] = "Next") -> None:
    await one.press(one.page.get_by_role("link", name=one.text(says), exact=True))


async def sees_no_faults(one: Attendee) -> None:
    assert await faults_of(one.page) == []
