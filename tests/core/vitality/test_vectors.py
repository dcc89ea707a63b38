"""The browser watches a circle by the same words, limits and numbers as the craft."""

import json
from pathlib import Path

from kring.core.vitality.book import as_json, load_book
from tests.core.vitality.vitality_vectors import FILE, as_text

SIGNALS = Path(__file__).resolve().parents[3] / "frontend/vitality/signals.json"


def test_vectors_are_those_of_the_craft_of_today() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text()


def test_words_and_limits_of_the_browser_are_those_of_the_file() -> None:
    assert SIGNALS.read_text(encoding="utf-8") == as_json()


def test_vectors_show_every_signal_at_every_level() -> None:
    vectors = json.loads(FILE.read_text(encoding="utf-8"))
    seen = {(signal["id"], signal["level"]) for vector in vectors for signal in vector["signals"]}

    assert seen == {
        (asks.id, level) for asks in load_book().signals for level in ("too_early", "quiet", "look")
    }
