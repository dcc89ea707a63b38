"""Where a circle stands: what it has done, which method it is learning, and what it can carry."""

from __future__ import annotations

from kring.core.methods.advice.situation import LOW, Familiarity, Situation
from kring.core.methods.method import Level

SEASON = 6  # meetings; a programme is five or six monthly ones (rule 6)
ACQUAINTED = 3  # meetings; before that a circle knows neither each other nor how it works


def methods_done(situation: Situation) -> tuple[str, ...]:
    """The ids of the methods of all meetings, the earliest first."""
    return tuple(meeting.method for meeting in sorted(situation.history, key=lambda meeting: meeting.when))


def current_method(situation: Situation) -> str | None:
    """The id of the method of the latest meeting."""
    done = methods_done(situation)
    return done[-1] if done else None


def meetings_since(situation: Situation, method: str) -> int | None:
    """How many meetings ago the circle did a method: 1 is the latest one, none is never."""
    latest_first = methods_done(situation)[::-1]
    return latest_first.index(method) + 1 if method in latest_first else None


def is_beginning(situation: Situation) -> bool:
    """
    Whether the circle still learns to work by one method (rule 9).

    It does until most members say that they know that method, unless it has a season behind it and has
    varied already: then a method that is new to it doesn't make it a beginner again.
    """
    done = methods_done(situation)
    if not done:
        return True
    has_varied = len(done) >= SEASON and len(set(done)) > 1
    return situation.familiarity is not Familiarity.MOST and not has_varied


def level_of(situation: Situation) -> Level:
    """How hard a method this circle can carry."""
    done = methods_done(situation)
    if is_beginning(situation) or len(done) < ACQUAINTED:
        return Level.BEGINNER
    if len(done) < SEASON or len(set(done)) == 1:
        return Level.INTERMEDIATE
    return Level.ADVANCED


def feels_unsafe(situation: Situation) -> bool:
    """Whether members couldn't say what mattered to them, the last time."""
    return situation.evaluation.safety is not None and situation.evaluation.safety <= LOW


def stayed_shallow(situation: Situation) -> bool:
    """Whether the last time remained on the surface."""
    return situation.evaluation.depth is not None and situation.evaluation.depth <= LOW
