"""The Chromium of this machine, and the screens that people sit before."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
APPS = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"]

# Nothing but what the pages ask for goes over the line.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True)
class Screen:
    """In CSS pixels; a phone is touched."""

    width: int
    height: int
    is_phone: bool


PHONE = Screen(360, 740, is_phone=True)
DESKTOP = Screen(1440, 900, is_phone=False)


def chromium() -> str:
    """Where it is; scripts/chromium.sh installs it."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and sys.platform == "darwin":
        found = next((str(app) for name in APPS if (app := Path("/Applications") / name).exists()), None)
    assert found is not None, "the browser tests need Chromium: sh scripts/chromium.sh"
    return found
