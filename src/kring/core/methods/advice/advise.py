"""Which method now: those that can be done, the best first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kring.core.methods.advice.obstacles import why_not
from kring.core.methods.advice.reasons import Caution, Favour, Reason
from kring.core.methods.advice.situation import Situation
from kring.core.methods.advice.standing import is_beginning
from kring.core.methods.advice.starting import place_at_start
from kring.core.methods.advice.weighing import considerations, weight
from kring.core.methods.method import Level, Method


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    A method that can be done now.

    Attributes:
        reasons: What speaks for it, the weightiest first.
        cautions: What to know before choosing it, the weightiest first.
    """

    method: Method
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """The sum of everything that is said about it."""
        return sum(weight(reason) for reason in (*self.reasons, *self.cautions))

    @property
    def is_to_stay(self) -> bool:
        """Whether it is the method that a beginning circle is learning."""
        return any(reason.code is Favour.STAY for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Hindered:
    """A method that can't be done now, and the first reason why."""

    method: Method
    obstacle: Reason


@dataclass(frozen=True, slots=True)
class Advice:
    """All methods of a library: those that can be done, best first, and those that can't, by id."""

    ranked: tuple[Suggestion, ...]
    hindered: tuple[Hindered, ...]

    @property
    def best(self) -> Suggestion | None:
        """What to propose; none where nothing fits."""
        return self.ranked[0] if self.ranked else None


def advise(situation: Situation, library: Iterable[Method]) -> Advice:
    """
    Rank the methods of a library for this situation.

    A beginning circle keeps to the method that it is learning, wherever that can be done at all (rule 9). The
    others follow by what speaks for them; where that is equal, first what circles are started with if this one
    begins, then the easier, the shorter, and the id. The order of the library doesn't matter. What was refused
    is left out and changes nothing else, so that the next best comes up.
    """
    methods = {method.id: method for method in library}
    ranked, hindered = [], []
    for method in sorted(methods.values(), key=lambda method: method.id):
        obstacle = why_not(situation, method)
        if obstacle is None:
            ranked.append(_suggestion(method, considerations(situation, method, methods)))
        else:
            hindered.append(Hindered(method, obstacle))
    begins = is_beginning(situation)
    # They come by id, and sorting leaves that order where everything else is equal.
    return Advice(tuple(sorted(ranked, key=lambda one: _order(one, begins=begins))), tuple(hindered))


def _suggestion(method: Method, found: tuple[Reason, ...]) -> Suggestion:
    # What isn't weighed is a remark on the circle, and is said first.
    by_weight = sorted(found, key=lambda reason: (weight(reason) != 0, -abs(weight(reason))))
    return Suggestion(
        method,
        tuple(reason for reason in by_weight if isinstance(reason.code, Favour)),
        tuple(reason for reason in by_weight if isinstance(reason.code, Caution)),
    )


def _order(one: Suggestion, *, begins: bool) -> tuple[bool, int, int, int, int]:
    method = one.method
    return (
        not one.is_to_stay,
        -one.weight,
        place_at_start(method) if begins else 0,
        tuple(Level).index(method.level),
        method.usual_minutes,
    )
