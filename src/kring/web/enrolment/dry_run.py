"""What the page of a table in hand shows: what would happen if it were taken in, and how it was read."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kring.core.circles.enrolling.comparing import Change
from kring.core.circles.enrolling.reading import FIELDS
from kring.core.growth.naming import is_named_so
from kring.web.enrolment import telling
from kring.web.enrolment.queries.known import Look

SHOWN = 100  # rows of a kind on the page; the faulty ones are all in the file to download
EXAMPLES = 3  # cells shown of a column


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file, and what it is taken for."""

    number: int
    heading: str
    examples: list[str]
    field: str


@dataclass(frozen=True, slots=True)
class Goals:
    """
    Learning goals as the file writes them, with how many people.

    Attributes:
        taken: What stands there, and the goal that it is taken for.
        own: What stays in their own words.
    """

    taken: list[tuple[str, str, int]]
    own: list[tuple[str, int]]


def dry_run(look: Look) -> dict[str, Any]:  # Any: what a template reads
    """For the template."""
    by_row = [(row, list(faults)) for row, faults in groupby(look.faults, key=lambda fault: fault.row)]
    emptying = [change for change in look.plan.changed if change.emptied] if look.plan else []
    return {
        "look": look,
        "columns": columns_of(look),
        "fields": [(field, telling.FIELDS[field]) for field in FIELDS],
        "lacking": [telling.FIELDS[field] for field in look.lacking],
        "faults": [
            (row, [telling.told_row(fault, look.columns) for fault in faults])
            for row, faults in by_row[:SHOWN]
        ],
        "more_faults": max(0, len(by_row) - SHOWN),
        "faulty": len(by_row),
        "elsewhere": look.plan.elsewhere[:SHOWN] if look.plan else (),
        "emptied": [told_emptied(look, change) for change in emptying[:SHOWN]],
        "more_emptied": max(0, len(emptying) - SHOWN),
        "goals": goals_in(look),
        "known_goals": [telling.goal_name(goal.value) for goal in telling.GOALS],
    }


def told_emptied(look: Look, change: Change) -> tuple[int, str, list[str]]:
    """Row, name, and the fields of which what was known goes."""
    return change.row, look.name_of(change.key), [telling.fact_name(fact) for fact in change.emptied]


def goals_in(look: Look) -> Goals:
    """How the table's learning goals are read; those that are written as they are called say nothing new."""
    written = look.entries.goals if look.entries else ()
    taken = [
        (one.text, telling.goal_name(one.goal), one.people)
        for one in written
        if one.goal and not is_named_so(one.text)
    ]
    own = [(one.text, one.people) for one in written if one.goal is None]
    return Goals(taken[:SHOWN], own[:SHOWN])


def columns_of(look: Look) -> list[Column]:
    """Each with what stands in its first cells."""
    field_of = {heading: field for field, heading in look.columns.items()}
    columns = []
    for number, heading in enumerate(look.table.headings):
        cells = (row[number] for row in look.table.rows[:SHOWN] if row[number])
        examples = list(dict.fromkeys(cells))[:EXAMPLES]
        columns.append(Column(number, heading, examples, field_of.pop(heading, "")))
    return columns
