"""Tables go out and come in again, whatever people wrote in them, and never as a formula."""

import io

import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from kring.core.circles.tables import (
    BEGINS_FORMULA,
    MOST_ROWS,
    Form,
    Problem,
    Unreadable,
    bare,
    neutral,
    read_table,
    write_table,
)

cells = st.text(st.characters(exclude_categories=["C"], include_characters="=+-@'\";,\n"), max_size=20).map(
    str.strip
)
rows = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5).filter(
    lambda rows: all(any(row) for row in rows)
)


def refused(content: bytes) -> Problem:
    with pytest.raises(Unreadable) as told:
        read_table(content)
    return told.value.problem


@given(rows, st.sampled_from([(Form.CSV, ";"), (Form.CSV, ","), (Form.CSV, "\t"), (Form.XLSX, ";")]))
@settings(max_examples=60)
def test_what_is_written_is_read_again(written: list[tuple[str, ...]], kind: tuple[Form, str]) -> None:
    # Given three headings a separator stands twice in the first line, so it can be told from what stands in cells.
    content = write_table(("Naam", "Mail", "Vak"), written, *kind)

    table = read_table(content)

    assert table.headings == ("Naam", "Mail", "Vak")
    assert list(table.rows) == written


@given(cells)
def test_nothing_that_is_written_begins_a_formula(cell: str) -> None:
    assert not neutral(cell).startswith(BEGINS_FORMULA)
    assert bare(neutral(cell)) == cell


def test_formula_stays_a_text_in_a_spreadsheet() -> None:
    content = write_table(("Naam",), [("=1+1",)], Form.XLSX)

    sheet = load_workbook(io.BytesIO(content)).worksheets[0]

    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", "'=1+1")


@pytest.mark.parametrize(
    "content",
    [
        "Naam;Vak\nJoëlle;jeugdzorg\n".encode(),
        b"\xef\xbb\xbfNaam;Vak\r\nJo\xc3\xablle;jeugdzorg\r\n",
        "Naam,Vak\nJoëlle,jeugdzorg\n".encode("cp1252"),
        "sep=\t\nNaam\tVak\n\nJoëlle\tjeugdzorg\n".encode("utf-16"),
    ],
)
def test_csv_of_any_spreadsheet_is_read(content: bytes) -> None:
    table = read_table(content)

    assert (table.headings, table.rows) == (("Naam", "Vak"), (("Joëlle", "jeugdzorg"),))


def test_rows_are_counted_as_the_spreadsheet_does() -> None:
    table = read_table(b"Naam;Vak\n\nNoor;zorg\n;\nBram;zorg\n")

    assert table.numbers == (3, 5)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"Naam;Vak\n", Problem.EMPTY),
        (b"\xd0\xcf\x11\xe0old", Problem.OLD_EXCEL),
        (b"PK\x03\x04no spreadsheet", Problem.BROKEN),
        (b"\0\1\2\3" * 10, Problem.BROKEN),
        (b";".join([b"kop"] * 61) + b"\n1\n", Problem.TOO_MANY_COLUMNS),
        (b"Naam\n" + b"Noor\n" * (MOST_ROWS + 1), Problem.TOO_MANY_ROWS),
        (b"x" * (8 * 1024 * 1024 + 1), Problem.TOO_LARGE),
    ],
)
def test_what_is_no_table_is_told_apart(content: bytes, problem: Problem) -> None:
    assert refused(content) is problem
