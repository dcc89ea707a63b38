"""What a meeting can be put together from, and an agenda as the begin page shows it. Nothing here is content."""

from dataclasses import dataclass

from django.utils.translation import get_language

from kring.core.growth.load import load_own_blocks
from kring.core.meetings import (
    Agenda,
    Pace,
    Part,
    PartKind,
    Shelf,
    faults,
    fits_twice,
    practice,
    timetable,
    usual,
    warnings,
)
from kring.core.meetings.parts import least, most, phases_of, piece_of
from kring.core.methods.load import load_blocks
from kring.core.methods.method import Method, Text
from kring.web.growth import queries as growth
from kring.web.methods import queries as library

AROUND_A_CASE = ("arrival", "look_back", "choosing", "learning_round", "closing")
FAREWELL = "farewell"
FAREWELL_MINUTES = 60  # arriving, looking back and giving along take about that with six
OF_A_CIRCLE = ("learning_goals", "self_check", "farewell")


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part with its planned minutes, and the bounds between which it may have minutes of its own."""

    kind: str
    id: str
    name: str
    minutes: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class AgendaShown:
    """An agenda with its clock and what there is to say about it."""

    minutes: int
    parts: tuple[PartShown, ...]
    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def shelf() -> Shelf:
    """Everything that a part may stand for."""
    return {
        PartKind.BLOCK: {
            **{name: load_blocks()[name] for name in AROUND_A_CASE},
            **{name: load_own_blocks()[name] for name in OF_A_CIRCLE},
        },
        PartKind.METHOD: {method.id: method for method in library.methods()},
        PartKind.EXERCISE: {exercise.id: exercise for exercise in growth.exercises()},
    }


def shelf_with(method: Method) -> Shelf:
    """The same, and a method that stands in no library."""
    methods = {**shelf()[PartKind.METHOD], method.id: method}
    return {**shelf(), PartKind.METHOD: methods}


def usual_with(method: str, minutes: int, cases: int = 1) -> Agenda | None:
    """The usual meeting with a method of the library; none where there is no such method."""
    found = library.method_by_id(method)
    return None if found is None else usual(found, load_blocks(), minutes, cases)


def short_enough_for_two() -> frozenset[str]:
    """The methods of the library by which two cases fit into one long meeting."""
    return frozenset(method.id for method in library.methods() if fits_twice(method, load_blocks()))


def practice_of(exercise: str) -> Agenda | None:
    """A short meeting around an exercise; none where there is no such exercise."""
    found = growth.exercise_by_id(exercise)
    return None if found is None else practice(found, load_blocks())


def farewell() -> Agenda:
    """A meeting to say goodbye in, without a case."""
    names = ("arrival", FAREWELL, "closing")
    return Agenda(parts=tuple(Part(kind=PartKind.BLOCK, id=name) for name in names), minutes=FAREWELL_MINUTES)


def shown(agenda: Agenda, pace: Pace) -> AgendaShown:
    """The agenda as the page shows it. Parts that don't exist are left out, and are a fault."""
    wrong = faults(agenda, shelf())
    known = [(part, piece) for part in agenda.parts if (piece := piece_of(part, shelf())) is not None]
    minutes = [
        found
        for part, found in zip(agenda.parts, timetable(agenda, shelf()), strict=True)
        if piece_of(part, shelf())
    ]
    return AgendaShown(
        minutes=agenda.minutes,
        parts=tuple(
            PartShown(
                kind=part.kind.value,
                id=part.id,
                name=_said(piece.name),
                minutes=planned,
                least=least(phases_of(part, shelf())),
                most=most(phases_of(part, shelf())),
            )
            for (part, piece), planned in zip(known, minutes, strict=True)
        ),
        faults=tuple(_said(text) for text in wrong),
        warnings=() if wrong else tuple(_said(text) for text in warnings(agenda, shelf(), pace)),
    )


def first_fault(agenda: Agenda) -> str | None:
    """Why nobody can meet by this agenda."""
    return next((_said(text) for text in faults(agenda, shelf())), None)


def _said(text: Text) -> str:
    return text.en if get_language() == "en" else text.nl
