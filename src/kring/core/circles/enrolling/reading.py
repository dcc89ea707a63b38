"""From rows to entries: each cell is read, and what can't be read is told with its row and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from kring.core.circles.columns import many, whole_number, yes_or_no
from kring.core.circles.enrolling.entry import (
    LONGEST,
    MANAGER,
    MOST_GOALS,
    NOTHING,
    Entry,
    Fault,
    Mend,
    Value,
)
from kring.core.circles.enrolling.slots import in_order, slots_of
from kring.core.circles.tables import Table

# In the order in which a page asks for them; `not_with` is nobody's to say but one's own, so no table holds it.
FIELDS = (
    *("name", "first_name", "infix", "last_name", "mail", "id", "profession", "function", "seniority"),
    *("organisation", "team", "manager", "region", "online", "languages", "slots", "goals", "wishes"),
    *("past", "capacity"),
)
SHOWN = 60  # letters of a faulty cell: enough to find it
ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}")
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("nederlands", "dutch", "ned"), "nl"),
        **dict.fromkeys(("engels", "english", "eng"), "en"),
        **dict.fromkeys(("duits", "german", "deutsch"), "de"),
        **dict.fromkeys(("frans", "french", "français"), "fr"),
    }
)


class Goal(msgspec.Struct, frozen=True):
    """
    A learning goal as a table writes it.

    Attributes:
        goal: The known one that it is taken for; None where it stays in their own words.
        people: How many rows write it like this.
    """

    text: str
    goal: str | None
    people: int


class Entries(msgspec.Struct, frozen=True):
    """What a table says; each way of writing a learning goal once, the most frequent first."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    goals: tuple[Goal, ...]


def lacking(columns: Mapping[str, str]) -> tuple[str, ...]:
    """Which columns a table can't do without and hasn't: a name, something to know somebody by, a profession."""
    has_name = columns.keys() & {"name", "first_name", "last_name"}
    has_key = columns.keys() & {"mail", "id"}
    return (
        *(() if has_name else ("name",)),
        *(() if has_key else ("mail",)),
        *(() if "profession" in columns else ("profession",)),
    )


def read(table: Table, columns: Mapping[str, str], goal_called: Callable[[str], str | None]) -> Entries:
    """
    Everybody of whom a row says enough. A row with a fault says nothing.

    `goal_called` knows the learning goals: which one is meant, if any.
    """
    place = {
        field: table.headings.index(heading)
        for field, heading in columns.items()
        if heading in table.headings
    }
    entries: list[Entry] = []
    faults: list[Fault] = []
    keys: dict[str, int] = {}
    mails: dict[str, int] = {}
    goals: Counter[str] = Counter()
    first_written: dict[str, str] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        reader = _Row(number, {field: row[index] for field, index in place.items()}, goal_called)
        entry = reader.entry()
        reader.once("id", entry.key, keys)
        if entry.mail:
            reader.once("mail", entry.mail, mails)
        if not reader.faults:
            entries.append(entry)
            written = {goal.casefold(): goal for goal in many(reader.cells.get("goals", ""))}
            for plain, text in written.items():
                first_written.setdefault(plain, text)
            goals.update(written.keys())
        faults += reader.faults
    told = tuple(Goal(first_written[text], goal_called(text), people) for text, people in goals.most_common())
    return Entries(tuple(entries), tuple(faults), told)


class _Row:
    """One row, and what is wrong with it."""

    def __init__(
        self, number: int, cells: Mapping[str, str], goal_called: Callable[[str], str | None]
    ) -> None:
        self.number, self.cells, self._goal_called = number, cells, goal_called
        self.faults: list[Fault] = []

    def entry(self) -> Entry:
        for field, most in LONGEST.items():
            if len(self.cells.get(field, "")) > most:
                self._fault(field, Mend.TOO_LONG)
        mail = self._mail()
        key = self.cells.get("id") or mail
        if not key and not self.faults:
            self._fault("mail" if "mail" in self.cells else "id", Mend.EMPTY)
        facts: dict[str, Value] = {
            "name": self._name(),
            "mail": mail,
            "profession": self.cells.get("profession", ""),
            "function": self.cells.get("function", ""),
            "organisation_name": self.cells.get("organisation", ""),
            "team": self.cells.get("team", ""),
            "region": self.cells.get("region", ""),
            "wishes": self.cells.get("wishes", ""),
            "languages": self._languages(),
            "slots": self._slots(),
            "goals": self._goals(),
            "past": many(self.cells.get("past", "")),
            **self._numbers(),
        }
        if not facts["profession"]:
            self._fault("profession", Mend.EMPTY)
        told = {field: value for field, value in facts.items() if value not in ("", ())}
        return Entry(self.number, key, mail, self.cells.get("manager", ""), told, self._empty())

    def _empty(self) -> frozenset[str]:
        """Of each fact that can go, whether its column is there with nothing in it."""
        column_of = {"organisation_name": "organisation"}
        can_go = (*NOTHING, MANAGER)
        return frozenset(fact for fact in can_go if self.cells.get(column_of.get(fact, fact)) == "")

    def once(self, field: str, value: str, seen: dict[str, int]) -> None:
        """Remember it; a fault where another row says the same."""
        before = seen.setdefault(value, self.number) if value else self.number
        if before != self.number and not self.faults:
            there = field if field in self.cells else "mail"
            self.faults.append(Fault(self.number, there, Mend.TWICE, value[:SHOWN], str(before)))

    def _fault(self, field: str, mend: Mend, value: str | None = None) -> None:
        shown = self.cells.get(field, "") if value is None else value
        self.faults.append(Fault(self.number, field, mend, shown[:SHOWN]))

    def _mail(self) -> str:
        mail = self.cells.get("mail", "").casefold().removeprefix("mailto:")
        if mail and not ADDRESS.fullmatch(mail):
            self._fault("mail", Mend.NOT_AN_ADDRESS)
        return mail

    def _name(self) -> str:
        """On one line, without signs that can't be seen."""
        parts = (self.cells.get(part, "") for part in ("first_name", "infix", "last_name"))
        whole = self.cells.get("name", "") or " ".join(parts)
        name = "".join(letter for letter in " ".join(whole.split()) if letter.isprintable())
        if not name:
            self._fault("name" if "name" in self.cells else "first_name", Mend.EMPTY)
        elif len(name) > LONGEST["name"]:
            self._fault("last_name" if "last_name" in self.cells else "name", Mend.TOO_LONG)
        return name

    def _numbers(self) -> dict[str, Value]:
        told: dict[str, Value] = {}
        if seniority := self.cells.get("seniority", ""):
            years = whole_number(seniority)
            if years is None:
                self._fault("seniority", Mend.NOT_A_NUMBER)
            else:
                told["seniority"] = years
        if online := self.cells.get("online", ""):
            answer = yes_or_no(online)
            if answer is None:
                self._fault("online", Mend.NOT_YES_OR_NO)
            else:
                told["online"] = answer
        if capacity := self.cells.get("capacity", ""):
            told["capacity"] = self._capacity(capacity)
        return told

    def _capacity(self, cell: str) -> int:
        """How many circles; a mere yes is one."""
        number, answer = whole_number(cell), yes_or_no(cell)
        if number is None and answer is None:
            self._fault("capacity", Mend.NOT_A_NUMBER)
        return number if number is not None else int(answer or False)

    def _languages(self) -> tuple[str, ...]:
        named = (name.casefold()[:20] for name in many(self.cells.get("languages", "")))
        return tuple(dict.fromkeys(LANGUAGES.get(name, name) for name in named))

    def _slots(self) -> tuple[str, ...]:
        found: set[str] = set()
        for text in many(self.cells.get("slots", "")):
            slots = slots_of(text)
            if not slots:
                self._fault("slots", Mend.NOT_A_TIME, text)
            found |= set(slots)
        return in_order(found)

    def _goals(self) -> tuple[str, ...]:
        goals = many(self.cells.get("goals", ""))
        if len(goals) > MOST_GOALS:
            self._fault("goals", Mend.TOO_MANY)
        elif any(len(goal) > LONGEST["region"] for goal in goals):
            self._fault("goals", Mend.TOO_LONG)
        return tuple(dict.fromkeys(self._goal_called(goal) or goal for goal in goals))
