"""Where the time of a meeting went, from its plan and the time each phase really took."""

from __future__ import annotations

from collections.abc import Mapping

from kring.core.meetings.plan import Plan, PlannedPhase
from kring.core.methods.method import CardKind, Mode
from kring.core.vitality.history import Stretch, StretchTime

ARRIVAL = "arrival"  # the block in which people come in and catch up
_ASKING = frozenset(
    {Mode.QUESTION_AND_ANSWER, Mode.LISTED_QUESTIONS, Mode.INTERVIEW, Mode.STATEMENT_WHEN_ASKED}
)


def stretches_of(plan: Plan, used_seconds: Mapping[int, float]) -> tuple[StretchTime, ...]:
    """
    One row for each stretch that the plan has.

    Args:
        plan: What was planned.
        used_seconds: By the number of the phase, all its rounds together; a phase that was skipped counts as nothing.
    """
    planned = dict.fromkeys(Stretch, 0)
    used = dict.fromkeys(Stretch, 0.0)
    for number, phase in enumerate(plan.phases):
        stretch = stretch_of(phase)
        planned[stretch] += phase.seconds
        used[stretch] += used_seconds.get(number, 0.0)
    return tuple(
        StretchTime(stretch, planned[stretch], int(used[stretch] + 0.5))  # half up, as in the browser
        for stretch in Stretch
        if planned[stretch] > 0 or used[stretch] > 0
    )


def stretch_of(planned: PlannedPhase) -> Stretch:
    """What a phase is for, told from how the floor is held and what is written; where both are in it, it is advice."""
    if planned.block == ARRIVAL:
        return Stretch.SMALL_TALK
    if not planned.of_method:
        return Stretch.OTHER
    phase = planned.phase
    kinds = {slot.kind for slot in phase.writing}
    if CardKind.ADVICE in kinds:
        return Stretch.ADVICE
    if phase.floor.mode in _ASKING or phase.floor.question_only or CardKind.QUESTION in kinds:
        return Stretch.QUESTIONS
    return Stretch.OTHER
