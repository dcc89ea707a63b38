"""Every page and every kind of phase, seen by axe: in both languages, light and dark, narrow and wide, in large letters."""

from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.async_api import expect

from kring.core.meetings import PlannedPhase, compose
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Method, Mode, Place
from tests.browser import story
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.companions import companions
from tests.browser.gathering import Gathering
from tests.browser.looking import faults_of
from tests.browser.people import INCIDENT, Attendee
from tests.browser.words import Language

Kind = tuple[Mode, Place]  # a way to hold the floor, and where the presenter is meanwhile


@dataclass(frozen=True, slots=True)
class Journey:
    """
    A meeting that is looked at from two sides.

    Attributes:
        kinds: Of phases that no journey before this one has come by.
        around: Whether it looks at what comes around the method too.
    """

    method: Method
    kinds: frozenset[Kind]
    language: Language
    of_bram: Screen
    of_noor: Screen
    around: bool

    def looks_at(self, planned: PlannedPhase) -> bool:
        return kind_of(planned) in self.kinds or (self.around and not planned.of_method)


def kind_of(planned: PlannedPhase) -> Kind:
    return planned.phase.floor.mode, planned.phase.presenter_place


EXERCISES = ["/exercises/", "/exercises/open_questions/", "/begin/?exercise=open_questions"]


def kinds_in(method: Method) -> frozenset[Kind]:
    return frozenset(kind_of(planned) for planned in compose(method, load_blocks()).phases)


def journeys() -> list[Journey]:
    """As few as it takes to come by every kind of phase that is shipped; on each screen and in each language."""
    straight_on = [one for one in load_library() if all(phase.next_presenter is None for phase in one.phases)]
    left = frozenset[Kind]().union(*map(kinds_in, straight_on))
    found: list[Journey] = []
    while left:
        method = max(straight_on, key=lambda one: (len(kinds_in(one) & left), -len(one.phases), one.id))
        of_bram, of_noor = SCREENS[len(found) % len(SCREENS)]
        kinds, language = kinds_in(method) & left, LANGUAGES[len(found) % 2]
        found.append(Journey(method, kinds, language, of_bram, of_noor, around=len(found) < len(LANGUAGES)))
        left -= kinds
    return found


LANGUAGES: tuple[Language, ...] = ("nl", "en")
SCREENS = ((DESKTOP, PHONE), (PHONE, DESKTOP), (PHONE, PHONE), (DESKTOP, DESKTOP))


def test_the_meetings_looked_at_have_every_kind_of_phase() -> None:
    looked_at = [kind for journey in journeys() for kind in journey.kinds]

    assert sorted(looked_at, key=repr) == sorted(
        frozenset[Kind]().union(*map(kinds_in, load_library())), key=repr
    )


@pytest.mark.parametrize(
    ("language", "screen"), [("nl", PHONE), ("en", DESKTOP)], ids=["Dutch on a phone", "English on a desktop"]
)
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


@pytest.mark.parametrize("journey", journeys(), ids=lambda journey: journey.method.id)
async def test_no_phase_stands_in_anybody_s_way(gathering: Gathering, journey: Journey) -> None:
    method, language = journey.method.id, journey.language
    bram, noor = (
        await gathering.sit("Bram", journey.of_bram, language),
        await gathering.sit("Noor", journey.of_noor, language),
    )
    faults: list[str] = []

    async def look(where: str, *at: Attendee) -> None:
        """At what comes around a method; at its phases `look_at` does."""
        if journey.around:
            await look_at(where, *at)

    async def look_at(where: str, *at: Attendee) -> None:
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
        if journey.around:
            await look_at_dialogs(bram, faults)
        await bram.assent()
        await noor.assent()
        await bram.start(people=6)
        for planned in compose(journey.method, load_blocks()).phases:
            await they_come_to(planned, bram, noor)
            if journey.looks_at(planned):
                await look_at(planned.phase.id)
        if journey.around:
            await look_at_the_wall(bram, link, faults)
        await bram.close_meeting()
        await look("closing")

    assert not faults, "\n".join(faults)


async def they_come_to(planned: PlannedPhase, bram: Attendee, noor: Attendee) -> None:
    """With Noor's case, and before everybody is ready."""
    phase = planned.phase.id
    if phase != "arriving":
        await bram.go_on_anyway(phase)
    await bram.sees_phase(phase)
    await noor.sees_phase(phase)
    if phase == "offering":
        await noor.write("offers", "something of mine")
    if phase == "deciding":
        await bram.choose("Noor")


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


async def test_what_is_too_pale_is_found_among_what_was_seen_before(gathering: Gathering) -> None:
    noor = await gathering.sit("Noor")
    await noor.page.goto("/")
    assert await faults_of(noor.page) == []
    await noor.page.evaluate(
        """() => {
            const pale = Object.assign(document.createElement('p'), { className: 'pale', textContent: 'Can you read this?' });
            pale.style.color = 'color-mix(in srgb, currentcolor 20%, transparent)';
            document.querySelector('main').append(pale);
        }"""
    )

    faults = await faults_of(noor.page)

    assert [fault.split(" at ")[0] for fault in faults] == ["light: color-contrast", "dark: color-contrast"]
