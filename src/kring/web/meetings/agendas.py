"""What a meeting can be put together from, and an agenda as the begin page shows it. Nothing here is content."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from django.utils.translation import get_language
from msgspec.structs import replace

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
from kring.core.meetings.parts import least, most, piece_of
from kring.core.methods.load import load_blocks
from kring.core.methods.method import Method, Text
from kring.web.growth import queries as growth
from kring.web.methods import queries as library

AROUND_A_CASE = ("arrival", "look_back", "choosing", "learning_round", "closing")
FAREWELL = "farewell"
FAREWELL_MINUTES = 60  # arriving, looking back and giving along take about that with six
KICK_OFF = "kick_off"
OF_A_CIRCLE = ("learning_goals", "self_check", "farewell")
NONE: Mapping[str, Method] = MappingProxyType({})


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


def shelf(own: Mapping[str, Method] = NONE) -> Shelf:
    """Everything that a part may stand for, with methods that stand in no library."""
    return {
        PartKind.BLOCK: {
            **{name: load_blocks()[name] for name in AROUND_A_CASE},
            **{name: load_own_blocks()[name] for name in (*OF_A_CIRCLE, KICK_OFF)},
        },
        PartKind.METHOD: {method.id: method for method in library.methods()},
        PartKind.EXERCISE: {exercise.id: exercise for exercise in growth.exercises()},
        PartKind.OWN: own,
    }


def choice_of_parts(wished: str) -> dict[str, object]:
    """What a page needs where a meeting is put together; `wished` is the method that was chosen elsewhere, if any."""
    short = library.to_begin_with(wished)
    return {
        "short": short,
        "by_default": library.to_begin_with("")[0],
        "chosen": library.method_by_id(wished) or short[0],
        "levels": library.by_level(),
        "blocks": [block for name, block in shelf()[PartKind.BLOCK].items() if name != KICK_OFF],
        "short_enough_for_two": short_enough_for_two(),
        "exercises": growth.exercises(),
    }


def usual_with(method: str, minutes: int, cases: int = 1) -> Agenda | None:
    """The usual meeting with a method of the library; none where there is no such method."""
    found = library.method_by_id(method)
    return None if found is None else usual(found, load_blocks(), minutes, cases)


def usual_with_own(own: Mapping[str, Method], minutes: int) -> Agenda | None:
    """The usual meeting with the first of these methods; none where there is none."""
    for method in own.values():
        agenda = usual(method, load_blocks(), minutes)
        parts = (
            replace(part, kind=PartKind.OWN) if part.kind is PartKind.METHOD else part
            for part in agenda.parts
        )
        return replace(agenda, parts=tuple(parts))
    return None


def short_enough_for_two() -> frozenset[str]:
    """The methods of the library by which two cases fit into one long meeting."""
    return _fitting_twice(library.Library.now())


@lru_cache(maxsize=2)  # a new library comes only when the host's own methods change
def _fitting_twice(of: library.Library) -> frozenset[str]:
    return frozenset(method.id for method in of.methods if fits_twice(method, load_blocks()))


def practice_of(exercise: str) -> Agenda | None:
    """A short meeting around an exercise, or to say goodbye; none where there is no such exercise."""
    if exercise == FAREWELL:
        return farewell()
    found = growth.exercise_by_id(exercise)
    return None if found is None else practice(found, load_blocks())


def farewell() -> Agenda:
    """A meeting to say goodbye in, without a case."""
    names = ("arrival", FAREWELL, "closing")
    return Agenda(parts=tuple(Part(kind=PartKind.BLOCK, id=name) for name in names), minutes=FAREWELL_MINUTES)


def kick_off(minutes: int) -> Agenda:
    """A gathering for several circles of a programme at once."""
    return Agenda(parts=(Part(kind=PartKind.BLOCK, id=KICK_OFF),), minutes=minutes)


def shown(agenda: Agenda, pace: Pace, own: Mapping[str, Method] = NONE) -> AgendaShown:
    """The agenda as the page shows it. Parts that don't exist are left out, and are a fault."""
    here = shelf(own)
    wrong = faults(agenda, here)
    planned = zip(agenda.parts, timetable(agenda, here), strict=True)
    return AgendaShown(
        minutes=agenda.minutes,
        parts=tuple(
            PartShown(
                kind=part.kind.value,
                id=part.id,
                name=_said(piece.name),
                minutes=minutes,
                least=least(piece.phases),
                most=most(piece.phases),
            )
            for part, minutes in planned
            if (piece := piece_of(part, here)) is not None
        ),
        faults=tuple(_said(text) for text in wrong),
        warnings=() if wrong else tuple(_said(text) for text in warnings(agenda, here, pace)),
    )


def first_fault(agenda: Agenda, own: Mapping[str, Method] = NONE) -> str | None:
    """Why nobody can meet by this agenda."""
    return next((_said(text) for text in faults(agenda, shelf(own))), None)


def _said(text: Text) -> str:
    return text.en if get_language() == "en" else text.nl
