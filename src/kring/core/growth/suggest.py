"""Which exercises help with somebody's learning goals, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kring.core.growth.capabilities import NAMES, Goal
from kring.core.growth.exercise import Exercise
from kring.core.growth.load import load_exercises
from kring.core.methods.method import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """A goal that an exercise serves, and the sentence that says so."""

    goal: Goal
    told: Text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    An exercise, and why.

    Attributes:
        exercise: Its id.
        reasons: At least one, in the order in which the goals were given.
    """

    exercise: str
    reasons: tuple[Reason, ...]


def suggest(goals: Iterable[Goal], among: Iterable[Exercise] | None = None) -> tuple[Suggestion, ...]:
    """
    The exercises that serve these goals, the most fitting first; none where there are no goals.

    One that serves more of the goals comes first; then one that was made for more of them; then the one for
    the goal that was given earliest; then as in `load_exercises`, those to start with first.

    Args:
        goals: Capabilities and themes, as in the learning goals of a person or a circle; the first weighs most.
        among: What to choose from, in the order in which equals are told; without it the shipped exercises.
    """
    asked = tuple(dict.fromkeys(goals))
    exercises = tuple(load_exercises() if among is None else among)
    serving = [exercise for exercise in exercises if _shared(exercise, asked)]
    serving.sort(key=lambda exercise: _rank(exercise, asked))
    return tuple(
        Suggestion(exercise.id, tuple(_reason(exercise, goal) for goal in _shared(exercise, asked)))
        for exercise in serving
    )


def _shared(exercise: Exercise, asked: tuple[Goal, ...]) -> tuple[Goal, ...]:
    return tuple(goal for goal in asked if goal in tuple(exercise.for_goals))


def _rank(exercise: Exercise, asked: tuple[Goal, ...]) -> tuple[int, int, int]:
    shared = _shared(exercise, asked)
    made_for = [goal for goal in shared if goal in tuple(exercise.for_goals.mainly)]
    return (-len(shared), -len(made_for), asked.index((made_for or shared)[0]))


def _reason(exercise: Exercise, goal: Goal) -> Reason:
    name = NAMES[goal]
    if goal in tuple(exercise.for_goals.mainly):
        return Reason(goal, Text(nl=f"Oefent vooral: {name.nl}.", en=f"Mainly practises: {name.en}."))
    return Reason(goal, Text(nl=f"Helpt ook bij: {name.nl}.", en=f"Also helps with: {name.en}."))
