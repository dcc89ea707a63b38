"""
A table of people, as organisers have it: columns guessed, cells read, and what to mend told by row.

Lists in a cell stand with `|`, `;` or `,` between. What isn't known of anybody is assumed, and told as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

import msgspec

from kring.core.circles.columns import guess as columns_of, many, whole_number, yes_or_no
from kring.core.circles.forming.lineage import Lineage, RoundAndRound
from kring.core.circles.forming.people import Person

NEEDED = ("id", "profession")
FIELDS = (
    *("id", "profession", "manager", "organisation", "team", "function", "seniority", "region", "online"),
    *("languages", "slots", "goals", "past", "not_with", "capacity"),
)
EVERY_TIME_WANTED = 4  # so many names for it, or nobody would have times enough in common


class Mend(Enum):
    """What is wrong with a cell."""

    NO_COLUMN = "no_column"
    EMPTY = "empty"
    TWICE = "twice"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    UNKNOWN = "unknown"
    RING = "ring"


class Fault(msgspec.Struct, frozen=True):
    """
    What to mend.

    Attributes:
        row: As a spreadsheet counts, with the headings in row 1; 0 for the table as a whole.
        value: What stands there.
    """

    row: int
    field: str
    mend: Mend
    value: str = ""


class Sheet(msgspec.Struct, frozen=True):
    """
    A table that was read.

    Attributes:
        people: Of the rows without a fault.
        assumed: Fields that no column holds, so that the same is taken for everybody.
    """

    people: tuple[Person, ...]
    faults: tuple[Fault, ...]
    assumed: tuple[str, ...]


def guess(headings: Iterable[str]) -> dict[str, str]:
    """
    Which column holds what, as far as its heading tells: field to heading.

    Where there is no number, an address of mail or else a name tells people apart; and what people wish for is taken
    for goals.
    """
    found = columns_of(headings)
    for field, instead in (("id", "mail"), ("id", "name"), ("goals", "wishes")):
        if field not in found and instead in found:
            found[field] = found[instead]
    return {field: heading for field, heading in found.items() if field in FIELDS}


def read(rows: Sequence[Mapping[str, str]], columns: Mapping[str, str]) -> Sheet:
    """
    The people of a table.

    Args:
        rows: By heading; the first is row 2 of the spreadsheet.
        columns: From field to heading, as `guess` gives it or somebody chose.
    """
    lacking = [field for field in NEEDED if field not in columns]
    assumed = tuple(field for field in FIELDS if field not in columns and field not in NEEDED)
    if lacking:
        return Sheet((), tuple(Fault(0, field, Mend.NO_COLUMN) for field in lacking), assumed)
    known = {_cell(row, columns, "id") for row in rows}
    people: list[Person] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        reader = _Row(number, row, columns, known)
        person = reader.person()
        if person is not None and person.id in seen:
            reader.faults.append(Fault(number, "id", Mend.TWICE, person.id))
        if person is not None and not reader.faults:
            seen.add(person.id)
            people.append(person)
        faults += reader.faults
    return Sheet(tuple(people), (*faults, *_rings(people, rows, columns)), assumed)


def _rings(
    people: Sequence[Person], rows: Sequence[Mapping[str, str]], columns: Mapping[str, str]
) -> tuple[Fault, ...]:
    try:
        Lineage(people)
    except RoundAndRound as ring:
        row_of = {_cell(row, columns, "id"): number for number, row in enumerate(rows, start=2)}
        chain = " → ".join((*ring.people, ring.people[0]))
        return (Fault(row_of[ring.people[0]], "manager", Mend.RING, chain),)
    return ()


def _cell(row: Mapping[str, str], columns: Mapping[str, str], field: str) -> str:
    return (row.get(columns[field]) or "").strip() if field in columns else ""


class _Row:
    """One row, and what is wrong with it."""

    def __init__(
        self, number: int, row: Mapping[str, str], columns: Mapping[str, str], known: set[str]
    ) -> None:
        self.number, self.known = number, known
        self.cells = {field: _cell(row, columns, field) for field in FIELDS}
        self.columns = columns
        self.faults: list[Fault] = []

    def person(self) -> Person | None:
        """Who it is about; none where that can't be said."""
        for field in NEEDED:
            if not self.cells[field]:
                self._fault(field, Mend.EMPTY)
        person = Person(
            id=self.cells["id"],
            profession=self.cells["profession"],
            manager=self.cells["manager"] or None,
            organisation=self.cells["organisation"],
            team=self.cells["team"],
            function=self.cells["function"],
            seniority=self._number("seniority"),
            region=self.cells["region"],
            online=self._yes("online") if "online" in self.columns else True,
            languages=self._many("languages") if "languages" in self.columns else frozenset({"nl"}),
            slots=self._many("slots") if "slots" in self.columns else _any_time(),
            goals=self._many("goals"),
            past=self._many("past"),
            not_with=self._people("not_with"),
            capacity=self._number("capacity"),
        )
        return person if person.id else None

    def _fault(self, field: str, mend: Mend) -> None:
        self.faults.append(Fault(self.number, field, mend, self.cells[field]))

    def _number(self, field: str) -> int:
        text = self.cells[field]
        if not text:
            return 0
        number = whole_number(text)
        if number is None:
            self._fault(field, Mend.NOT_A_NUMBER)
        return number or 0

    def _yes(self, field: str) -> bool:
        answer = yes_or_no(self.cells[field])
        if answer is None:
            self._fault(field, Mend.NOT_YES_OR_NO)
        return answer or False

    def _many(self, field: str) -> frozenset[str]:
        return frozenset(many(self.cells[field]))

    def _people(self, field: str) -> frozenset[str]:
        named = self._many(field)
        if named - self.known:
            self._fault(field, Mend.UNKNOWN)
        return named


def _any_time() -> frozenset[str]:
    """As many names for 'whenever' as anybody could want in common."""
    return frozenset(f"any-{number}" for number in range(1, EVERY_TIME_WANTED + 1))
