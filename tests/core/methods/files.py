"""Method files as plain data, to change and write out again."""

from __future__ import annotations

from typing import Any

import yaml

from kring.core.methods.faults import Fault, FaultyFile
from kring.core.methods.load import LIBRARY, load_block, load_method
from kring.core.methods.method import Method

Plain = dict[str, Any]
Way = tuple[str | int, ...]

METHODS = sorted(LIBRARY.glob("*.yaml"))


class _WrittenOut(yaml.CSafeDumper):
    """Writes the same thing twice where it stands twice, as a person would."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def plain(method: str) -> Plain:
    """A shipped method as it stands in its file."""
    read: Plain = yaml.load((LIBRARY / f"{method}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return read


def written(data: object) -> str:
    """Data as the text of a file."""
    return str(yaml.dump(data, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False))


def phase(of: Plain, name: str) -> Plain:
    """A phase by its id."""
    found: Plain = next(phase for phase in of["phases"] if phase["id"] == name)
    return found


def faults_in(text: str) -> tuple[Fault, ...]:
    """What is wrong with a method."""
    return _faults(text, load_method)


def faults_in_block(text: str) -> tuple[Fault, ...]:
    """What is wrong with a block."""
    return _faults(text, load_block)


def set_at(data: Any, way: Way, value: object) -> None:
    """Put a value somewhere in the data."""
    for step in way[:-1]:
        data = data[step]
    data[way[-1]] = value


def _faults(text: str, load: Any) -> tuple[Fault, ...]:
    try:
        load(text)
    except FaultyFile as faulty:
        return faulty.faults
    return ()


def presenter_last(method: Method) -> bool:
    """Whether the last phase on the case is the presenter's."""
    last = [phase for phase in method.phases if phase.about.value == "case"][-1]
    roles = [role.value for role in last.floor.speakers]
    return roles == ["presenter"] or (
        last.floor.answered_by is not None and last.floor.answered_by.value == "presenter"
    )
