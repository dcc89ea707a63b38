"""
The pictures of the guides, in Dutch and in English.

    python scripts/screenshots.py                  all of them
    python scripts/screenshots.py meeting          one kind: meeting, methods, pages or circle

It drives the screens as the tests do and writes docs/screenshots/*.png, so a picture never shows what isn't there.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.async_api import async_playwright, expect  # noqa: E402

from scripts.pictures.lasting import show_lasting  # noqa: E402
from scripts.pictures.meeting import hold_meeting  # noqa: E402
from scripts.pictures.methods import show_methods  # noqa: E402
from scripts.pictures.pages import show_pages  # noqa: E402
from tests.browser.browsers import ARGUMENTS, chromium  # noqa: E402
from tests.browser.site import Site  # noqa: E402
from tests.browser.words import Language  # noqa: E402

KINDS = {"meeting": hold_meeting, "methods": show_methods, "pages": show_pages, "circle": show_lasting}


async def main(kinds: list[str]) -> None:
    """Both languages, one after the other, on a server of their own."""
    expect.set_options(timeout=20_000)
    with tempfile.TemporaryDirectory() as data:
        site = Site(Path(data))
        await site.start()
        try:
            async with async_playwright() as playwright:
                for language in get_args(Language):
                    browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
                    for kind in kinds:
                        await KINDS[kind](browser, site.origin, language)
                    await browser.close()
        finally:
            site.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:] or list(KINDS)))
