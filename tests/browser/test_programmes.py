"""From a question to an agreed programme: a visitor who has only a keyboard, an organiser on a phone."""

import subprocess
import sys

from playwright.async_api import Browser, expect

from tests.browser.accounts import Holder
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site

WHAT_FOR = "Onze nieuwe teamleiders lopen vast in gesprekken over verzuim."


class Typists(Gathering):
    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Typist)


async def test_a_question_becomes_an_agreed_programme(own_site: Site, gather: Gather) -> None:
    found_organisation(own_site)
    pieter = await gather(own_site.origin, Typists).sit("Pieter", language="nl")
    karin = await gather(own_site.origin, Gathering).sit("Karin", PHONE, "en")

    pieter.faults.expect("status of 422")
    await asks(pieter)
    mine = pieter.page.url
    await Holder(karin, own_site.data).sign_up()
    await answers_and_proposes(karin)

    await pieter.page.goto(mine)
    await expect(pieter.page.get_by_text("Zullen we dinsdag bellen?")).to_be_visible()
    assert await faults_of(pieter.page) == []
    to_the_proposal = await pieter.page.get_by_role(
        "link", name=pieter.text("To the proposal")
    ).get_attribute("href")
    await Holder(pieter, own_site.data).sign_up()
    await pieter.page.goto("/me/")
    await pieter.press(pieter.page.get_by_role("link", name="Nieuwe teamleiders"))
    await pieter.page.wait_for_url(f"**{to_the_proposal}")
    await agrees(pieter)

    await karin.page.reload()
    await expect(karin.page.get_by_text(karin.text("people come in"))).to_be_visible()
    for link in ("What was agreed", "Trail", "How far it is"):
        await karin.press(karin.page.get_by_role("link", name=karin.text(link), exact=True))
        await karin.sees_now(link)
        assert await faults_of(karin.page) == []


def found_organisation(site: Site) -> None:
    """The host does."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "kring.cli",
            "organisation",
            "add",
            "Zorggroep Noord",
            "--organiser",
            "karin@example.org",
        ],
        env={"KRING_DATA": str(site.data), "PATH": ""},
        check=True,
        capture_output=True,
    )


async def asks(pieter: Attendee) -> None:
    """By Tab and keys alone; a reload costs nothing, and what is missing is asked for."""
    page = pieter.page
    await page.goto("/")
    await pieter.press(
        page.get_by_role("link", name=pieter.text("For your organisation or profession? Get in touch"))
    )
    what_for = page.get_by_label(pieter.text("What would you like peer consultation for?"))
    await pieter.fill(what_for, WHAT_FOR)
    await page.reload()
    await expect(what_for).to_have_value(WHAT_FOR)
    await pieter.press(pieter.button("Send"))
    await expect(page.get_by_text(pieter.text("Fill in your name."))).to_be_visible()
    assert await faults_of(page) == []
    await expect(what_for).to_have_value(WHAT_FOR)
    await pieter.fill(page.get_by_label(pieter.text("Your name")), "Pieter")
    await pieter.fill(page.get_by_label(pieter.text("Your e-mail address")), "pieter@example.org")
    await pieter.press(pieter.button("Send"))
    await page.wait_for_url("**/contact/mine/**")
    sent = page.url
    await page.goto("/contact/")
    await expect(what_for).to_have_value("")  # it has arrived, so nothing is kept of it
    await page.goto(sent)


async def answers_and_proposes(karin: Attendee) -> None:
    """With a finger."""
    page = karin.page
    await page.goto("/me/")
    await karin.press(page.get_by_role("link", name="Zorggroep Noord"))
    await expect(karin.now).to_have_text("Zorggroep Noord")
    assert await faults_of(page) == []
    await karin.press(page.get_by_role("link", name="Pieter"))
    await karin.fill(page.get_by_label(karin.text("Your message")), "Zullen we dinsdag bellen?")
    assert await faults_of(page) == []
    await karin.press(karin.button("Send the answer"))
    await expect(page.get_by_role("listitem").filter(has_text="Zullen we dinsdag bellen?")).to_be_visible()
    await karin.press(page.get_by_role("link", name=karin.text("Make a proposal")))
    await karin.sees_now("Which kind of programme?")
    assert await faults_of(page) == []
    await karin.press(page.get_by_role("link", name="Guided season"))
    name = page.get_by_label(karin.text("Name of the programme"))
    await expect(page.locator("kept-form:defined")).to_have_count(1)  # its script has run
    await karin.fill(name, "Nieuwe teamleiders")
    await page.reload()
    await expect(name).to_have_value("Nieuwe teamleiders")
    assert await faults_of(page) == []
    await karin.press(karin.button("Make the proposal"))
    await expect(page.get_by_text(karin.text("Now it is the client's turn"))).to_be_visible()


async def agrees(pieter: Attendee) -> None:
    """First with a change, then as it is."""
    page = pieter.page
    await pieter.press(page.get_by_text(pieter.text("I would have something otherwise")))
    await pieter.press(pieter.button("Send this to the organiser"))
    missing = pieter.text("Write down what you would have otherwise, or choose that you agree.")
    await expect(page.get_by_text(missing)).to_be_visible()
    assert await faults_of(page) == []
    await pieter.fill(page.get_by_label(pieter.text("What would you have otherwise?")), "Liever zeven keer.")
    await pieter.press(pieter.button("Send this to the organiser"))
    await expect(
        page.get_by_text("De organisator leest het en komt misschien met een nieuw voorstel.")
    ).to_be_visible()
    await pieter.press(pieter.button("I agree to this"))
    await expect(pieter.button("I agree to this")).to_be_hidden()
    for folded in ("Who sees what?", "What organisers and clients looked at and did"):
        await pieter.press(page.get_by_text(pieter.text(folded), exact=True))
    assert await faults_of(page) == []
