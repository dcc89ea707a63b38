"""What the pages of the exercises show. They are read once and never change while the site runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kring.core.growth.capabilities import NAMES, Capability, Goal, Theme
from kring.core.growth.exercise import Exercise, Goals
from kring.core.growth.load import load_exercises
from kring.core.methods.method import Text


@dataclass(frozen=True, slots=True)
class Named:
    """A goal and what it is called. The word is kept with goals and never changes."""

    word: str
    name: Text


@dataclass(frozen=True, slots=True)
class Listed:
    """An exercise with what it is for: what it was made for, and what it helps with as well."""

    exercise: Exercise
    mainly: tuple[Named, ...]
    also: tuple[Named, ...]


def exercises() -> tuple[Exercise, ...]:
    """All of them, in the order in which they are shown."""
    return load_exercises()


@cache
def exercise_by_id(id: str) -> Exercise | None:
    """One of them."""
    return next((exercise for exercise in exercises() if exercise.id == id), None)


def capabilities() -> tuple[Named, ...]:
    """The ten capabilities."""
    return _named(tuple(Capability))


def themes() -> tuple[Named, ...]:
    """The five themes of the work."""
    return _named(tuple(Theme))


@cache
def listed(exercise: Exercise) -> Listed:
    """An exercise with its goals by name."""
    return Listed(exercise, _goals(exercise.for_goals.mainly), _goals(exercise.for_goals.also))


def _goals(goals: Goals) -> tuple[Named, ...]:
    return _named(tuple(goals))


def _named(goals: Sequence[Goal]) -> tuple[Named, ...]:
    return tuple(Named(goal.value, NAMES[goal]) for goal in goals)
