"""Looking for a method: while one chooses, without a script, and with other eyes."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from kring.core.methods.load import load_library
from kring.core.methods.method import QuestionKind
from kring.core.methods.traits import Mood
from kring.core.methods.wishes import Wishes, fitting
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.gathering import Gathering
from tests.browser.looking import MOST_BYTES, STICKS_OUT, WEIGHT, faults_of, set_letters
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.words import Language, method_name

TEAR_OUT_ALL_BUT_TWO = """
    () => {
        let sheet = document.querySelectorAll('.sheet-front')[2];
        while (sheet) {
            const next = sheet.nextElementSibling;
            sheet.remove();
            sheet = next;
        }
    }
"""
NOTHING_FITS = "/methods/?minutes=30&kind=dilemma&level=advanced"


@pytest_asyncio.fixture(loop_scope="session")
async def scriptless(browser: Browser, site: Site) -> AsyncIterator[Page]:
    """A page of somebody who has turned scripts off."""
    context = await browser.new_context(base_url=site.origin, java_script_enabled=False, locale="en-GB")
    yield await context.new_page()
    await context.close()


def names(language: Language, **wishes: object) -> list[str]:
    """The methods that should be found, by name."""
    found = fitting(load_library(), Wishes(**wishes))  # type: ignore[arg-type] # the names of wishes
    return [method_name(method.id, language) for method in found]


def names_on(page: Page) -> Locator:
    return page.get_by_role("heading", level=2)


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_the_list_follows_what_one_chooses(gathering: Gathering, screen: Screen) -> None:
    wei = await gathering.sit("Wei", screen, "nl")
    await wei.page.goto("/methods/")
    mood = wei.page.get_by_label(wei.text("Quiet or lively?"))

    await mood.focus()
    await mood.select_option("quiet")
    await expect(wei.page).to_have_url(re.compile(r"/methods/\?mood=quiet$"))

    expected = names("nl", mood=Mood.QUIET)
    await expect(wei.page.get_by_role("status")).to_contain_text(str(len(expected)))
    await expect(names_on(wei.page)).to_have_text(expected)
    await expect(mood).to_be_focused()


async def test_the_way_back_leads_to_what_was_chosen_before(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei")
    await wei.page.goto("/methods/")
    await wei.page.get_by_label(wei.text("Quiet or lively?")).select_option("lively")
    await expect(wei.page).to_have_url(re.compile("mood=lively$"))
    await wei.page.get_by_label(wei.text("What lies before you?")).select_option("dilemma")
    await expect(wei.page).to_have_url(re.compile("kind=dilemma"))

    await wei.page.go_back()

    await expect(wei.page).to_have_url(re.compile("mood=lively$"))
    await expect(wei.page.get_by_role("heading", level=2)).to_have_text(names("en", mood=Mood.LIVELY))


async def test_choices_tell_how_many_would_be_left(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei")
    await wei.page.goto("/methods/")

    await wei.page.get_by_label(wei.text("What lies before you?")).select_option("success")

    left = len(names("en", kind=QuestionKind.SUCCESS, mood=Mood.LIVELY))
    option = wei.page.locator("#wish-mood option[value=lively]")
    await expect(option).to_have_text(f"lively: free conversation ({left})")


async def test_two_are_put_side_by_side(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE)
    await wei.page.goto("/methods/")
    together = wei.button("Put the two side by side")
    await expect(together).to_be_hidden()

    for method in ("basis", "roddel"):
        box = wei.page.get_by_role("checkbox", name=f"Compare: {method_name(method, 'en')}", exact=True)
        await wei.pick(box)
    await wei.press(together)

    columns = wei.page.get_by_role("columnheader")
    await expect(columns).to_have_text([method_name(method, "en") for method in ("basis", "roddel")])


async def test_the_chosen_one_waits_where_a_meeting_begins(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE, "nl")
    await wei.page.goto("/methods/dilemma/")

    await wei.press(wei.page.get_by_role("link", name=wei.text("Do this one now"), exact=True))

    chosen = wei.page.get_by_role("radio", name=re.compile(f"^{re.escape(method_name('dilemma', 'nl'))}"))
    await expect(chosen).to_be_checked()
    await expect(chosen).to_be_visible()


async def test_without_a_script_a_form_finds_the_same(scriptless: Page) -> None:
    await scriptless.goto("/methods/")
    await scriptless.get_by_label("Quiet or lively?").select_option("quiet")
    await scriptless.get_by_label("With how many?").select_option("3")
    await scriptless.get_by_role("button", name="Show", exact=True).click()

    await expect(names_on(scriptless)).to_have_text(names("en", mood=Mood.QUIET, people=3))


async def test_without_a_script_two_are_put_side_by_side(scriptless: Page) -> None:
    await scriptless.goto("/methods/")
    for method in ("basis", "roddel"):
        await scriptless.get_by_role("checkbox", name=f"Compare: {method_name(method, 'en')}").check()
    await scriptless.get_by_role("button", name="Put the two side by side").click()

    await expect(scriptless.get_by_role("columnheader")).to_have_count(2)


@pytest.mark.parametrize(
    ("language", "screen"), [("nl", PHONE), ("en", DESKTOP)], ids=["Dutch on a phone", "English on a desktop"]
)
async def test_no_page_of_the_library_stands_in_anybody_s_way(
    gathering: Gathering, language: Language, screen: Screen
) -> None:
    wei = await gathering.sit("Wei", screen, language)
    pages = [
        "/methods/",
        NOTHING_FITS,
        "/methods/dilemma/",
        "/methods/troika/",
        "/methods/compare/",
        "/methods/compare/?with=basis&with=dilemma",
        "/methods/tien-stappen/print/",
        "/begin/?method=dilemma",
    ]

    faults = [f"{page} {fault}" for page in pages for fault in await seen_at(wei, page)]

    assert not faults, "\n".join(faults)


async def test_the_booklet_stands_in_nobody_s_way(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE, "nl")

    await wei.page.goto("/methods/booklet/")

    for percent in (200, 100):
        await set_letters(wei.page, percent)
        assert await wei.page.evaluate(STICKS_OUT) == []
    assert await wei.page.evaluate(WEIGHT) < MOST_BYTES
    # The sheets are alike, and one method's are looked at above: two of them tell how they stand together.
    await wei.page.evaluate(TEAR_OUT_ALL_BUT_TWO)
    assert await faults_of(wei.page) == []


async def seen_at(somebody: Attendee, address: str) -> list[str]:
    await somebody.page.goto(address)
    return await faults_of(somebody.page)
