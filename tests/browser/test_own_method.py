"""Somebody makes a method of their own: with remarks while they write, on paper, in a file, and in a room."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import FilePayload, Locator, Page, expect

from kring.client.companions import FAST
from kring.client.companions.service import Companions
from kring.core.methods.check import faults_of_method
from kring.core.methods.load import load_method
from tests.browser.browsers import PHONE
from tests.browser.canaries import Canaries, found
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import MOST_BYTES, WEIGHT, faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire

OPEN_STEP = "#f-phases-1"


@dataclass(frozen=True)
class Practising:
    """A site that has companions, and the wire to it."""

    site: Site
    wire: Wire


@pytest_asyncio.fixture(loop_scope="session")
async def practising(tmp_path: Path) -> AsyncIterator[Practising]:
    async with Companions(frozenset(), pace=FAST) as companions:
        site = Site(tmp_path, KRING_COMPANIONS_URL=f"http://127.0.0.1:{companions.port}")
        await site.start()
        async with Wire(site.port) as wire:
            companions.sites = frozenset({wire.origin})
            yield Practising(site, wire)
        site.stop()


async def adapt(bram: Attendee, method: str) -> None:
    """From the page of a method to a copy of it that one can change."""
    await bram.page.goto(f"/methods/{method}/")
    await bram.press(bram.page.get_by_role("link", name=bram.text("Adapt this one"), exact=True))
    await bram.page.wait_for_url(re.compile(r"/methods/own/edit/#[0-9a-f-]{36}$"))
    await nothing_to_remark(bram)


async def nothing_to_remark(bram: Attendee) -> None:
    begins = bram.text("Nothing to remark. Circles of {sizes} people get through it well.", sizes="4, 5")
    await expect(state(bram.page)).to_contain_text(begins.split("4, 5", maxsplit=1)[0])


def state(page: Page) -> Locator:
    return page.locator("[data-part=remarks-state]")


async def test_a_method_is_adapted_kept_printed_and_carried_out_and_no_word_leaves_unsealed(
    practising: Practising, gather: Gather, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wire = practising.wire
    gathering, canaries = gather(wire.origin, Gathering), Canaries()
    bram, noor = await gathering.sit("Bram"), await gathering.sit("Noor")
    page = bram.page
    await adapt(bram, "roddel")

    # every text of one step, and the name of the whole
    await page.locator(f"{OPEN_STEP} > summary").click()
    written = {
        "name-en": "#f-name-en",
        "step": f"{OPEN_STEP}-name-en",
        "purpose": f"{OPEN_STEP}-purpose-en",
        "peers": f"{OPEN_STEP}-instruction-peers-en",
        "facilitator": f"{OPEN_STEP}-instruction-facilitator-en",
        "cue": f"{OPEN_STEP}-cues-0-en",
        "source": "#f-credit-source",
    }
    for name, field in written.items():
        await page.locator(field).fill(f"said {canaries.of(name)}")

    # a remark comes and goes
    await page.locator(f"{OPEN_STEP}-minutes-usual").fill("90")
    remark = page.locator("[data-field='phases.1.minutes.most'] .field__error")
    await expect(remark).to_contain_text("8, 90, 15")
    await expect(page.locator(".method-remarks li")).to_contain_text([canaries.of("step")])
    await page.locator(f"{OPEN_STEP}-minutes-usual").fill("12")
    await page.keyboard.press("Tab")
    await expect(page.locator(f"{OPEN_STEP}-minutes-most")).to_be_focused()
    await expect(remark).to_have_count(0)
    await nothing_to_remark(bram)

    # a reload keeps it, a file holds it, and the file can be taken in again
    await page.reload()
    await expect(page.locator("[data-part=name]")).to_have_text(f"said {canaries.of('name-en')}")
    async with page.expect_download() as download:
        await bram.press(bram.button("Keep as a file"))
    file = tmp_path_factory.mktemp("kept") / (await download.value).suggested_filename
    await (await download.value).save_as(file)
    method = load_method(file)
    assert method.name.en == method.name.nl == f"said {canaries.of('name-en')}"
    assert faults_of_method(method) == ()
    await page.goto("/methods/own/")
    await page.locator("#file").set_input_files(file)
    await page.wait_for_url(re.compile(r"/methods/own/edit/#"))
    await nothing_to_remark(bram)

    # on paper
    await bram.press(bram.button("On paper"))
    step = page.get_by_role("heading", name=f"said {canaries.of('step')}")
    await expect(step).to_be_visible()
    assert await page.get_by_text("⟦").count() == 0
    assert await faults_of(page) == []

    await page.go_back()
    await nothing_to_remark(bram)
    await hold_a_meeting(bram, noor, canaries)

    assert found(canaries.by_field, wire.heard()) == set()
    assert found(canaries.by_field, kept_by(practising.site)) == set()


async def hold_a_meeting(bram: Attendee, noor: Attendee, canaries: Canaries) -> None:
    """In a room, with the companions that the page asked for: everybody reads the words, also who came by the link."""
    page = bram.page
    await bram.press(page.get_by_role("link", name=bram.text("Play with companions"), exact=True))
    await expect(page.locator("meeting-agenda")).to_contain_text(f"said {canaries.of('name-en')}")
    await bram.fill(page.get_by_label(bram.text("Your name"), exact=True), "Bram")
    await bram.press(bram.button("Open the room"))
    await page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
    await expect(page.locator("phase-rail")).to_contain_text(canaries.of("step"))
    await noor.enter(page.url)
    await bram.assent()
    await noor.assent()
    await bram.start(people=6)
    for phase, after in zip(BEFORE, [*BEFORE[1:], None], strict=True):
        await bram.sees_phase(phase)
        if phase == "offering":
            await noor.write("offers", "something of mine")
        if phase == "deciding":
            await bram.choose("Noor")
        if after is not None:
            await bram.go_on_anyway(after)
    await to_the_next(bram, "The situation and the learning question")
    await to_the_next(bram, f"said {canaries.of('step')}")
    await expect(bram.page.get_by_text(canaries.of("facilitator")).first).to_be_visible()
    await expect(noor.page.get_by_text(re.compile(f"· said {canaries.of('step')}$"))).to_be_visible()


BEFORE = ["arriving", "looking_back", "offering", "voting", "deciding"]


async def to_the_next(bram: Attendee, step: str) -> None:
    await bram.press(bram.button("To the next step").first)
    all_the_same = bram.button("Go on all the same")
    there = bram.page.get_by_text(re.compile(rf"· {re.escape(step)}$"))
    await expect(all_the_same.or_(there).first).to_be_visible()
    if await all_the_same.is_visible():
        await bram.press(all_the_same)
    await expect(there).to_be_visible()


async def test_the_editor_stands_in_nobody_s_way(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE, "nl")
    page = wei.page
    await page.goto("/methods/own/")
    await expect(wei.button("Begin with nothing")).to_be_visible()
    faults = await faults_of(page)

    await wei.press(wei.button("Begin with nothing"))
    await page.wait_for_url(re.compile(r"/methods/own/edit/#"))
    assert await page.evaluate(WEIGHT) < MOST_BYTES

    # the file is called as the method is
    await page.locator("#f-name-nl").fill("Onze ronde")
    await expect(page.locator("#f-id")).to_have_value("onze-ronde")

    # two steps by keyboard, the second is moved up and taken out, and put back
    await page.locator("#add-step").press("Enter")
    await page.get_by_role("button", name=re.compile("^één stem")).press("Enter")
    name = page.locator("#f-phases-0-name-nl")
    await expect(name).to_be_focused()
    await name.press_sequentially("Vertellen")
    await page.get_by_role("button", name=re.compile("^vraag en antwoord")).press("Enter")
    await page.locator("#f-phases-1-name-nl").press_sequentially("Vragen")
    await page.get_by_role("button", name=wei.text("Move {name} up", name="Vragen")).press("Enter")
    said = page.locator("[data-part=said]")
    await expect(said).to_have_text(
        wei.text("{name} is step {place} of {all} now.", name="Vragen", place=1, all=2)
    )
    await expect(page.locator("#up-0")).to_be_focused()
    await page.get_by_role("button", name=wei.text("Remove {name}", name="Vragen"), exact=True).press("Enter")
    await expect(page.locator(".method-step")).to_have_count(1)
    await wei.button("Put back").press("Enter")
    await expect(page.locator(".method-step")).to_have_count(2)

    # what is still to be written is one line, and leads there
    await wei.button("Write the next text").press("Enter")
    await expect(page.locator(":focus")).to_have_attribute("id", "f-summary-nl")
    faults += await faults_of(page)

    # in the other language it is still the same method
    await wei.press(page.get_by_role("button", name="English", exact=True))
    await expect(page.get_by_role("heading", level=1)).to_have_text("Onze ronde")

    assert not faults, "\n".join(faults)


async def test_a_faulty_file_is_told_by_its_lines(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei")
    await wei.page.goto("/methods/own/")
    faulty = FilePayload(name="mine.yaml", mimeType="application/yaml", buffer=b"id: mine\nversion: one\n")

    await wei.page.locator("#file").set_input_files(faulty)

    told = wei.page.get_by_role("alert").get_by_role("listitem")
    await expect(told.first).to_contain_text("line 2, version: A whole number belongs here, not ‘one’.")
