"""Templates keep to what the content security policy allows."""

import re
from pathlib import Path

import pytest

INLINE = {
    "a script": re.compile(r"<script(?![^>]*(\bsrc=|\btype=\"application/json\"|{% asset))", re.IGNORECASE),
    "a style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]*\s(on[a-z]+|hx-on[^=]*)\s*=", re.IGNORECASE),
    "a script as address": re.compile(r"javascript:", re.IGNORECASE),
    "an address elsewhere": re.compile(r"\b(src|href|action)=\"(https?:)?//", re.IGNORECASE),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_template_has_inline(root: Path, what: str) -> None:
    templates = sorted((root / "src/kring/web").rglob("templates/**/*.html"))

    assert templates != []
    assert [path.name for path in templates if INLINE[what].search(path.read_text())] == []
