"""`kring methods print`: card sets or the booklet, as a PDF or as HTML."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kring.core.methods.faults import Language
    from kring.core.methods.method import Method


def print_methods(
    methods: tuple[Method, ...], language: Language, file: Path | None, *, booklet: bool
) -> int:
    """
    Write the file and say its name; 1 where that isn't possible.

    Without methods all are printed, without a file its name says what is. A name ending in `.html` gives HTML.
    """
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    django.setup()

    from kring.core.methods.load import load_library
    from kring.web.methods import paper

    printed = methods or load_library()
    target = file or Path(_name(methods, language, booklet=booklet))
    html = paper.booklet(printed, language) if booklet else paper.card_sets(printed, language)
    try:
        content = html.encode() if target.suffix == ".html" else paper.as_pdf(html)
        target.write_bytes(content)
    except paper.NoEngine as missing:
        print(missing, file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"{target} can't be written: {problem.strerror}.", file=sys.stderr)
        return 1
    print(target)
    return 0


def _name(methods: tuple[Method, ...], language: Language, *, booklet: bool) -> str:
    if booklet:
        return f"kring-booklet-{language}.pdf"
    return f"{methods[0].id}-{language}.pdf" if len(methods) == 1 else f"kring-methods-{language}.pdf"
