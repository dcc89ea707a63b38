"""Somebody who has nothing but a keyboard."""

from datetime import date

from playwright.async_api import Locator

from tests.browser.people import Attendee

MOST_TABS = 120  # more than there are places to go to on any page

# Whether the focus is on it, and then whether one sees a ring around it, or around the whole row that it belongs to.
FOCUS = """
    element => {
        if (element !== document.activeElement) return 'elsewhere';
        const hasRing = (one) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(one);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        };
        return hasRing(element) || hasRing(element.closest('label') ?? element) ? 'seen' : 'unseen';
    }
"""


class Typist(Attendee):
    """Goes by Tab to where something is to be done, and sees where the focus is when it comes there."""

    async def press(self, locator: Locator) -> None:
        await self.go_to(locator)
        await self.page.keyboard.press("Enter")

    async def fill(self, field: Locator, text: str) -> None:
        await self.go_to(field)
        await self.page.keyboard.press("ControlOrMeta+a")
        await self.page.keyboard.type(text)

    async def fill_in_date(self, field: Locator, day: date) -> None:
        """Day or month first, as the browser shows it."""
        await self.go_to(field)
        for order in ("%d%m%Y", "%m%d%Y"):
            await self.page.keyboard.press("ArrowLeft")
            await self.page.keyboard.press("ArrowLeft")
            await self.page.keyboard.type(f"{day:{order}}")
            if await field.input_value() == day.isoformat():
                return
        raise AssertionError(f"{day} can't be typed into {field}")

    async def pick(self, choice: Locator) -> None:
        """With the arrows, from the one that Tab comes to."""
        group = await choice.get_attribute("name")
        chosen = self.page.locator(f"input[name='{group}']:checked")
        await self.go_to(chosen)
        for _ in range(MOST_TABS):
            if await choice.is_checked():
                return
            await self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows don't come to {choice}")

    async def go_to(self, locator: Locator) -> None:
        """From wherever one is, as often as it takes; once around the page at most."""
        await locator.wait_for()
        for _ in range(MOST_TABS):
            focus = await locator.evaluate(FOCUS)
            assert focus != "unseen", f"nobody sees that the focus is on {locator}"
            if focus == "seen":
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab doesn't come to {locator}")
