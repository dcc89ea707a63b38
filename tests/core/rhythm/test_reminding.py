"""Whom to remind that they haven't brought a case for long: held alike in both languages."""

from tests.core.rhythm.reminding_vectors import FILE, as_text


def test_the_vectors_for_the_browser_are_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text()
