"""Every page and every kind of phase, seen by axe: in both languages, light and dark, narrow and wide, in large letters."""

from collections.abc import Iterable
from uuid import uuid4

import pytest
from playwright.async_api import expect

from kring.core.meetings.agenda import compose
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Method, Mode, Place
from tests.browser import story
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.companions import companions
from tests.browser.gathering import Gathering
from tests.browser.looking import faults_of
from tests.browser.people import INCIDENT, Attendee
from tests.browser.words import Language

# What is looked at in each: together every way to hold the floor and every place of a presenter that is shipped.
METHODS = {
    "incident-kort": "everything",
    "tien-stappen": "everything",
    "clinic": "the method",
    "roddel": "the method",
    "action-learning-coach": "the method",
    "collegiaal-acht-stappen": "the method",
    "troika": "the method",
}


def kinds_of_phases(methods: Iterable[Method]) -> set[tuple[Mode, Place]]:
    plans = [compose(method, load_blocks()) for method in methods]
    phases = [planned.phase for plan in plans for planned in plan.phases]
    return {(phase.floor.mode, phase.presenter_place) for phase in phases}


def test_the_methods_looked_at_have_every_kind_of_phase() -> None:
    looked_at = [method for method in load_library() if method.id in METHODS]

    assert kinds_of_phases(looked_at) == kinds_of_phases(load_library())


EXERCISES = ["/exercises/", "/exercises/open_questions/", "/begin/?exercise=open_questions"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_no_page_stands_in_anybody_s_way(
    gathering: Gathering, language: Language, screen: Screen
) -> None:
    wei = await gathering.sit("Wei", screen, language)
    wei.faults.expect("status of 404")
    faults: list[str] = []

    method = f"/methods/{INCIDENT}/"
    for address in ["/", "/begin/", "/methods/", method, *EXERCISES, "/nowhere/", f"/m/{uuid4()}/"]:
        await wei.page.goto(address)
        faults += [f"{address} {fault}" for fault in await faults_of(wei.page)]
    await wei.page.goto("/begin/")
    await wei.press(wei.button("Open the room"))
    await wei.pick(wei.page.get_by_role("radio", name=wei.text("Other"), exact=True))
    faults += [f"what is missing {fault}" for fault in await faults_of(wei.page)]
    await wei.press(wei.button("Adapt"))
    await expect(wei.button("Done")).to_be_visible()
    faults += [f"adapting {fault}" for fault in await faults_of(wei.page)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_what_remains_of_a_meeting_stands_in_nobody_s_way(gathering: Gathering, screen: Screen) -> None:
    bram, noor, link = await story.two_begin(gathering, screen)
    faults: list[str] = []
    await bram.end_meeting()
    for one in (bram, noor):
        await one.sees_now("The meeting is over. Take along what is yours.")
        faults += [f"closing {fault}" for fault in await faults_of(one.page)]
        await one.wipe()
        await expect(one.page.get_by_text(one.text("notes and keys wiped"), exact=True)).to_be_visible()
        faults += [f"wiped {fault}" for fault in await faults_of(one.page)]
    noor.faults.expect("status of 410")
    for address in (f"{link.partition('#')[0]}closing/", link.partition("#")[0]):
        await noor.page.goto(address)
        await expect(noor.page.get_by_role("heading", name=noor.text("Evidence of deletion"))).to_be_visible()
        faults += [f"{address} {fault}" for fault in await faults_of(noor.page)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("method", "language", "of_bram", "of_noor"),
    [
        ("incident-kort", "nl", DESKTOP, PHONE),
        ("tien-stappen", "en", PHONE, DESKTOP),
        ("clinic", "nl", PHONE, PHONE),
        ("roddel", "en", DESKTOP, DESKTOP),
        ("action-learning-coach", "nl", DESKTOP, PHONE),
        ("collegiaal-acht-stappen", "en", PHONE, PHONE),
    ],
)
async def test_no_phase_stands_in_anybody_s_way(
    gathering: Gathering, method: str, language: Language, of_bram: Screen, of_noor: Screen
) -> None:
    bram, noor = (
        await gathering.sit("Bram", of_bram, language),
        await gathering.sit("Noor", of_noor, language),
    )
    faults: list[str] = []

    async def look(where: str, *at: Attendee) -> None:
        for one in at or (bram, noor):
            faults.extend(f"{where}, {one.name}: {fault}" for fault in await faults_of(one.page))

    link = await bram.begin(method)
    await noor.page.goto(link)
    noor.method = method
    await look("gathering", bram)
    await look("before the door opens", noor)
    await noor.introduce()
    async with companions(link, 4):
        await look("ground rules")
        await look_at_dialogs(bram, faults)
        await bram.assent()
        await noor.assent()
        await bram.start()
        plan = compose(next(one for one in load_library() if one.id == method), load_blocks())
        for planned, after in zip(plan.phases, [*plan.phases[1:], None], strict=True):
            phase = planned.phase.id
            await bram.sees_phase(phase)
            await noor.sees_phase(phase)
            if phase == "offering":
                await noor.write("offers", "something of mine")
            if phase == "deciding":
                await bram.choose("Noor")
            if planned.of_method or METHODS[method] == "everything":
                await look(phase)
            if after is not None:
                await bram.go_on_anyway(after.phase.id)
        await look_at_the_wall(bram, link, faults)
        await bram.close_meeting()
        await look("closing")

    assert not faults, "\n".join(faults)


async def look_at_dialogs(bram: Attendee, faults: list[str]) -> None:
    for name in ("Between these four walls", "More", "Invite"):
        if not await bram.button(name).is_visible():
            continue  # on a phone the invitation stands on the page itself
        await bram.press(bram.button(name))
        await expect(bram.page.get_by_role("dialog")).to_be_visible()
        for summary in await bram.page.get_by_role("dialog").locator("summary").all():
            if await summary.is_visible():
                await bram.press(summary)
        faults.extend(f"{name}: {fault}" for fault in await faults_of(bram.page))
        await bram.press(bram.button("Close"))


async def look_at_the_wall(bram: Attendee, link: str, faults: list[str]) -> None:
    wall = await bram.page.context.new_page()
    await wall.goto(link.replace("/#", "/wall/#"))
    await expect(wall.get_by_role("list", name=bram.text("In the circle"))).to_be_visible()
    faults.extend(f"the wall: {fault}" for fault in await faults_of(wall))
    await wall.close()
