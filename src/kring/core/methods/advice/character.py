"""What can be read off a method, a circle's own ones included, that the advice turns on."""

from __future__ import annotations

from kring.core.methods.method import (
    CardKind,
    Exposure,
    Level,
    Method,
    Minutes,
    Place,
    QuestionKind,
)
from kring.core.methods.traits import times_through

_INNER_CARDS = frozenset({CardKind.FEELING, CardKind.IMAGE, CardKind.VALUE})
INNER_QUESTIONS = frozenset({QuestionKind.EMOTION, QuestionKind.DILEMMA})
BROAD = 3  # kinds of question; enough for a circle that stays with one method for a while
_LEVELS = tuple(Level)
_EXPOSURES = tuple(Exposure)


def harder(one: Level, other: Level) -> bool:
    """Whether one level asks more than another."""
    return _LEVELS.index(one) > _LEVELS.index(other)


def opens_more(one: Exposure, other: Exposure) -> bool:
    """Whether a presenter lays open more with one than with another."""
    return _EXPOSURES.index(one) > _EXPOSURES.index(other)


def minutes_of(method: Method, people: int) -> Minutes:
    """How long the whole takes; what is repeated with each next presenter counts once for everybody."""
    each = list(zip(method.phases, times_through(method.phases, people), strict=True))
    return Minutes(
        sum(phase.minutes.least * times for phase, times in each),
        sum(phase.minutes.usual * times for phase, times in each),
        sum(phase.minutes.most * times for phase, times in each),
    )


def presents_by_turns(method: Method) -> bool:
    """Whether everybody is the presenter for a while."""
    return any(phase.next_presenter is not None for phase in method.phases)


def gives_distance(method: Method) -> bool:
    """Whether the presenter hears the others speak and needn't answer."""
    return any(phase.presenter_place is Place.LISTENING_ONLY for phase in method.phases)


def goes_inward(method: Method) -> bool:
    """Whether it asks for feelings, images or values, or is for nothing but what touches and what is torn."""
    return asks_inward(method) or set(method.suits) <= INNER_QUESTIONS


def asks_inward(method: Method) -> bool:
    """Whether feelings, images or values are written on its cards."""
    return any(slot.kind in _INNER_CARDS for phase in method.phases for slot in phase.writing)


def is_broad(method: Method) -> bool:
    """Whether it serves many kinds of question."""
    return len(method.suits) >= BROAD


def is_for_success_alone(method: Method) -> bool:
    """Whether there has to be a success to tell."""
    return set(method.suits) == {QuestionKind.SUCCESS}


def has_role_play(method: Method) -> bool:
    """Whether people act a part: hard behind a screen, impossible in writing."""
    return any(phase.parts for phase in method.phases)


def writes_much(method: Method) -> bool:
    """Whether something is written in most steps."""
    return 2 * sum(bool(phase.writing) for phase in method.phases) > len(method.phases)
