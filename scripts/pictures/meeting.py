"""Five people hold a meeting in real browsers, with a picture wherever a guide shows one."""

from __future__ import annotations

import asyncio
from typing import Literal

from playwright.async_api import Browser, expect

from scripts.pictures.camera import LAPTOP, PHONE, shoot
from tests.browser.gathering import Gathering
from tests.browser.people import Attendee, next_week
from tests.browser.story import Circle
from tests.browser.words import Language

Slot = Literal["offers", "causes", "own_part", "advice", "useful", "next_step", "lessons", "intentions"]

WHILE_AWAY: tuple[Slot, ...] = ("causes", "own_part", "advice")

# What they write: offers by Noor, Imane and Joost; causes and advice by the peers; the rest by Noor.
LINES: dict[Language, dict[Slot, tuple[str, ...]]] = {
    "nl": {
        "offers": (
            "In het overleg zeg ik ja, en op de gang merk ik dat ik nee bedoelde.",
            "Een nieuwe collega vraagt mij alles, en ik weet niet hoe ik dat begrens.",
            "Een gesprek met een vader liep goed, en ik snap niet waarom.",
        ),
        "causes": (
            "De vraag kwam op het laatste moment, toen iedereen al stond.",
            "Er was geen ruimte om te twijfelen.",
            "Zij vraagt het steeds aan jou.",
        ),
        "own_part": (
            "Je knikt voordat je hebt nagedacht.",
            "Je neemt het van een ander over.",
            "Je zegt niet wat het je kost.",
        ),
        "advice": (
            "Zeg de volgende keer: ik kom er morgenochtend op terug.",
            "Vraag eerst wat er van tafel kan als dit erbij komt.",
            "Oefen één zin waarmee je tijd wint.",
        ),
        "useful": ("Morgenochtend erop terugkomen: dat kan ik zeggen zonder nee te zeggen.",),
        "next_step": ("Dinsdag zeg ik in het overleg dat ik er een nacht over slaap.",),
        "lessons": ("Ook ik knik voordat ik nadenk.",),
        "intentions": ("Ik vertel donderdag hoe het ging.",),
    },
    "en": {
        "offers": (
            "In the meeting I say yes, and in the corridor I notice that I meant no.",
            "A new colleague asks me everything, and I don't know how to draw a line.",
            "A talk with a father went well, and I don't see why.",
        ),
        "causes": (
            "The request came at the last moment, when everybody was already standing.",
            "There was no room for doubt.",
            "She always asks you.",
        ),
        "own_part": (
            "You nod before you have thought.",
            "You take it over from somebody else.",
            "You don't say what it costs you.",
        ),
        "advice": (
            "Next time, say: I'll come back to it tomorrow morning.",
            "First ask what can go if this is added.",
            "Practise one sentence that wins you time.",
        ),
        "useful": ("Coming back to it tomorrow: I can say that without saying no.",),
        "next_step": ("On Tuesday I say in the meeting that I'll sleep on it.",),
        "lessons": ("I nod before I think, too.",),
        "intentions": ("On Thursday I'll tell how it went.",),
    },
}


async def hold_meeting(browser: Browser, origin: str, language: Language) -> None:
    """One meeting by the method that one begins with."""
    async with Gathering(browser, origin) as gathering:
        circle = Circle(
            await gathering.sit("Bram", LAPTOP, language),
            await gathering.sit("Noor", PHONE, language),
            (
                await gathering.sit("Imane", PHONE, language),
                await gathering.sit("Joost", LAPTOP, language),
                await gathering.sit("Wei", PHONE, language),
            ),
        )
        link = await come_in(circle)
        await choose_a_case(circle, link, LINES[language])
        await work_on_it(circle, LINES[language])
        await close(circle, LINES[language])


async def come_in(circle: Circle) -> str:
    """One after the other: that is how they sit, and speak. Returns the link."""
    link = await circle.bram.begin()
    for one in circle.everybody[1:]:
        await one.enter(link)
    await asyncio.gather(*(one.assent() for one in circle.everybody if one is not circle.noor))
    for one in circle.everybody:
        await circle.noor.sees_person(one.name)
    await shoot(circle.noor.page, "gathering-phone", circle.noor.language)
    await circle.noor.assent()
    await circle.bram.start()
    return link


async def choose_a_case(circle: Circle, link: str, lines: dict[Slot, tuple[str, ...]]) -> None:
    """Three offers, a blind vote, and it is Noor's case."""
    imane, joost, _ = circle.peers
    await circle.noor.take_turn()
    await circle.go_on_to("looking_back", at_once=True)
    await circle.go_on_to("offering", at_once=True)
    for one, line in zip((circle.noor, imane, joost), lines["offers"], strict=True):
        await one.write("offers", line)
    await circle.bram.sees_card(lines["offers"][2])
    await circle.noor.take_turn()
    await expect(imane.button("I have finished")).to_be_visible()
    await shoot(imane.page, "your-turn-phone", imane.language)
    await shoot_wall(joost, link)
    await circle.go_on_to("voting", at_once=True)
    await circle.all("vote", "Noor")
    await circle.go_on_to("deciding", at_once=True)
    await shoot(circle.bram.page, "facilitator-desktop", circle.bram.language)
    await circle.bram.choose("Noor")


async def work_on_it(circle: Circle, lines: dict[Slot, tuple[str, ...]]) -> None:
    """Questions, what the peers think while Noor is away, and what she will do."""
    imane, joost, _ = circle.peers
    await circle.go_on_to("informing", at_once=True)
    await imane.ask()
    await imane.take_turn()
    await joost.sees_now("{name} has the floor. You listen.", name="Noor")
    await circle.go_on_to("analysing", at_once=True)
    for slot in WHILE_AWAY:
        for peer, line in zip(circle.peers, lines[slot], strict=True):
            await peer.write(slot, line)
    await circle.go_on_to("advising", at_once=True)
    await joost.sees_card(lines["causes"][0])
    await shoot(joost.page, "room-desktop", joost.language)
    await circle.go_on_to("following_up", at_once=True)
    await circle.noor.write("useful", lines["useful"][0])
    await circle.noor.write("next_step", lines["next_step"][0], by=next_week())


async def close(circle: Circle, lines: dict[Slot, tuple[str, ...]]) -> None:
    """What everybody takes along."""
    await circle.go_on_to("learning", at_once=True)
    await circle.peers[0].write("lessons", lines["lessons"][0])
    await circle.go_on_to("intending", at_once=True)
    await circle.noor.write("intentions", lines["intentions"][0], by=next_week())
    await circle.all("finish")
    await circle.go_on_to("last_word", at_once=True)
    await circle.bram.close_meeting()
    await expect(circle.noor.button("Keep as a readable text")).to_be_visible()
    await shoot(circle.noor.page, "closing-phone", circle.noor.language)


async def shoot_wall(somebody: Attendee, link: str) -> None:
    """The screen for the room, opened from a device that has a seat."""
    wall = await somebody.page.context.new_page()
    await wall.goto(link.replace("/#", "/wall/#"))
    await expect(wall.get_by_text(LINES[somebody.language]["offers"][0])).to_be_visible()
    await shoot(wall, "wall-desktop", somebody.language)
    await wall.close()
