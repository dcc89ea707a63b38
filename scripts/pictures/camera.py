"""Taking a picture of what is on a screen, small enough for a page of documentation."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page

from tests.browser.browsers import Screen
from tests.browser.words import Language

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
PHONE, LAPTOP = Screen(390, 844, is_phone=True), Screen(1180, 760, is_phone=False)
COLOURS = 256  # nobody sees the difference, and the file is half the size
ABOVE = 16  # pixels of air above what the picture begins with


async def shoot(page: Page, name: str, language: Language, top: Locator | None = None) -> None:
    """What is on this screen, from the top or from `top` on."""
    await page.evaluate("document.activeElement?.blur()")
    await page.evaluate("scrollTo(0, 0)")
    if top is not None:
        place = await top.bounding_box()
        assert place is not None, f"nothing to begin the picture {name} with"
        await page.evaluate("y => scrollTo(0, y)", max(0, place["y"] - ABOVE))
    await page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    keep(await page.screenshot(), f"{name}-{language}")


def keep(taken: bytes, name: str) -> None:
    """The picture with a palette, as docs/screenshots/`name`.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    image = Image.open(BytesIO(taken)).convert("RGB")
    few = image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)
