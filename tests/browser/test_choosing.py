"""Help in choosing: which kind of question it is, and which method now, without anybody learning the answers."""

import re
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from kring.core.methods.advice import (
    Familiarity,
    Outcome,
    Question,
    Situation,
    advise,
    load_triage,
    next_step,
    sentence,
    told,
)
from kring.core.methods.load import load_library
from kring.core.methods.method import QuestionKind
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.gathering import Gather, Gathering
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.wire import Wire
from tests.browser.words import Language, in_language, method_name
from tests.core.methods.advice.situations import past

TO_WHAT_TOUCHES = ("there_is_time", "will_not_let_go", "this_situation")
TO_A_DILEMMA = ("there_is_time", "torn", "still_pinches")
CANARY = "kanarie8c1f2e"


class Typists(Gathering):
    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Typist)


@pytest_asyncio.fixture(loop_scope="session")
async def scriptless(browser: Browser, site: Site) -> AsyncIterator[Page]:
    """A page of somebody who has turned scripts off."""
    context = await browser.new_context(base_url=site.origin, java_script_enabled=False, locale="en-GB")
    yield await context.new_page()
    await context.close()


async def test_no_answer_goes_over_the_wire(own_site: Site, wire: Wire, gather: Gather) -> None:
    noor = await gather(wire.origin, Gathering).sit("Noor", PHONE, "nl")
    await noor.page.goto("/methods/question/")

    await noor.press(noor.page.get_by_text(noor.text("First write it down for yourself")))
    await noor.fill(noor.page.get_by_label(noor.text("My question, in my own words")), CANARY)
    async with noor.page.expect_event("dialog") as warned:
        await noor.page.evaluate("setTimeout(() => location.reload())")
    await (await warned.value).dismiss()
    await answer(noor, TO_WHAT_TOUCHES)
    await noor.fill(noor.page.get_by_label(noor.text("My question, in my own words")), "")
    await noor.press(noor.page.get_by_role("link", name=noor.text("Which method suits us now?")))
    touches = noor.page.get_by_role("radio", name=name_of(outcome_of(TO_WHAT_TOUCHES), "nl"))
    await expect(touches).to_be_checked()
    await noor.page.get_by_label(noor.text("How often have you met?")).fill("3")
    await noor.page.get_by_label(noor.text("Could everybody speak freely?")).select_option(index=1)
    await noor.press(noor.page.locator("[data-refuse]").first)
    await noor.page.goto("/methods/")
    await expect(noor.page.get_by_text(noor.text("Suits what you bring")).first).to_be_visible()

    said = wire.said()
    assert b"GET /methods/advice/ " in said
    assert b"GET /methods/ " in said
    for secret in (CANARY, "touches_me", "emotion", *TO_WHAT_TOUCHES, "safety", "refuse"):
        assert secret.encode() not in said, secret
    assert re.findall(rb"^(?!GET )[A-Z]+ /|^GET /\S*\?", said, re.MULTILINE) == []
    assert CANARY not in await everything_kept(noor.page)


async def test_one_question_at_a_time_and_the_place_is_kept(gather: Gather, site: Site) -> None:
    wei = await gather(site.origin, Typists).sit("Wei")
    await wei.page.goto("/methods/question/")
    triage = load_triage()

    await answer(wei, TO_A_DILEMMA[:2])
    asked = next_step(triage, TO_A_DILEMMA[:2])
    assert isinstance(asked, Question)
    await sees(wei, in_language(asked.asks, "en"))
    await wei.page.reload()
    await sees(wei, in_language(asked.asks, "en"))

    await wei.press(wei.button("One back"))
    closest = next_step(triage, TO_A_DILEMMA[:1])
    assert isinstance(closest, Question)
    await sees(wei, in_language(closest.asks, "en"))
    await wei.page.go_forward()
    await answer(wei, TO_A_DILEMMA[2:])
    await sees(wei, name_of(outcome_of(TO_A_DILEMMA), "en"))

    earlier = wei.page.get_by_role("navigation", name=wei.text("What you answered")).get_by_role("button")
    await expect(earlier).to_have_count(3)
    await wei.press(earlier.nth(1))
    await sees(wei, in_language(closest.asks, "en"))
    await wei.press(wei.button("Start over"))
    await expect(earlier).to_have_count(0)
    assert wei.page.url == f"{site.origin}/methods/question/"


async def test_advice_is_that_of_the_craft_and_follows_what_one_says(gathering: Gathering) -> None:
    bram = await gathering.sit("Bram", DESKTOP, "nl")
    await bram.page.goto("/methods/advice/")

    await expect_advice(bram, Situation(minutes=60, people=6))

    await bram.page.get_by_label(bram.text("How many are you?")).select_option("5")
    await bram.page.get_by_label(bram.text("How often have you met?")).fill("2")
    await bram.page.get_by_label(bram.text("What did you do last time?")).select_option("basis")
    learning = Situation(minutes=60, people=5, history=past("basis", "basis"))
    await expect_advice(bram, learning)
    await expect(
        bram.page.get_by_role("heading", name=bram.text("Stay with what you are learning"))
    ).to_be_visible()

    await bram.page.get_by_label(bram.text("How often have you met?")).fill("4")
    await bram.page.get_by_label(bram.text("Who knows the last one by heart?")).select_option("most")
    await bram.pick(bram.page.get_by_role("radio", name=name_of(outcome_of(TO_A_DILEMMA), "nl")))
    varied = Situation(
        kinds=(QuestionKind.DILEMMA,),
        minutes=60,
        people=5,
        history=past(*["basis"] * 4),
        familiarity=Familiarity.MOST,
    )
    await expect_advice(bram, varied)

    await bram.page.reload()
    await expect_advice(bram, varied)


async def test_whoever_refuses_gets_the_next_best_and_may_come_back(gather: Gather, site: Site) -> None:
    bram = await gather(site.origin, Typists).sit("Bram")
    await bram.page.goto("/methods/advice/")
    first, second = [
        one.method.id for one in advise(Situation(minutes=60, people=6), load_library()).ranked[:2]
    ]

    await bram.press(bram.page.locator(f"[data-refuse='{first}']"))
    await expect(best(bram)).to_have_text(method_name(second, "en"))
    await expect(best(bram)).to_be_focused()

    await bram.press(bram.page.get_by_text(bram.text("Why not another?")))
    await bram.press(bram.page.get_by_role("button", name=f"After all: {method_name(first, 'en')}"))
    await expect(best(bram)).to_have_text(method_name(first, "en"))

    await bram.press(bram.page.get_by_role("link", name=f"Do this one now: {method_name(first, 'en')}"))
    await expect(
        bram.page.get_by_role("radio", name=re.compile(f"^{method_name(first, 'en')}"))
    ).to_be_checked()


async def test_only_what_is_of_the_circle_stays_on_the_device(gathering: Gathering) -> None:
    bram = await gathering.sit("Bram")
    await bram.page.goto("/methods/advice/")
    people, depth = bram.page.locator("#people"), bram.page.locator("#depth")
    await people.select_option("8")
    await bram.page.locator("#meetings").fill("3")
    await depth.select_option(index=1)
    await bram.pick(bram.page.get_by_role("radio", name=name_of(outcome_of(TO_A_DILEMMA), "en")))

    fresh = await bram.page.context.new_page()
    await fresh.goto("/methods/advice/")
    await expect(fresh.locator("#people")).to_have_value("8")
    await expect(fresh.locator("#depth")).to_have_value("")
    await expect(fresh.get_by_role("radio", name=bram.text("We don't know yet"))).to_be_checked()

    await bram.press(bram.button("Forget all of this"))
    await expect(people).to_have_value("6")
    assert "people" not in await everything_kept(bram.page)


async def test_without_a_script_it_reads_as_a_list(scriptless: Page) -> None:
    await scriptless.goto("/methods/question/")
    triage = load_triage()

    for asked in triage.questions:
        await expect(scriptless.get_by_role("heading", name=asked.asks.en, exact=True)).to_be_visible()
    for outcome in triage.outcomes:
        await expect(scriptless.get_by_role("heading", name=outcome.name.en, exact=True)).to_be_visible()
    await expect(scriptless.locator("textarea")).to_be_hidden()

    await scriptless.goto("/methods/advice/")
    await scriptless.get_by_role("link", name="look for a method yourself").click()
    await scriptless.wait_for_url("**/methods/")


@pytest.mark.parametrize(("screen", "language"), [(PHONE, "nl"), (DESKTOP, "en")], ids=["phone", "desktop"])
async def test_neither_page_stands_in_anybody_s_way(
    gathering: Gathering, screen: Screen, language: Language
) -> None:
    wei = await gathering.sit("Wei", screen, language)
    faults: list[str] = []

    async def look(what: str) -> None:
        faults.extend(f"{what} {fault}" for fault in await faults_of(wei.page))

    await wei.page.goto("/methods/question/")
    await wei.press(wei.page.get_by_text(wei.text("First write it down for yourself")))
    await answer(wei, ("danger",))
    await look("emergency")
    await wei.press(wei.button("Start over"))
    await answer(wei, TO_A_DILEMMA)
    await look("a dilemma")
    await wei.page.goto("/methods/")
    await look("the library with a question in hand")
    await wei.page.goto("/methods/advice/")
    await wei.page.locator("#meetings").fill("3")
    await wei.press(wei.page.locator("[data-refuse]").first)
    await wei.press(wei.page.get_by_text(wei.text("Why not another?")))
    await look("advice")

    assert not faults, "\n".join(faults)


async def answer(somebody: Attendee, answers: Sequence[str]) -> None:
    for given in answers:
        await somebody.press(somebody.page.locator(f"[data-answer='{given}']:visible"))


async def sees(somebody: Attendee, heading: str) -> None:
    """One step and no other."""
    await expect(somebody.page.locator("[data-step] h2:visible")).to_have_text([heading])


async def expect_advice(somebody: Attendee, situation: Situation) -> None:
    """The page says what the craft says."""
    advice = advise(situation, load_library())
    names = [in_language(one.method.name, somebody.language) for one in advice.ranked[:3]]
    await expect(somebody.page.locator(".advised__name")).to_have_text(names)
    await expect(somebody.page.locator("[data-part=best] [data-part=why]")).to_have_text(
        told(advice.ranked[0], somebody.language)
    )
    said = await somebody.page.locator("[data-part=others]").text_content() or ""
    for hindered in advice.hindered:
        assert sentence(hindered.obstacle, somebody.language) in said


def best(somebody: Attendee) -> Locator:
    return somebody.page.locator("[data-part=best] [data-part=name]")


def outcome_of(answers: Sequence[str]) -> Outcome:
    outcome = next_step(load_triage(), answers)
    assert isinstance(outcome, Outcome)
    return outcome


def name_of(outcome: Outcome, language: Language) -> str:
    return in_language(outcome.name, language)


async def everything_kept(page: Page) -> str:
    """What lies on this device and in this tab in plain words."""
    kept: str = await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    return kept
