"""The sheets as a file: HTML that stands alone, or a PDF whose headings, lists and tables a screen reader finds."""

import base64
import re
from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import override

from kring.core.methods.faults import Language
from kring.core.methods.method import Method
from kring.web.methods import printing
from kring.web.ui.assets import asset, asset_by_file

_STYLE_LINK = re.compile(r'<link rel="stylesheet"[^>]*>')
_FONT = re.compile(r'url\("?\./([^")]+\.woff2)"?\)')

NO_ENGINE = (
    "A PDF needs WeasyPrint and, from the system, Pango: pip install 'kring[print]'; on Debian and Ubuntu also "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Without them: -o NAME.html, and print that from a browser."
)


class NoEngine(Exception):
    """A PDF can't be made here; the sentence says what is missing."""


def card_sets(methods: Sequence[Method], language: Language) -> str:
    """Script, role cards and sheets to write on of each method, as HTML that needs no other file."""
    return _alone(printing.SHEETS, printing.of_methods(methods), language)


def booklet(methods: Sequence[Method] | None, language: Language) -> str:
    """The booklet of all methods, or of some, as HTML that needs no other file."""
    return _alone(printing.BOOKLET, printing.of_library(methods), language)


def as_pdf(html: str) -> bytes:
    """
    The same sheets as a tagged PDF (PDF/UA-1).

    Raises:
        NoEngine: WeasyPrint or the libraries that it draws with aren't there.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as missing:
        raise NoEngine(NO_ENGINE) from missing
    pdf: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def _alone(template: str, context: dict[str, object], language: Language) -> str:
    with override(language):
        page = render_to_string(template, context)
    before, after = _STYLE_LINK.split(page)
    return f"{before}<style>{_styles()}</style>{after}"


def _styles() -> str:
    """The style sheet of paper with its fonts inside."""
    return _FONT.sub(lambda url: _inside(url[1]), asset("sheets.css").content.decode())


def _inside(file: str) -> str:
    font = asset_by_file(file)
    assert font is not None, f"the front end was built without {file}"
    return f'url("data:font/woff2;base64,{base64.b64encode(font.content).decode()}")'
