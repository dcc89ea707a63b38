"""What a table would do: who is new, who changes and how, who stays the same, and which managers don't fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kring.core.circles.enrolling.entry import MANAGER, NOTHING, Entry, Facts, Fault, Known, Mend, Value
from kring.core.circles.enrolling.names import Called, Names


class Change(msgspec.Struct, frozen=True):
    """
    Somebody who is there already and of whom the table says otherwise.

    Attributes:
        key: Under which they are there.
        facts: Only what becomes otherwise.
        manager: To whom they report from now on, where that changes; empty for nobody.
        row: In the table.
        emptied: What was known and goes, because the table holds an empty cell; the manager is `MANAGER`.
    """

    key: str
    facts: Facts
    manager: str | None
    row: int
    emptied: tuple[str, ...] = ()


class Plan(msgspec.Struct, frozen=True):
    """
    What would be done.

    Attributes:
        kept: How many rows leave cells empty of which people told something themselves: that stays.
        managers: Of who is new or changed, by key: the key of somebody who is there, or what was said of one who isn't.
        elsewhere: Row and manager, where nobody there is called so.
    """

    new: tuple[Entry, ...]
    changed: tuple[Change, ...]
    same: int
    faults: tuple[Fault, ...]
    managers: Mapping[str, str]
    elsewhere: tuple[tuple[int, str], ...]
    kept: int = 0

    @property
    def good(self) -> int:
        """How many rows can be taken in."""
        return len(self.new) + len(self.changed) + self.same

    @property
    def emptied(self) -> int:
        """How many cells empty what was known."""
        return sum(len(change.emptied) for change in self.changed)


def compare(entries: Sequence[Entry], known: Iterable[Known]) -> Plan:
    """The plan; somebody is the same by key, or else by address."""
    there = {one.key: one for one in known}
    key_of_mail = {one.mail: one.key for one in there.values() if one.mail}
    placed: list[tuple[Entry, str]] = []
    faults: list[Fault] = []
    met: dict[str, int] = {}
    for entry in entries:
        key = entry.key if entry.key in there else key_of_mail.get(entry.mail, entry.key)
        owner = key_of_mail.get(entry.mail, key)
        if owner != key:
            faults.append(Fault(entry.row, "mail", Mend.TAKEN, entry.mail, there[owner].name))
        elif met.setdefault(key, entry.row) != entry.row:
            faults.append(Fault(entry.row, "mail", Mend.TWICE, entry.mail, str(met[key])))
        else:
            placed.append((entry, key))
    names = Names(
        [
            *(Called(one.key, one.key, one.name, one.mail) for one in there.values()),
            *(Called(key, entry.key, str(entry.facts.get("name", key)), entry.mail) for entry, key in placed),
        ]
    )
    managers = {key: names.find(entry.manager) or entry.manager for entry, key in placed if entry.manager}
    managers |= {
        key: ""
        for entry, key in placed
        if key in there and there[key].manager and MANAGER in entry.empty - there[key].own
    }
    rings = _rings({**{one.key: one.manager for one in there.values()}, **managers})
    kept = [(entry, key) for entry, key in placed if not (key in rings and entry.manager)]
    faults += [
        Fault(entry.row, "manager", Mend.RING, entry.manager, " → ".join(map(names.called, rings[key])))
        for entry, key in placed
        if key in rings and entry.manager
    ]
    new = tuple(entry for entry, key in kept if key not in there)
    changes = [_change(entry, there[key], managers.get(key)) for entry, key in kept if key in there]
    changed = tuple(change for change in changes if change is not None)
    return Plan(
        new=new,
        changed=changed,
        same=len(changes) - len(changed),
        faults=tuple(faults),
        managers={key: managers[key] for _entry, key in kept if key in managers},
        elsewhere=tuple(
            (entry.row, entry.manager)
            for entry, key in kept
            if entry.manager and not names.is_there(managers[key])
        ),
        kept=sum(_holds(there[key], entry.empty & there[key].own) for entry, key in kept if key in there),
    )


def _change(entry: Entry, known: Known, manager: str | None) -> Change | None:
    facts = {field: value for field, value in entry.facts.items() if _differs(known.facts.get(field), value)}
    goes = entry.empty - known.own
    emptied = tuple(field for field in NOTHING if field in goes and _is_known(known, field))
    above = manager if manager is not None and manager != known.manager else None
    if not facts and not emptied and above is None:
        return None
    facts |= {field: NOTHING[field] for field in emptied}
    return Change(known.key, facts, above, entry.row, (*emptied, *((MANAGER,) if above == "" else ())))


def _holds(known: Known, fields: frozenset[str]) -> bool:
    """Whether any of these is known."""
    return any(known.manager if field == MANAGER else _is_known(known, field) for field in fields)


def _is_known(known: Known, field: str) -> bool:
    return known.facts.get(field, NOTHING[field]) != NOTHING[field]


def _differs(before: Value | None, now: Value) -> bool:
    """Lists are the same in any order."""
    if isinstance(before, tuple) and isinstance(now, tuple):
        return set(before) != set(now)
    return before != now


def _rings(manager: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Who reports to themselves, directly or through others, each with their ring; in one walk over everybody."""
    found: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for start in manager:
        trail: dict[str, int] = {}
        one = start
        while one and one not in done and one not in trail:
            trail[one] = len(trail)
            one = manager.get(one, "")
        if one in trail:
            ring = tuple(list(trail)[trail[one] :])
            found.update((each, (*ring, ring[0])) for each in ring)
        done.update(trail)
    return found
