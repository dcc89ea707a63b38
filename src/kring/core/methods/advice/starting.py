"""Which method to begin with, for people of whom nothing is known yet."""

from __future__ import annotations

from collections.abc import Iterable

from kring.core.methods.advice.character import opens_more, presents_by_turns
from kring.core.methods.method import Exposure, Level, Method, QuestionKind

FIRST_METHODS = ("basis", "incident-kort")  # what handbooks start a circle with, and in this order
UNHURRIED = 40  # minutes; leaves room in two hours for arriving, choosing a case and closing


def is_first_method(method: Method) -> bool:
    """Whether it is one of the few that circles are started with."""
    return method.id in FIRST_METHODS


def place_at_start(method: Method) -> int:
    """The order among methods that are equally good for a circle that begins."""
    return FIRST_METHODS.index(method.id) if is_first_method(method) else len(FIRST_METHODS)


def first_choice(library: Iterable[Method], people: int | None = None) -> Method | None:
    """
    The method to propose where there is no history: for beginners, for any question, one presenter.

    Args:
        library: To choose from.
        people: How many take part; none while nobody knows.

    Returns:
        None where nothing in the library is for so few or so many beginners.
    """
    return min(
        (method for method in library if _can_start(method) and _has_room(method, people)),
        key=lambda method: (
            place_at_start(method),
            opens_more(method.exposure, Exposure.LOW),
            abs(method.usual_minutes - UNHURRIED),
            method.id,
        ),
        default=None,
    )


def _can_start(method: Method) -> bool:
    """No special form: not one in which everybody presents, nor one for a single kind of question."""
    return (
        method.level is Level.BEGINNER
        and method.exposure is not Exposure.HIGH
        and {QuestionKind.PROBLEM, QuestionKind.HOW_TO} <= set(method.suits)
        and not presents_by_turns(method)
    )


def _has_room(method: Method, people: int | None) -> bool:
    return people is None or method.group.least <= people <= method.group.most
