"""Rows of a file, whatever spreadsheet wrote it."""

import io

import pytest
from openpyxl import Workbook

from kring.core.circles.forming.tables import Unusable, UnusableTable, rows_of


def as_xlsx(*rows: tuple[object, ...]) -> bytes:
    book, kept = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_cells_are_found_whatever_stands_between(between: str) -> None:
    text = f"\ufeffid{between}vak\n7{between}zorg\n\n"

    assert rows_of(text.encode()) == [{"id": "7", "vak": "zorg"}]


def test_sheet_reads_as_one_sees_it() -> None:
    content = as_xlsx(("id", "vak", "ervaring", "online"), (7, "zorg", 12.0, True), (None, None, None, None))

    assert rows_of(content) == [{"id": "7", "vak": "zorg", "ervaring": "12", "online": "1"}]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unusable.EMPTY),
        ("id;vak\n7;verpleegkunde é".encode("latin-1"), Unusable.NOT_UTF8),
        (b"PK\x03\x04 and then nothing", Unusable.NOT_A_SHEET),
    ],
)
def test_what_is_no_table_says_why(content: bytes, why: Unusable) -> None:
    with pytest.raises(UnusableTable) as problem:
        rows_of(content)
    assert problem.value.why is why
