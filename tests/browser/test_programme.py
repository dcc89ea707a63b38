"""From a spreadsheet of sixty to circles with facilitators: formed, two people moved by hand, published, and found."""

import re
from pathlib import Path

from playwright.async_api import Locator, expect

from tests.browser.accounts import Holder
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_enrolment import begins_programme, takes_in_fifty_three
from tests.browser.test_programmes import found_organisation

FORMED_WITHIN = 120_000  # milliseconds; a cold machine compiles the search first
RESULT = re.compile(r"^(\d+) kringen, met (\d+) van de (\d+) mensen$")


async def test_organiser_goes_from_a_spreadsheet_to_circles(
    own_site: Site, gather: Gather, tmp_path: Path
) -> None:
    found_organisation(own_site)
    karin = await gather(own_site.origin, Gathering).sit("Karin", language="nl")
    await Holder(karin, own_site.data).sign_up()
    await begins_programme(karin)
    await takes_in_fifty_three(karin, tmp_path)

    circles = await forms(karin)
    await drags_somebody(karin)
    await moves_by_keyboard(karin, 0)
    await karin.press(karin.page.get_by_role("link", name=karin.text("Circles"), exact=True).first)
    await moves_by_keyboard(karin, 1)
    await swaps_by_keyboard(karin)
    await publishes(karin, circles)
    await finds_the_circle(own_site, gather)


async def forms(karin: Attendee) -> int:
    """Everybody has a circle or a reason. Tells how many circles there are."""
    page = karin.page
    await karin.press(page.get_by_role("link", name=karin.text("Circles"), exact=True))
    assert await faults_of(page) == []
    await karin.press(karin.button("Form the circles"))
    result = page.get_by_role("heading", name=RESULT)
    await expect(result).to_be_visible(timeout=FORMED_WITHIN)
    found = RESULT.match(await result.inner_text())
    assert found is not None
    circles, placed, people = map(int, found.groups())
    without = page.get_by_role("button", name=karin.text("Find a place for %(name)s").split("%")[0])
    assert people - placed == await without.count()
    assert await page.get_by_text("Begeleider: ").count() > 0
    assert await faults_of(page) == []
    return circles


async def drags_somebody(karin: Attendee) -> None:
    """To another card: what it costs is told first, and it can be undone."""
    page = karin.page
    cards = page.locator("forming-board article")
    await expect(page.locator("forming-board:defined")).to_be_visible()  # its script has run
    somebody = cards.nth(0).get_by_role("listitem").first
    await cards.nth(1).scroll_into_view_if_needed()
    await somebody.drag_to(cards.nth(1).get_by_role("listitem").first)
    await expect(karin.now).to_have_text(karin.text("What it does"))
    assert await faults_of(page) == []
    await karin.press(yes_of(karin))
    await karin.press(page.get_by_role("link", name=karin.text("Circles"), exact=True).first)
    await karin.press(karin.button("Undo the last change"))
    await expect(karin.button("Undo the last change")).to_have_count(0)


async def moves_by_keyboard(karin: Attendee, place: int) -> None:
    """Out of a circle that can spare somebody to the one that fits best, with no mouse at all."""
    page = karin.page
    large = page.locator("forming-board article").filter(has=page.locator("li:nth-child(5)"))
    somebody = large.nth(place).get_by_role("listitem").first.get_by_role("link")
    await somebody.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label(karin.text("To which circle"))).to_be_visible()
    await expect(yes_of(karin)).to_be_visible()
    assert await faults_of(page) == []
    await page.get_by_label(karin.text("To which circle")).focus()
    await page.keyboard.press("Tab")
    await expect(yes_of(karin)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(karin.now).to_have_text(re.compile(r"Kring \d+"))
    assert await faults_of(page) == []


async def swaps_by_keyboard(karin: Attendee) -> None:
    """Two people change places, looked up by who fits best; and back again."""
    page = karin.page
    await karin.press(page.get_by_role("link", name=karin.text("Circles"), exact=True).first)
    await (
        page.locator("forming-board article").first.get_by_role("listitem").first.get_by_role("link").focus()
    )
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name=re.compile("met iemand van plaats wisselen$")).focus()
    await page.keyboard.press("Enter")
    await expect(karin.now).to_have_text(re.compile("^Met wie wisselt"))
    assert await faults_of(page) == []
    await page.get_by_role("link", name=re.compile("^Bekijk wat het doet met")).first.focus()
    await page.keyboard.press("Enter")
    await expect(karin.now).to_have_text(karin.text("What it does"))
    assert await faults_of(page) == []
    await yes_of(karin).focus()
    await page.keyboard.press("Enter")
    await karin.press(karin.button("Undo the last change"))
    await expect(karin.now).to_have_text(karin.text("Circles"))


def yes_of(karin: Attendee) -> Locator:
    """The button that does it, whether or not a rule breaks."""
    return karin.page.get_by_role("button", name=re.compile("^Doe het"))


async def publishes(karin: Attendee, circles: int) -> None:
    page = karin.page
    await karin.press(page.get_by_role("link", name=karin.text("Circles"), exact=True).first)
    await karin.press(page.get_by_role("link", name=karin.text("Publish the circles")))
    await expect(page.get_by_text(karin.text("These break a rule, and stay behind"))).to_have_count(0)
    assert await faults_of(page) == []
    await karin.press(page.get_by_role("button", name=karin.text("Publish"), exact=True))
    await expect(page.get_by_text(karin.text("All circles are published."))).to_be_visible()
    await expect(page.locator("forming-board .stage")).to_have_count(min(circles, 12))


async def finds_the_circle(site: Site, gather: Gather) -> None:
    """One of the sixty makes an account with the address in the list, and there it is, with who and why."""
    noor = await gather(site.origin, Gathering).sit("p00", PHONE, "nl")
    await Holder(noor, site.data).sign_up()
    page = noor.page
    await page.goto("/me/")
    await noor.press(page.get_by_role("link", name="Winter"))
    await noor.press(page.get_by_text(noor.text("Why this circle?"), exact=True))
    await expect(page.get_by_text(re.compile("^Je deelt wensen met anderen in deze kring"))).to_be_visible()
    assert await faults_of(page) == []
    await noor.press(page.get_by_role("link", name=re.compile(r"^Naar kring \d+$")))
    await expect(page.get_by_role("heading", name=noor.text("Why you sit together"))).to_be_visible()
    await expect(page.get_by_text(re.compile("^Wat jullie bindt: "))).to_be_visible()
