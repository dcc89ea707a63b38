"""Methods on paper: the sheets as a page, as HTML that stands alone, and as a PDF that a screen reader can read."""

import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client

from kring.cli import main
from kring.core.methods.faults import Language, say
from kring.core.methods.load import load_library
from kring.core.methods.method import Method, Role
from kring.web.methods import paper, printing

LIBRARY = {method.id: method for method in load_library()}


def can_draw() -> bool:
    try:
        import weasyprint  # noqa: F401 -- only whether it loads
    except (ImportError, OSError):
        return False
    return True


# `make test` installs it; who runs pytest alone on a machine without it can still do all the rest
draws = pytest.mark.skipif(not can_draw(), reason="no Pango here: sh scripts/pango.sh")


@pytest.mark.parametrize("method", LIBRARY.values(), ids=lambda method: method.id)
def test_every_method_has_its_sheets(client: Client, method: Method) -> None:
    html = client.get(f"/methods/{method.id}/print/").content.decode()

    assert html.count('class="script-step"') == len(method.phases)
    assert html.count('class="role-card"') == len(Role)
    boxes = [box for sheet in printing.printed(method).sheets for box in sheet.boxes]
    assert html.count('class="write-box"') == len(boxes)


@pytest.mark.parametrize("method", LIBRARY.values(), ids=lambda method: method.id)
def test_whoever_writes_has_a_place_for_it(method: Method) -> None:
    sheets = printing.printed(method).sheets

    wanted = {(role, slot.id) for phase in method.phases for slot in phase.writing for role in slot.by}
    offered = {(role, box.slot.id) for sheet in sheets for role in sheet.roles for box in sheet.boxes}
    assert offered == wanted


def test_where_nothing_is_written_the_sheets_say_so(client: Client) -> None:
    html = client.get("/methods/balint-group/print/").content.decode()

    assert "Bij deze methode wordt niets opgeschreven" in html


def test_hidden_cards_say_when_they_come_to_the_table() -> None:
    boxes = [box for sheet in printing.printed(LIBRARY["incident-kort"]).sheets for box in sheet.boxes]

    opened = {box.slot.id: box.opened_in.number for box in boxes if box.opened_in}
    assert opened == {"causes": 3, "own_part": 3, "advice": 3}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_booklet_holds_every_method_and_where_to_find_it(client: Client, language: Language) -> None:
    html = client.get("/methods/booklet/", headers={"accept-language": language}).content.decode()

    assert f'<html lang="{language}">' in html
    assert re.findall(r'sheet-front" id="([a-z0-9-]+)"', html) == list(LIBRARY)
    assert set(re.findall(r'href="#([a-z0-9-]+)"', html)) == set(LIBRARY)


def test_html_stands_alone(tmp_path: Path) -> None:
    file = tmp_path / "troika.html"

    assert main(["methods", "print", "troika", "--lang", "en", "-o", str(file)]) == 0

    html = file.read_text(encoding="utf-8")
    assert "Then it begins again with the next presenter" in html
    assert re.findall(r'(?:src|href)="(?!#|https?://)[^"]*"', html) == []
    assert set(re.findall(r"url\(\"?([a-z]+:)", html)) == {"data:"}


@draws
@pytest.mark.parametrize("language", ["nl", "en"])
def test_pdf_is_tagged_and_says_its_language_and_title(tmp_path: Path, language: Language) -> None:
    file = tmp_path / "kaarten.pdf"

    assert main(["methods", "print", "tien-stappen", "--lang", language, "-o", str(file)]) == 0

    pdf = pypdf.PdfReader(file)
    root = resolved(pdf.trailer["/Root"])
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"{say(LIBRARY['tien-stappen'].name, language)} · Kring"
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/LI", "/P", "/Figure"} <= tags_in(root["/StructTreeRoot"])
    assert [page.mediabox.width for page in pdf.pages] == [pytest.approx(595, abs=1)] * len(pdf.pages)  # A4


@draws
def test_drawing_has_words_for_who_doesn_t_see_it(tmp_path: Path) -> None:
    file = tmp_path / "roddel.pdf"
    main(["methods", "print", "roddel", "-o", str(file)])

    tree = resolved(pypdf.PdfReader(file).trailer["/Root"])["/StructTreeRoot"]

    alternatives = [str(element.get("/Alt")) for element in elements(tree) if element.get("/S") == "/Figure"]
    assert alternatives == ["4 stappen in 36 minuten; de tabel zegt hetzelfde in woorden."]


@draws
def test_booklet_of_some_methods_has_their_pages_in_its_contents(tmp_path: Path) -> None:
    file = tmp_path / "boekje.pdf"

    assert main(["methods", "print", "basis", "troika", "--booklet", "-o", str(file)]) == 0

    pages = [page.extract_text() for page in pypdf.PdfReader(file).pages]
    contents = next(text for text in pages if "Inhoud" in text)
    (found,) = re.findall(r"Basismethode[ .]*(\d+)", contents)
    assert "Basismethode" in pages[int(found) - 1]


def test_without_an_engine_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)  # as if it weren't installed

    code = main(["methods", "print", "basis", "-o", str(tmp_path / "basis.pdf")])

    assert code == 1
    assert capsys.readouterr().err.strip() == paper.NO_ENGINE
    assert list(tmp_path.iterdir()) == []


def test_unknown_method_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["methods", "print", "basis", "intuitie"]) == 1
    assert "No method 'intuitie'" in capsys.readouterr().err


def test_file_that_can_t_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "nergens" / "basis.html"

    assert main(["methods", "print", "basis", "-o", str(file)]) == 1
    assert str(file) in capsys.readouterr().err


def resolved(thing: Any) -> Any:
    return thing.get_object()


def elements(tree: Any) -> list[Any]:
    """Everything in the tree of tags."""
    found, kids = [], [tree]
    while kids:
        element = resolved(kids.pop(0))
        if isinstance(element, pypdf.generic.DictionaryObject):
            found.append(element)
            below = resolved(element.get("/K", pypdf.generic.ArrayObject()))
            kids = [*(below if isinstance(below, list) else [below]), *kids]
    return found


def tags_in(tree: Any) -> set[str]:
    return {str(element["/S"]) for element in elements(tree) if "/S" in element}
