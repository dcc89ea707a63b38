"""What a row of a table says of somebody, and what is wrong with a row."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

import msgspec

MOST_GOALS = 5  # who wants everything at once can't be matched on anything

Value: TypeAlias = str | int | bool | tuple[str, ...] | None
Facts: TypeAlias = Mapping[str, Value]

# Letters that a field holds; the same as the columns of the database.
LONGEST: Mapping[str, int] = MappingProxyType(
    {
        "id": 120,
        "name": 80,
        "mail": 254,
        "profession": 80,
        "function": 80,
        "organisation": 120,
        "team": 120,
        "region": 80,
        "manager": 120,
        "wishes": 2_000,
    }
)


class Mend(Enum):
    """What is wrong with a cell; a row with such a cell isn't taken in."""

    EMPTY = "empty"
    NOT_AN_ADDRESS = "not_an_address"
    TWICE = "twice"
    TAKEN = "taken"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_TIME = "not_a_time"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    RING = "ring"


class Fault(msgspec.Struct, frozen=True):
    """
    What to mend.

    Attributes:
        row: As the spreadsheet counts.
        value: What stands there, shortened.
        other: The row in which the same stands already, or the people in a ring.
    """

    row: int
    field: str
    mend: Mend
    value: str = ""
    other: str = ""


class Entry(msgspec.Struct, frozen=True):
    """
    Somebody, as far as a row tells.

    Attributes:
        key: By which they are known in the table; their address where it has no such column.
        manager: As it stands there: a key, an address or a name. Empty where nothing is said.
        facts: Only what the row says.
        empty: Facts of which the column is there and the cell holds nothing; what was known of these goes. An address,
            a name and a profession never do: by these somebody is known.
    """

    row: int
    key: str
    mail: str
    manager: str
    facts: Facts
    empty: frozenset[str] = frozenset()


class Known(msgspec.Struct, frozen=True):
    """
    Somebody who is there already.

    Attributes:
        manager: The key of whom they report to, or what was said of one who isn't there.
        own: What an empty cell leaves as it is, because they told it themselves, or somebody else did.
    """

    key: str
    name: str
    mail: str
    manager: str
    facts: Facts
    own: frozenset[str] = frozenset()


# What a fact is when nothing is known.
NOTHING: Facts = MappingProxyType(
    {
        "function": "",
        "organisation_name": "",
        "team": "",
        "region": "",
        "wishes": "",
        "languages": (),
        "slots": (),
        "goals": (),
        "past": (),
        "seniority": None,
        "capacity": 0,
    }
)
MANAGER = "manager"  # isn't a fact, but a cell that can be empty all the same
