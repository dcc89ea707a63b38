"""
Tables as spreadsheets give them: bytes in, rows of text out, and the other way round.

CSV in UTF-8 (with or without the mark that spreadsheets put first) or Windows-1252, with commas, semicolons or tabs; and
XLSX. What we write begins no formula: whoever opens a table that somebody else filled in shouldn't run it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from itertools import islice
from zipfile import BadZipFile, ZipFile

import msgspec

MOST_ROWS = (
    20_000  # people in one table: an organisation of that size is the largest that forming is made for
)
MOST_COLUMNS = 60
MOST_LETTERS = 2_000  # in a cell; a wish in one's own words is the longest that anybody has
MOST_BYTES = 8 * 1024 * 1024  # 20,000 rows of 400 letters
MOST_UNPACKED = 120 * 1024 * 1024  # an XLSX is a zip file: what it unpacks to is what costs
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SEPARATORS = (";", ",", "\t")
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Form(Enum):
    """As what a table comes and goes."""

    CSV = "csv"
    XLSX = "xlsx"


class Problem(Enum):
    """Why a file is no table that we can read."""

    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    OLD_EXCEL = "old_excel"
    BROKEN = "broken"
    EMPTY = "empty"


class Unreadable(ValueError):
    """A file that isn't a table; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep why."""
        super().__init__(problem.value)
        self.problem = problem


class Table(msgspec.Struct, frozen=True):
    """
    A table of text.

    Attributes:
        rows: Each as long as the headings.
        numbers: Of each row, as the spreadsheet counts them; the headings are in the row above the first.
        separator: What stood between the cells; nothing in an XLSX.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    form: Form = Form.CSV
    separator: str = ";"


def read_table(content: bytes, *, most_rows: int = MOST_ROWS, most_bytes: int = MOST_BYTES) -> Table:
    """
    What stands in a file, whatever it is called; lines without anything in them are left out.

    Raises:
        Unreadable: too large, or not a table.
    """
    if len(content) > most_bytes:
        raise Unreadable(Problem.TOO_LARGE)
    if content.startswith(OLD_EXCEL):
        raise Unreadable(Problem.OLD_EXCEL)
    if content.startswith(ZIP):
        return _table(_xlsx_rows(content), Form.XLSX, ";", most_rows)
    text = _text(content)
    separator = _separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return _table(lines, Form.CSV, separator, most_rows)
    except csv.Error:
        raise Unreadable(Problem.BROKEN) from None


def write_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], form: Form, separator: str = ";"
) -> bytes:
    """A file that a spreadsheet opens as it is."""
    lines = [[neutral(cell) for cell in row] for row in (headings, *rows)]
    if form is Form.XLSX:
        return _as_xlsx(lines)
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def neutral(cell: str) -> str:
    """The same text, and no formula to a spreadsheet: an apostrophe before it says that it is text."""
    return f"'{cell}" if cell.startswith(BEGINS_FORMULA) or _is_quoted(cell) else cell


def bare(cell: str) -> str:
    """The text again of a cell that was made neutral."""
    return cell[1:] if _is_quoted(cell) else cell


def _is_quoted(cell: str) -> bool:
    """Whether, under any number of apostrophes, it begins as a formula."""
    return cell.startswith("'") and cell.lstrip("'").startswith(BEGINS_FORMULA)


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise Unreadable(Problem.BROKEN)


def _separator(text: str) -> str:
    """What stands most often in the first line with anything in it. Excel may say so itself: `sep=;`."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.casefold().startswith("sep=") and len(first) > len("sep="):
        return first[len("sep=")]
    return max(SEPARATORS, key=first.count)


def _table(lines: Iterable[Sequence[str]], form: Form, separator: str, most_rows: int) -> Table:
    numbered = ((number, [_cell(cell) for cell in line]) for number, line in enumerate(lines, start=1))
    filled = ((number, line) for number, line in numbered if any(line) and not _is_hint(line))
    _number, headings = next(filled, (0, []))
    while headings and not headings[-1]:
        headings.pop()
    if not headings:
        raise Unreadable(Problem.EMPTY)
    if len(headings) > MOST_COLUMNS:
        raise Unreadable(Problem.TOO_MANY_COLUMNS)
    kept = [(number, _as_long(line, len(headings))) for number, line in islice(filled, most_rows + 1)]
    if len(kept) > most_rows:
        raise Unreadable(Problem.TOO_MANY_ROWS)
    if not kept:
        raise Unreadable(Problem.EMPTY)
    numbers, rows = zip(*kept, strict=True)
    return Table(tuple(headings), rows, numbers, form, separator)


def _is_hint(line: Sequence[str]) -> bool:
    """`sep=;`, by which Excel is told what stands between the cells."""
    return line[0].casefold().startswith("sep=") and not any(line[1:])


def _cell(cell: str) -> str:
    return bare(cell.replace("\0", "").strip()[:MOST_LETTERS])


def _as_long(line: list[str], length: int) -> tuple[str, ...]:
    return tuple((line + [""] * length)[:length])


def _xlsx_rows(content: bytes) -> Iterator[list[str]]:
    """Of the first sheet."""
    from openpyxl import load_workbook  # only who reads or writes an XLSX waits for it

    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise Unreadable(Problem.TOO_LARGE)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # What a sheet says of its own size may be wrong, or a million rows; they are counted as they come.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1):
            yield [_as_text(value) for value in row] or [""]
    except (BadZipFile, KeyError, ValueError, TypeError, IndexError, OSError, SyntaxError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable(Problem.BROKEN) from None


def _as_text(value: object) -> str:
    """A cell as one reads it: whole numbers without a comma, days without an hour."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _as_xlsx(lines: Iterable[Sequence[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kring")
    for line in lines:
        sheet.append(["".join(filter(_can_stand, text)) for text in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _can_stand(letter: str) -> bool:
    """Whether XML knows it."""
    return letter in "\t\n\r" or letter >= " "
