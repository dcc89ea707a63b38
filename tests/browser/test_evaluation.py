"""An evaluation: opened, answered with keys on a small screen, closed, published, and read by the client."""

from datetime import timedelta

from playwright.async_api import Browser, expect

from kring.core.evaluation.load import load_questionnaires
from tests.browser.browsers import PHONE
from tests.browser.fellows import sign_up
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.outside import all_sit_together, others_answer, programme_of
from tests.browser.people import Attendee, next_week
from tests.browser.site import Site

HALFWAY = load_questionnaires()[0]
ADVICE = "Two circles want to go on by themselves: give them an hour a month."


class Typists(Gathering):
    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Typist)


async def test_people_answer_and_the_client_reads_the_sums(own_site: Site, gather: Gather) -> None:
    fellows = [
        await sign_up(own_site.origin, own_site.data, name, "en") for name in ("Karin", "Noor", "Pieter")
    ]
    programme = programme_of(own_site, fellows[0], fellows[1:2])
    all_sit_together(own_site, programme, ["Imane", "Joost", "Wei", "Bram"], client=fellows[2])
    gathering = gather(own_site.origin, Gathering)
    karin = await gathering.sit("Karin", holding=await fellows[0].keep_here())
    noor = await gather(own_site.origin, Typists).sit("Noor", PHONE, holding=await fellows[1].keep_here())
    pieter = await gathering.sit("Pieter", PHONE, holding=await fellows[2].keep_here())

    await opens(karin, programme)
    await answers(noor, programme)
    others_answer(own_site, programme, but=fellows[1])
    await closes_and_publishes(karin)

    await pieter.page.goto(f"/programmes/{programme}/client/")
    await expect(pieter.page.get_by_text(ADVICE)).to_be_visible()
    safe = pieter.page.get_by_role("table", name=HALFWAY.items[0].says.en)
    await expect(safe.get_by_role("row").filter(has_text=pieter.text("mostly yes (4–5)"))).to_contain_text(
        "75% or more"
    )
    assert await faults_of(pieter.page) == []
    await noor.page.goto(f"/programmes/{programme}/mine/")
    await noor.press(noor.page.locator("summary").filter(has_text="Evaluation halfway"))
    await expect(noor.page.get_by_text(ADVICE)).to_be_visible()
    assert await faults_of(noor.page) == []


async def opens(karin: Attendee, programme: str) -> None:
    await karin.page.goto(f"/programmes/{programme}/evaluation/")
    karin.faults.expect("status of 422")
    await karin.press(karin.button("Open the evaluation"))
    await expect(karin.page.get_by_text(karin.text("Choose a date."))).to_be_visible()
    assert await faults_of(karin.page) == []
    await karin.fill_in_date(
        karin.page.get_by_label(karin.text("Until and including")), next_week() + timedelta(days=7)
    )
    await karin.press(karin.button("Open the evaluation"))
    await karin.sees_now("Evaluation")
    few = karin.page.get_by_role("heading", name=karin.text("Fewer than five people have answered."))
    await expect(few).to_be_visible()
    assert await faults_of(karin.page) == []


async def answers(noor: Attendee, programme: str) -> None:
    """By Tab, space and arrows; a reload costs nothing, and what is missing is asked for."""
    page = noor.page
    await page.goto(f"/programmes/{programme}/mine/")
    await noor.press(page.get_by_role("link", name=noor.text("Fill in the evaluation")))
    await noor.sees_now("How is it for you?")
    assert await faults_of(page) == []
    for id in HALFWAY.ids[:3]:
        await mark(noor, id)
    await page.reload()
    await expect(page.locator("input:checked")).to_have_count(3)

    noor.faults.expect("status of 422")
    await noor.press(noor.button("Send my answers"))
    await expect(page.get_by_text(noor.text("Choose a number, or that it doesn't apply."))).to_have_count(
        len(HALFWAY.ids) - 3
    )
    assert await faults_of(page) == []
    for id in HALFWAY.ids[3:]:
        await mark(noor, id)
    await noor.press(noor.button("Send my answers"))
    await noor.sees_now("Your answers are in")
    assert await faults_of(page) == []
    assert (
        await page.evaluate("Object.keys(sessionStorage).filter(name => name.includes('evaluation'))") == []
    )


async def mark(noor: Attendee, id: str) -> None:
    """Four of five."""
    first = noor.page.locator(f"input[name='{id}'][value='1']")
    assert isinstance(noor, Typist)
    await noor.go_to(first)
    for key in ("Space", "ArrowRight", "ArrowRight", "ArrowRight"):
        await noor.page.keyboard.press(key)
    await expect(noor.page.locator(f"input[name='{id}'][value='4']")).to_be_checked()


async def closes_and_publishes(karin: Attendee) -> None:
    page = karin.page
    await page.reload()
    await expect(
        page.get_by_role("heading", name=karin.text("More than three quarters have answered."))
    ).to_be_visible()
    await karin.press(page.get_by_text(karin.text("Close it now")))
    await karin.press(karin.button("Close the evaluation"))
    await page.wait_for_url("**/evaluation/*-*/")
    assert await faults_of(page) == []
    advice = page.get_by_label(karin.text("Your advice for going on"))
    await karin.fill(advice, ADVICE)
    await page.reload()
    await expect(advice).to_have_value(ADVICE)
    await karin.press(karin.button("Publish figures and advice"))
    await expect(page.get_by_text(karin.text("Change the advice"))).to_be_visible()
    await expect(page.locator(".evaluation__advice").get_by_text(ADVICE)).to_be_visible()
    assert await faults_of(page) == []
