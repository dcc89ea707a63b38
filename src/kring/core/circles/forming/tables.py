"""Rows of a file as spreadsheets write them: CSV with whatever stands between, or the first sheet of an XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from zipfile import BadZipFile

from kring.core.circles.forming.people import Circle, Person

ZIP = b"PK\x03\x04"  # what an XLSX begins with, whatever its name says
MOST_BYTES = 50_000_000  # far more than 40,000 people take


class Unusable(Enum):
    """Why nothing can be read."""

    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NOT_A_SHEET = "not_a_sheet"
    TOO_LARGE = "too_large"


class UnusableTable(ValueError):
    """A file that holds no table; `why` says what is the matter."""

    def __init__(self, why: Unusable) -> None:
        """Keep why."""
        super().__init__(why.value)
        self.why = why


def rows_of(content: bytes) -> list[dict[str, str]]:
    """
    The rows of a table by heading; empty ones at the end are left out.

    Raises:
        UnusableTable: it isn't one.
    """
    if len(content) > MOST_BYTES:
        raise UnusableTable(Unusable.TOO_LARGE)
    table = _sheet(content) if content.startswith(ZIP) else _text(content)
    rows = [[cell.strip() for cell in row] for row in table]
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows or not any(rows[0]):
        raise UnusableTable(Unusable.EMPTY)
    headings, *below = rows
    return [_by_heading(headings, row) for row in below]


def as_row(one: Person) -> dict[str, str]:
    """Somebody as `kring form` and the checker name the columns; a team bears its organisation's name too."""
    return {
        "id": one.id,
        "manager_id": one.manager or "",
        "organisation": one.organisation,
        "team": f"{one.organisation}/{one.team}" if one.team else "",
        "profession": one.profession,
        "function": one.function,
        "seniority": str(one.seniority),
        "region": one.region,
        "online_ok": str(int(one.online)),
        "languages": "|".join(sorted(one.languages)),
        "slots": "|".join(sorted(one.slots)),
        "goals": "|".join(sorted(one.goals)),
        "past_groups": "|".join(sorted(one.past)),
        "not_with": "|".join(sorted(one.not_with)),
        "facilitator_capacity": str(one.capacity),
    }


def answer_rows(circles: Sequence[Circle], why: Mapping[str, str]) -> list[dict[str, str]]:
    """Everybody with their circle, counted from 1, and those without one with the reason."""
    rows = []
    for number, circle in enumerate(circles, start=1):
        seats = [(one, "participant") for one in circle.members]
        if circle.facilitator is not None:
            seats.append((circle.facilitator, "facilitator"))
        rows += [{"circle": str(number), "id": one, "role": role, "reason": ""} for one, role in seats]
    return rows + [
        {"circle": "", "id": one, "role": "participant", "reason": reason} for one, reason in why.items()
    ]


def _by_heading(headings: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Cells beyond the headings belong to nothing; lacking ones are empty."""
    cells = [*row, *([""] * len(headings))]
    return {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading}


def _text(content: bytes) -> Iterable[list[str]]:
    """Commas, semicolons or tabs between, with or without the mark that spreadsheets put first."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableTable(Unusable.NOT_UTF8) from None
    first = text.partition("\n")[0]
    separator = max((",", ";", "\t"), key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _sheet(content: bytes) -> Iterable[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except (BadZipFile, InvalidFileException, IndexError, KeyError, ValueError):
        raise UnusableTable(Unusable.NOT_A_SHEET) from None


def _cell(value: object) -> str:
    """As one sees it: a whole number without a fraction, yes and no as they are written elsewhere."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
