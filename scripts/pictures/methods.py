"""Five methods that are nothing like each other, each at the moment that makes it what it is."""

from __future__ import annotations

from playwright.async_api import Browser, expect

from scripts.pictures.camera import LAPTOP, PHONE, shoot
from scripts.pictures.circle import Circle
from tests.browser.gathering import Gathering
from tests.browser.words import Language

Said = dict[Language, tuple[str, ...]]

CASE: Said = {
    "nl": ("Mijn collega legt haar werk bij mij neer. Hoe zeg ik nee zonder ruzie?",),
    "en": ("My colleague leaves her work to me. How do I say no without a row?",),
}
QUESTIONS: dict[str, Said] = {
    "Joost": {
        "nl": ("Wat gebeurt er in je lijf als zij voor je bureau staat?", "Hoe lang speelt dit al?"),
        "en": (
            "What happens in your body when she stands before your desk?",
            "How long has this been going on?",
        ),
    },
    "Wei": {
        "nl": ("Wat zou zij antwoorden als je vroeg waarom ze bij jou komt?",),
        "en": ("What would she say if you asked why she comes to you?",),
    },
}
WARM = "warm"  # the same word in both languages
CAUSES: Said = {
    "nl": ("de vraag pas kwam toen iedereen al opstond.",),
    "en": ("the question came when everybody was getting up.",),
}
ATTEMPTS: Said = {
    "nl": ("Eerst stil blijven en haar laten uitpraten",),
    "en": ("First stay silent and let her finish",),
}
LEVELS = {"Joost": "beliefs", "Wei": "beliefs", "Saskia": "identity", "Ruud": "behaviour"}


async def show_methods(browser: Browser, origin: str, language: Language) -> None:
    """Each with people of its own."""
    for scene in (gossip, small_groups, warm_or_cold, role_play, chosen_at_once):
        async with Gathering(browser, origin) as gathering:
            await scene(gathering, language)


async def gossip(gathering: Gathering, language: Language) -> None:
    """Joost speaks about Noor, who sits with her back to them: her phone, and Imane's."""
    async with Circle(gathering, language, "roddel") as circle:
        await circle.gather(["Noor", "Imane", "Joost", "Wei"], {"Noor": PHONE, "Imane": PHONE})
        noor, imane = circle.screens["Noor"], circle.screens["Imane"]
        await noor.write("case_question", CASE[language][0])
        await circle.lie_on_table(1)
        await circle.go_to("gossiping")
        await circle.do("Joost", "take_floor")
        await imane.sees_now("{name} has the floor. You listen.", name="Joost")
        await shoot(noor.page, "gossip-presenter-phone", language)
        await shoot(imane.page, "gossip-peer-phone", language)


async def small_groups(gathering: Gathering, language: Language) -> None:
    """Noor is outside; Imane and her group write what they think: her phone, and Imane's."""
    async with Circle(gathering, language, "incident-kort") as circle:
        names = ["Noor", "Imane", "Joost", "Wei", "Saskia", "Ruud"]
        await circle.gather(names, {"Noor": PHONE, "Imane": PHONE})
        noor, imane = circle.screens["Noor"], circle.screens["Imane"]
        await circle.go_to("analysing")
        await imane.half_write("causes", CAUSES[language][0])
        await shoot(noor.page, "outside-presenter-phone", language)
        await shoot(imane.page, "small-groups-peer-phone", language)


async def warm_or_cold(gathering: Gathering, language: Language) -> None:
    """Noor says of each question how warm it is for her."""
    async with Circle(gathering, language, "tien-stappen") as circle:
        await circle.gather(["Noor", "Imane", "Joost", "Wei"], {"Noor": PHONE})
        noor = circle.screens["Noor"]
        await noor.write("case_question", CASE[language][0])
        await circle.lie_on_table(1)
        await circle.go_to("writing_questions")
        for name, said in QUESTIONS.items():
            await circle.write(name, "questions", *said[language])
        await circle.go_to("rating_questions")
        for said in QUESTIONS.values():
            await noor.sees_card(said[language][0])
        await noor.page.get_by_role("button", name=WARM).first.click()
        await shoot(noor.page, "warm-or-cold-phone", language)


async def role_play(gathering: Gathering, language: Language) -> None:
    """Noor plays the other; Imane tried something in her chair, and now Joost does: Wei's screen, who is next."""
    async with Circle(gathering, language, "clinic") as circle:
        await circle.gather(["Noor", "Imane", "Joost", "Wei", "Saskia"], {"Wei": LAPTOP})
        wei = circle.screens["Wei"]
        await circle.write("Noor", "case_question", *CASE[language])
        await circle.go_to("alternatives")
        await circle.do("Noor", "take_part", part="the_other")
        await circle.do("Imane", "take_part", part="in_the_chair")
        await circle.write("Imane", "attempts", ATTEMPTS[language][0])
        await circle.do("Imane", "yield_floor")
        await circle.do("Imane", "take_off_part")
        await circle.do("Joost", "take_part", part="in_the_chair")
        await wei.sees_card(ATTEMPTS[language][0])
        await expect(wei.seat("Joost")).to_contain_text(wei.text("part: {part}", part=""))
        await shoot(wei.page, "role-play-desktop", language)


async def chosen_at_once(gathering: Gathering, language: Language) -> None:
    """What everybody chose without the others appears in one moment: Noor's screen."""
    async with Circle(gathering, language, "niveaus") as circle:
        await circle.gather(["Noor", *LEVELS, "Imane"], {"Noor": LAPTOP})
        noor = circle.screens["Noor"]
        await noor.write("case_question", CASE[language][0])
        await circle.lie_on_table(1)
        await circle.go_to("choosing_level")
        for name, level in {**LEVELS, "Imane": "beliefs"}.items():
            await circle.write(name, "level", level)
        await circle.go_to("showing_level")
        await expect(noor.page.get_by_text(noor.text("{count} votes", count=3))).to_be_visible()
        await shoot(noor.page, "chosen-at-once-desktop", language)
