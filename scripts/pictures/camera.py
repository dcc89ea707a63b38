"""Taking a picture of what is on a screen, small enough for a page of documentation."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page

from tests.browser.browsers import Screen
from tests.browser.words import Language

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
PHONE, LAPTOP = Screen(390, 844, is_phone=True), Screen(1180, 760, is_phone=False)
EXACT, BETWEEN = 8, 240  # colours
SHADES = 5
ABOVE = 4  # pixels of air above what the picture begins with


async def shoot(page: Page, name: str, language: Language, top: Locator | None = None) -> None:
    """What is on this screen, from the top or from `top` on."""
    await page.evaluate("document.activeElement?.blur()")
    await page.mouse.move(0, 0)
    await page.evaluate("scrollTo(0, 0)")
    if top is not None:
        place = await top.bounding_box()
        assert place is not None, f"nothing to begin the picture {name} with"
        await page.evaluate("y => scrollTo(0, y)", max(0, place["y"] - ABOVE))
    await page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    keep(await page.screenshot(), f"{name}-{language}")


def keep(taken: bytes, name: str) -> None:
    """The picture with a palette, which makes it a third of the size, as docs/screenshots/`name`.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    image = Image.open(BytesIO(taken)).convert("RGB")
    image.quantize(palette=palette_of(image), dither=Image.Dither.NONE).save(
        PICTURES / f"{name}.png", optimize=True
    )


def palette_of(image: Image.Image) -> Image.Image:
    """
    Paper, ink and accents exactly as they are, and for what lies in between the nearest of a few.

    Pillow looks for the nearest colour in steps of a few shades; so nothing else may lie close to the exact ones.
    """
    counted = sorted(image.getcolors(image.width * image.height) or [], reverse=True)
    exact = [colour for _, colour in counted[:EXACT] if isinstance(colour, tuple)]
    few = image.quantize(BETWEEN, method=Image.Quantize.MEDIANCUT).getpalette() or []
    between = [tuple(few[at : at + 3]) for at in range(0, len(few), 3)]
    kept = [colour for colour in between if all(_is_far(colour, other) for other in exact)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*exact, *kept) for part in colour])
    return palette


def _is_far(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) > SHADES
