"""
What can be told of a method from its phases alone: how long for a whole circle, how quiet, and what it needs.

Nothing here stands in a method's file. Minutes are the usual ones of an unhurried meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from kring.core.methods.method import Method, Mode, Phase, Place, Role


class Sound(Enum):
    """How a phase sounds: one voice, voices in an order, voices as they come, or none."""

    ONE_VOICE = "one_voice"
    IN_TURN = "in_turn"
    FREE = "free"
    SILENCE = "silence"


class Mood(Enum):
    """Whether a method is rather listened and written, rather talked, or both."""

    QUIET = "quiet"
    MIXED = "mixed"
    LIVELY = "lively"


_SOUNDS = {
    Mode.MONOLOGUE: Sound.ONE_VOICE,
    Mode.INTERVIEW: Sound.ONE_VOICE,
    Mode.ROUND_ROBIN: Sound.IN_TURN,
    Mode.QUESTION_AND_ANSWER: Sound.IN_TURN,
    Mode.LISTED_QUESTIONS: Sound.IN_TURN,
    Mode.STATEMENT_WHEN_ASKED: Sound.IN_TURN,
    Mode.OPEN_FLOOR: Sound.FREE,
    Mode.ROLE_PLAY: Sound.FREE,
    Mode.SMALL_GROUPS: Sound.FREE,
    Mode.SILENT_WRITING: Sound.SILENCE,
    Mode.STILLNESS: Sound.SILENCE,
    Mode.REVEAL: Sound.SILENCE,
    Mode.RATING: Sound.SILENCE,
    Mode.VOTE: Sound.SILENCE,
}

# Silence calms a room wholly, one voice to which the others listen by half, free talk stirs it as much.
_CALM = {Sound.SILENCE: 1.0, Sound.ONE_VOICE: 0.5, Sound.IN_TURN: 0.0, Sound.FREE: -1.0}
_QUIET_FROM, _LIVELY_UPTO = 0.2, -0.15  # shares of the time; they part the shipped methods in three
MOST_SLOTS_AT_ONCE = 3  # boxes that a small screen shows together with what one has to do


def sound_of(phase: Phase) -> Sound:
    """How this phase sounds."""
    return _SOUNDS[phase.floor.mode]


def mood_of(method: Method) -> Mood:
    """
    Quiet, lively or some of both, by the minutes of each sound.

    Silence counts for quiet wholly and one voice by half, free talk counts for lively wholly; questions and
    rounds count for neither.
    """
    calm = sum(_CALM[sound_of(phase)] * phase.minutes.usual for phase in method.phases)
    share = calm / method.usual_minutes
    if share >= _QUIET_FROM:
        return Mood.QUIET
    return Mood.LIVELY if share <= _LIVELY_UPTO else Mood.MIXED


def goes_round(method: Method) -> bool:
    """Whether everybody brings a case in turn, within one method."""
    return any(phase.next_presenter is not None for phase in method.phases)


def minutes_with(method: Method, people: int) -> int:
    """The minutes until everybody has been the presenter; for a method with one presenter the usual ones."""
    times = times_through(method.phases, people)
    return sum(phase.minutes.usual * often for phase, often in zip(method.phases, times, strict=True))


def times_through(phases: Sequence[Phase], people: int) -> list[int]:
    """How often each phase is gone through when so many people can present: once, or once for each presenter."""
    times, ids = [1] * len(phases), [phase.id for phase in phases]
    for number, phase in enumerate(phases):
        way = phase.next_presenter
        if way is not None and way.to in ids[: number + 1]:
            first = number - ids[number::-1].index(way.to)
            times[first : number + 1] = [way.times(people)] * (number + 1 - first)
    return times


def minutes_at_least(method: Method) -> int:
    """The same for the smallest circle that the method allows."""
    return minutes_with(method, method.group.least)


def works_on_phone(method: Method) -> bool:
    """
    Whether a phone is enough for everybody.

    Not where somebody has more than three boxes to write in at once, and not where people act a part: they
    stand up and have their hands free.
    """
    return not any(
        bool(phase.parts)
        or any(sum(role in slot.by for slot in phase.writing) > MOST_SLOTS_AT_ONCE for role in Role)
        for phase in method.phases
    )


def works_on_paper(method: Method) -> bool:
    """
    Whether printed sheets, pens and a watch are enough.

    Not where cards come to the table without a name: a handwriting tells whose they are.
    """
    return all(slot.named for phase in method.phases for slot in phase.writing)


def speaking_minutes(method: Method, role: Role) -> int:
    """How long this role may speak, or answers."""
    return _minutes(
        phase
        for phase in method.phases
        if (role in phase.floor.speakers or role is phase.floor.answered_by) and role not in phase.silent
    )


def minutes_apart(method: Method) -> int:
    """How long the presenter is turned away or out of the room."""
    return _minutes(phase for phase in method.phases if phase.presenter_place is not Place.IN_THE_CIRCLE)


def writing_of(method: Method, role: Role) -> int:
    """How many kinds of cards this role writes."""
    return sum(role in slot.by for phase in method.phases for slot in phase.writing)


def _minutes(phases: Iterable[Phase]) -> int:
    return sum(phase.minutes.usual for phase in phases)
