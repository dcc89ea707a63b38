"""The library on paper: what each sheet holds. A page of the site and a PDF are made from the same templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from kring.core.methods.method import Method, Role, Shown, Writing
from kring.web.methods import queries
from kring.web.methods.queries import Timed

SHEETS = "methods/sheets.html"
BOOKLET = "methods/booklet.html"

LINES_FOR_ONE = 3  # of writing, for an entry that stands alone
LINES_EACH, MOST_LINES = 2, 10

_Heading = TypeVar("_Heading", bound=Enum)


@dataclass(frozen=True, slots=True)
class Box:
    """
    Where one kind of card is written.

    Attributes:
        step: In which it is written.
        opened_in: The step in which hidden cards come to the table together; none where they aren't hidden.
        lines: To write on; none where a label is ticked.
    """

    slot: Writing
    step: Timed
    opened_in: Timed | None
    lines: range


@dataclass(frozen=True, slots=True)
class Sheet:
    """What somebody writes on; one for each person in these roles."""

    roles: tuple[Role, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A method as it is printed."""

    method: Method
    phases: tuple[Timed, ...]
    sheets: tuple[Sheet, ...]


def of_methods(methods: Sequence[Method]) -> dict[str, object]:
    """Everything that the template of card sets needs."""
    return {"sets": tuple(printed(method) for method in methods)}


def of_library(methods: Sequence[Method] | None = None) -> dict[str, object]:
    """Everything that the template of the booklet needs; of all methods, or of some."""
    chosen = tuple(queries.methods() if methods is None else methods)
    return {
        "contents": _parts(queries.by_level(chosen)),
        "kinds": _parts(queries.by_kind(chosen)),
        "printed": tuple(printed(method) for method in chosen),
    }


def printed(method: Method) -> Printed:
    """A method with its phases in time and its sheets to write on."""
    phases = queries.timed(method)
    return Printed(method, phases, _sheets(phases))


def _parts(
    parts: tuple[tuple[_Heading, tuple[Method, ...]], ...],
) -> tuple[tuple[_Heading, tuple[Method, ...]], ...]:
    """Those under which something stands."""
    return tuple((heading, methods) for heading, methods in parts if methods)


def _sheets(phases: tuple[Timed, ...]) -> tuple[Sheet, ...]:
    """One sheet for each role that writes; roles that write the same have the same sheet."""
    found: dict[tuple[Box, ...], tuple[Role, ...]] = {}
    for role in Role:
        boxes = tuple(
            Box(slot, step, _opened_in(slot, phases), _lines(slot))
            for step in phases
            for slot in step.phase.writing
            if role in slot.by
        )
        if boxes:
            found[boxes] = (*found.get(boxes, ()), role)
    return tuple(Sheet(roles, boxes) for boxes, roles in found.items())


def _opened_in(slot: Writing, phases: tuple[Timed, ...]) -> Timed | None:
    if slot.shown is Shown.AT_ONCE:
        return None
    return next((step for step in phases if slot.id in step.phase.reveals), None)


def _lines(slot: Writing) -> range:
    if slot.choices:
        return range(0)
    return range(LINES_FOR_ONE if slot.most == 1 else min(MOST_LINES, LINES_EACH * slot.most))
