"""The hard rules: when a method isn't suggested at all, whatever speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.advice.character import (
    harder,
    has_role_play,
    is_for_success_alone,
    minutes_of,
)
from kring.core.methods.advice.reasons import Obstacle, Reason
from kring.core.methods.advice.situation import Setting, Situation
from kring.core.methods.advice.standing import current_method, feels_unsafe, is_beginning, level_of
from kring.core.methods.method import Exposure, Level, Method, QuestionKind


def why_not(situation: Situation, method: Method) -> Reason | None:
    """The first thing that stands in the way of a method now; none where it can be done."""
    return next(_obstacles(situation, method), None)


def _obstacles(situation: Situation, method: Method) -> Iterator[Reason]:
    """What can't be helped comes first, then what time and trust will mend, last what the circle said itself."""
    yield from _of_today(situation, method)
    yield from _of_the_question(situation, method)
    yield from _of_the_circle(situation, method)
    if method.id in situation.refused:
        yield Reason(Obstacle.REFUSED)


def _of_today(situation: Situation, method: Method) -> Iterator[Reason]:
    people, minutes = situation.people, situation.minutes
    if people < method.group.least:
        yield Reason(Obstacle.TOO_FEW, {"people": people, "least": method.group.least})
    if people > method.group.most:
        yield Reason(Obstacle.TOO_MANY, {"people": people, "most": method.group.most})
    least = minutes_of(method, people).least
    if minutes is not None and minutes < least:
        yield Reason(Obstacle.TOO_LONG, {"minutes": minutes, "least": least})
    if situation.setting is Setting.DAYS and has_role_play(method):
        yield Reason(Obstacle.NOT_IN_WRITING)


def _of_the_question(situation: Situation, method: Method) -> Iterator[Reason]:
    if situation.kinds and QuestionKind.SUCCESS not in situation.kinds and is_for_success_alone(method):
        yield Reason(Obstacle.ONLY_FOR_SUCCESS)


def _of_the_circle(situation: Situation, method: Method) -> Iterator[Reason]:
    # A circle that somebody started on a harder method may finish learning it, but an advanced one is never for beginners.
    is_learned = method.id == current_method(situation) and method.level is not Level.ADVANCED
    if harder(method.level, level_of(situation)) and not is_learned:
        yield Reason(Obstacle.CIRCLE_TOO_NEW)
    if method.level is Level.ADVANCED and situation.facilitator is Level.BEGINNER:
        yield Reason(Obstacle.FACILITATOR_TOO_NEW)
    if method.exposure is Exposure.HIGH:
        if feels_unsafe(situation):
            yield Reason(Obstacle.SAFETY_FIRST)
        if is_beginning(situation) and not is_learned:
            yield Reason(Obstacle.TRUST_FIRST)
