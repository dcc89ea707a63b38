"""
A table of people, as organisers have it: columns guessed, cells read, and what to mend told by row.

Lists in a cell stand with `|`, `;` or `,` between. What isn't known of anybody is assumed, and told as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

import msgspec

from kring.core.circles.forming.lineage import Lineage, RoundAndRound
from kring.core.circles.forming.people import Person

# The name of a field, and how people head such a column, in Dutch and English; compared without case, spaces and dashes.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "nummer", "personeelsnummer", "number", "email", "mail", "emailadres", "emailaddress"),
        "profession": ("profession", "beroep", "vak", "vakgebied", "field", "discipline", "beroepsgroep"),
        "manager": ("manager", "managerid", "leidinggevende", "reportsto", "rapporteertaan", "supervisor"),
        "organisation": ("organisation", "organization", "organisatie", "werkgever", "employer"),
        "team": ("team", "afdeling", "department", "unit"),
        "function": ("function", "functie", "role", "jobtitle", "rol"),
        "seniority": ("seniority", "ervaring", "jarenervaring", "experience", "years", "jaren"),
        "region": ("region", "regio", "plaats", "place", "locatie", "location", "standplaats"),
        "online": ("online", "onlineok", "kanonline", "canonline"),
        "languages": ("languages", "language", "talen", "taal"),
        "slots": ("slots", "dagdelen", "beschikbaar", "beschikbaarheid", "availability", "times", "tijden"),
        "goals": ("goals", "leerdoelen", "wensen", "wishes", "learninggoals", "themas", "themes"),
        "past": ("past", "pastgroups", "eerder", "eerderekringen", "pastcircles"),
        "not_with": ("notwith", "nietmet", "nietsamenmet", "nietbij"),
        "capacity": ("capacity", "facilitatorcapacity", "begeleidt", "kanbegeleiden", "facilitates"),
    }
)
NEEDED = ("id", "profession")
YES, NO = (
    frozenset({"1", "ja", "j", "yes", "y", "true", "x"}),
    frozenset({"", "0", "nee", "n", "no", "false"}),
)
EVERY_TIME_WANTED = 4  # so many names for it, or nobody would have times enough in common
MOST_YEARS = 60


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
    """Which column holds what, as far as its heading tells: field to heading."""
    found: dict[str, str] = {}
    for heading in headings:
        plain = re.sub(r"[\W_]+", "", heading).casefold()
        field = next((field for field, names in HEADINGS.items() if plain in names), None)
        if field is not None:
            found.setdefault(field, heading)
    return found


def read(rows: Sequence[Mapping[str, str]], columns: Mapping[str, str]) -> Sheet:
    """
    The people of a table.

    Args:
        rows: By heading; the first is row 2 of the spreadsheet.
        columns: From field to heading, as `guess` gives it or somebody chose.
    """
    lacking = [field for field in NEEDED if field not in columns]
    assumed = tuple(field for field in HEADINGS if field not in columns and field not in NEEDED)
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
        self.cells = {field: _cell(row, columns, field) for field in HEADINGS}
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
            seniority=self._number("seniority", MOST_YEARS),
            region=self.cells["region"],
            online=self._yes("online") if "online" in self.columns else True,
            languages=self._many("languages") if "languages" in self.columns else frozenset({"nl"}),
            slots=self._many("slots") if "slots" in self.columns else _any_time(),
            goals=self._many("goals"),
            past=self._many("past"),
            not_with=self._people("not_with"),
            capacity=self._number("capacity", MOST_YEARS),
        )
        return person if person.id else None

    def _fault(self, field: str, mend: Mend) -> None:
        self.faults.append(Fault(self.number, field, mend, self.cells[field]))

    def _number(self, field: str, most: int) -> int:
        text = self.cells[field]
        if not text:
            return 0
        if not text.isascii() or not text.isdigit() or int(text) > most:
            self._fault(field, Mend.NOT_A_NUMBER)
            return 0
        return int(text)

    def _yes(self, field: str) -> bool:
        text = self.cells[field].casefold()
        if text not in YES | NO:
            self._fault(field, Mend.NOT_YES_OR_NO)
        return text in YES

    def _many(self, field: str) -> frozenset[str]:
        return frozenset(name.strip() for name in re.split(r"[|;,]", self.cells[field]) if name.strip())

    def _people(self, field: str) -> frozenset[str]:
        named = self._many(field)
        if named - self.known:
            self._fault(field, Mend.UNKNOWN)
        return named


def _any_time() -> frozenset[str]:
    """As many names for 'whenever' as anybody could want in common."""
    return frozenset(f"any-{number}" for number in range(1, EVERY_TIME_WANTED + 1))
