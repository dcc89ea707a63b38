"""People come in: an organiser's spreadsheet of sixty, and somebody who enrols by phone with nothing but keys."""

import os
import re
from pathlib import Path

from playwright.async_api import Browser, Locator, expect

from kring.core.circles.tables import Form, Table, read_table
from tests.browser.accounts import Holder
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.spreadsheets import rows, write
from tests.browser.test_programmes import found_organisation

LINK = re.compile(r"^(https?://\S+/enrol/\S+)$", re.MULTILINE)


class Typists(Gathering):
    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Typist)


async def test_people_come_in_by_table_and_by_link(own_site: Site, gather: Gather, tmp_path: Path) -> None:
    found_organisation(own_site)
    karin = await gather(own_site.origin, Gathering).sit("Karin", language="nl")
    await Holder(karin, own_site.data).sign_up()
    await begins_programme(karin)

    await takes_in_fifty_three(karin, tmp_path)
    await takes_in_the_rest(karin, tmp_path)
    link = await opens_link(karin)

    noor = await gather(own_site.origin, Typists).sit("Noor", PHONE, "en")
    noor.faults.expect("status of 422")
    await enrols(noor, link, own_site)
    await karin.page.reload()
    await expect(karin.now).to_have_text("61 mensen")


async def begins_programme(karin: Attendee) -> None:
    """Without a client, so that people can come in at once."""
    page = karin.page
    await page.goto("/me/")
    await karin.press(page.get_by_role("link", name="Zorggroep Noord"))
    await karin.press(page.get_by_role("link", name=karin.text("New programme")))
    await karin.press(page.get_by_role("main").get_by_role("list").get_by_role("link").first)
    await karin.fill(page.get_by_label(karin.text("Name of the programme")), "Winter")
    await karin.press(karin.button("Make the proposal"))
    await karin.press(karin.button("Begin the enrolment"))
    await karin.press(page.get_by_role("link", name=karin.text("People"), exact=True))
    await expect(karin.now).to_have_text(karin.text("Who takes part?"))
    assert await faults_of(page) == []


async def takes_in_fifty_three(karin: Attendee, folder: Path) -> None:
    """Of sixty: seven can't be read, which the page says by row, and which come back as a file."""
    page = karin.page
    await karin.press(page.get_by_role("link", name=karin.text("Take in a list")))
    assert await faults_of(page) == []
    await choose(karin, write(folder, Form.XLSX))
    await expect(karin.now).to_have_text("53 rijen zijn goed, aan 7 is iets te verbeteren")
    await expect(page.get_by_role("listitem").filter(has_text=re.compile(r"^Rij \d+kolom"))).to_have_count(7)
    assert await faults_of(page) == []
    async with page.expect_download() as download:
        await karin.press(
            page.get_by_role("link", name=karin.text("Download these rows, with what is wrong"))
        )
    faulty = table_in(await (await download.value).path())
    assert (faulty.headings[-1], len(faulty.rows)) == (karin.text("What is wrong"), 7)
    await karin.press(page.get_by_role("button", name="Neem de 53 goede rijen over, sla er 7 over"))
    await expect(karin.now).to_have_text("53 mensen")
    assert await faults_of(page) == []


def table_in(file: Path) -> Table:
    return read_table(file.read_bytes())


async def takes_in_the_rest(karin: Attendee, folder: Path) -> None:
    """The same file, mended: nobody is doubled. One column is taken for something else on the way."""
    page = karin.page
    await karin.press(page.get_by_role("link", name=karin.text("Take in a list")))
    await choose(karin, write(folder, Form.CSV, rows(faults=())))
    await expect(karin.now).to_have_text("Alle 60 rijen zijn goed")
    team = page.get_by_label("‘Team’ is", exact=True)
    await team.select_option("")
    await karin.press(karin.button("Read it like this"))
    await expect(team).to_have_value("")
    await karin.press(page.get_by_role("button", name="Neem alle 60 rijen over"))
    await expect(karin.now).to_have_text("60 mensen")


async def choose(karin: Attendee, file: Path) -> None:
    await karin.page.get_by_label(
        karin.text("Excel (.xlsx) or CSV: choose the file, or drop it here")
    ).set_input_files(file)
    await karin.press(karin.button("Look what is in it"))


async def opens_link(karin: Attendee) -> str:
    await karin.press(karin.button("Open the link"))
    link = karin.page.get_by_role("link", name=re.compile("enrol"))
    await expect(link).to_be_visible()
    return await link.inner_text()


async def enrols(noor: Attendee, link: str, site: Site) -> None:
    """No account: the form comes by mail. A reload costs nothing, and what is missing is asked for."""
    page = noor.page
    await page.goto(link)
    assert await faults_of(page) == []
    await noor.fill(page.get_by_label(noor.text("E-mail address")), "noor@example.org")
    await noor.press(noor.button("Send me the form"))
    await expect(noor.now).to_have_text(noor.text("Look in your mail"))
    assert await faults_of(page) == []
    await page.goto(newest_link(site.data))
    assert await faults_of(page) == []
    await noor.fill(page.get_by_label(noor.text("Name"), exact=True), "Noor de Vries")
    evening = page.get_by_role("checkbox", name="Tuesday evening")
    await mark(noor, evening)
    apart = page.get_by_label(noor.text("I'd rather not sit with"))
    await noor.fill(apart, "Bram Bakker")
    await page.reload()
    await expect(evening).to_be_checked()
    await expect(apart).to_have_value("Bram Bakker")
    await noor.press(noor.button("Take part"))
    await expect(page.get_by_text("Fill in a profession")).to_be_visible()
    assert await faults_of(page) == []
    await noor.fill(page.get_by_label(noor.text("Profession"), exact=True), "jeugdzorg")
    await noor.press(noor.button("Take part"))
    await expect(noor.now).to_have_text("You take part in Winter")
    assert await faults_of(page) == []
    await Holder(noor, site.data).sign_up()
    await page.goto("/me/")
    await noor.press(page.get_by_role("link", name="Winter"))
    await expect(page.get_by_text("You'd rather not sit with: Bram Bakker.")).to_be_visible()
    await expect(page.get_by_text("Tuesday evening")).to_be_visible()
    assert await faults_of(page) == []


async def mark(noor: Attendee, box: Locator) -> None:
    assert isinstance(noor, Typist)
    await noor.go_to(box)
    await noor.page.keyboard.press("Space")


def newest_link(data: Path) -> str:
    letters = sorted((data / "mail").iterdir(), key=os.path.getmtime)
    links: list[str] = LINK.findall(letters[-1].read_text())
    return links[-1]
