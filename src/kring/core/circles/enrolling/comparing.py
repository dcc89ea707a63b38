"""What a table would do: who is new, who changes and how, who stays the same, and which managers don't fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kring.core.circles.enrolling.entry import Entry, Facts, Fault, Known, Mend


class Change(msgspec.Struct, frozen=True):
    """
    Somebody who is there already and of whom the table says otherwise.

    Attributes:
        key: Under which they are there.
        facts: Only what becomes otherwise.
        manager: To whom they report from now on, where that changes.
    """

    key: str
    facts: Facts
    manager: str | None


class Plan(msgspec.Struct, frozen=True):
    """
    What would be done.

    Attributes:
        managers: Of who is new or changed, by key: the key of somebody who is there, or what was said of one who isn't.
        elsewhere: Row and manager, where nobody there is called so.
    """

    new: tuple[Entry, ...]
    changed: tuple[Change, ...]
    same: int
    faults: tuple[Fault, ...]
    managers: Mapping[str, str]
    elsewhere: tuple[tuple[int, str], ...]

    @property
    def good(self) -> int:
        """How many rows can be taken in."""
        return len(self.new) + len(self.changed) + self.same


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
    names = _Names([*there.values()], placed)
    managers = {key: names.key_of(entry.manager) for entry, key in placed if entry.manager}
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
    )


def _change(entry: Entry, known: Known, manager: str | None) -> Change | None:
    facts = {field: value for field, value in entry.facts.items() if known.facts.get(field) != value}
    above = manager if manager is not None and manager != known.manager else None
    return Change(known.key, facts, above) if facts or above is not None else None


class _Names:
    """Finding whom a cell means: by key, by address, or by a name that only one person has."""

    def __init__(self, known: Sequence[Known], placed: Sequence[tuple[Entry, str]]) -> None:
        self._name = {one.key: one.name for one in known}
        self._name |= {key: str(entry.facts.get("name", key)) for entry, key in placed}
        self._by_mail = {one.mail: one.key for one in known if one.mail}
        self._by_mail |= {entry.mail: key for entry, key in placed if entry.mail}
        by_name: dict[str, list[str]] = {}
        for key, name in self._name.items():
            by_name.setdefault(name.casefold(), []).append(key)
        self._by_name = {name: keys[0] for name, keys in by_name.items() if len(keys) == 1}
        # In the table somebody may be called by another key than the one under which they are there.
        self._by_key = {entry.key: key for entry, key in placed}

    def key_of(self, text: str) -> str:
        """The key of somebody who is there, or the text itself."""
        if text in self._by_key:
            return self._by_key[text]
        if text in self._name:
            return text
        plain = text.casefold()
        return self._by_mail.get(plain) or self._by_name.get(plain) or text

    def is_there(self, key: str) -> bool:
        return key in self._name

    def called(self, key: str) -> str:
        return self._name.get(key, key)


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
