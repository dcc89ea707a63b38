"""Who is there already, as the reading of a table wants to know it."""

import json
import zlib
from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from kring.core.circles.columns import HEADINGS
from kring.core.circles.enrolling.comparing import Plan, compare
from kring.core.circles.enrolling.entry import MANAGER, NOTHING, Fault, Known
from kring.core.circles.enrolling.reading import FIELDS, lacking, read
from kring.core.circles.tables import Form, Table
from kring.core.growth.naming import goal_called
from kring.web.enrolment.models import Named, Said, TableInHand
from kring.web.programmes.models import Programme

TEXTS = ("name", "mail", "profession", "function", "organisation_name", "team", "region", "wishes")
LISTS = ("languages", "slots", "goals", "past")
FACTS = (*TEXTS, *LISTS, "seniority", "online", "capacity")
COLUMNS = ("id", "key", "manager_id", "manager_key", "told_at", *FACTS)
OWN = frozenset({*NOTHING, MANAGER})  # of who filled in their own form: all that an empty cell could empty


def known_of(programme: Programme) -> list[Known]:
    """Everybody of a programme. As plain rows: of twenty thousand people objects cost most of the time."""
    rows = list(programme.participants.there().values(*COLUMNS))
    key_of = {row["id"]: row["key"] for row in rows}
    reports = Named.objects.filter(said=Said.REPORTS, other__programme=programme)
    said_by_manager = set(reports.values_list("other_id", "participant_id"))
    return [
        _known(row, key_of, said_by_manager=(row["id"], row["manager_id"]) in said_by_manager) for row in rows
    ]


def _known(row: Mapping[str, Any], key_of: dict[UUID, str], *, said_by_manager: bool) -> Known:
    facts = {field: row[field] for field in FACTS} | {field: tuple(row[field]) for field in LISTS}
    manager = key_of.get(row["manager_id"], "") if row["manager_id"] else row["manager_key"]
    own = OWN if row["told_at"] else frozenset({MANAGER}) if said_by_manager else frozenset[str]()
    return Known(row["key"], row["name"], row["mail"], manager, facts, own)


def packed(table: Table) -> bytes:
    """The rows of a table, to keep for a moment."""
    whole = [table.headings, table.rows, table.numbers, table.form.value, table.separator]
    return zlib.compress(json.dumps(whole).encode())


def unpacked(in_hand: TableInHand) -> Table:
    """The same as a table again."""
    headings, rows, numbers, form, separator = json.loads(zlib.decompress(bytes(in_hand.content)))
    return Table(tuple(headings), tuple(map(tuple, rows)), tuple(numbers), Form(form), separator)


def choices_of(chosen: dict[str, str]) -> dict[str, str]:
    """Field to heading, of fields that a table may fill."""
    return {field: heading for field, heading in chosen.items() if field in FIELDS and field in HEADINGS}


class Look:
    """
    What a table in hand would do, held against who is there now.

    Attributes:
        lacking: Fields without which nothing can be read; then there is no plan.
        entries: What the rows say; none where columns are lacking.
        faults: Of reading and of comparing, by row.
    """

    def __init__(self, in_hand: TableInHand) -> None:
        """Read it; `compare` says what it would do."""
        self.in_hand, self.table = in_hand, unpacked(in_hand)
        self.columns = choices_of(in_hand.columns)
        self.lacking = lacking(self.columns)
        self.entries = None if self.lacking else read(self.table, self.columns, goal_called)
        self.plan: Plan | None = None
        self._names: dict[str, str] = {}
        self.faults: tuple[Fault, ...] = ()

    def compare(self) -> Self:
        """Hold it against who is there now."""
        if self.entries is not None:
            known = known_of(self.in_hand.programme)
            self._names = {one.key: one.name for one in known}
            self.plan = compare(self.entries.entries, known)
            found = (*self.entries.faults, *self.plan.faults)
            self.faults = tuple(sorted(found, key=lambda fault: fault.row))
        return self

    def name_of(self, key: str) -> str:
        """Of who is there by this key."""
        return self._names.get(key, key)

    @property
    def faulty_rows(self) -> list[int]:
        """Which rows would be left out."""
        return sorted({fault.row for fault in self.faults})
