"""What the adviser is told: the question, the time and the people of today, and where the circle has been."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kring.core.methods.method import Level, QuestionKind

SCALE = range(1, 6)  # the two questions of the evaluation are answered from 1 to 5
LOW = 2  # from here down members say it out loud: three is the cross of whoever doesn't want to say


class Familiarity(Enum):
    """How many members say that they know the current method by heart."""

    NONE = "none"
    SOME = "some"
    MOST = "most"


class Setting(Enum):
    """Where people are: in one room, each behind a screen, or writing over days."""

    ONE_ROOM = "one_room"
    ONLINE = "online"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class PastMeeting:
    """A meeting of this circle: by which method, and when."""

    method: str
    when: date


@dataclass(frozen=True, slots=True)
class Evaluation:
    """
    What members said after the last meeting, on average, from 1 to 5.

    Attributes:
        depth: Whether it went below the surface; none if nobody said.
        safety: Whether one could say what mattered; none if nobody said.

    Raises:
        ValueError: a number outside the scale.
    """

    depth: int | None = None
    safety: int | None = None

    def __post_init__(self) -> None:
        for told in (self.depth, self.safety):
            if told is not None and told not in SCALE:
                raise ValueError(f"an evaluation runs from {SCALE[0]} to {SCALE[-1]}, and this says {told}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """
    Everything that the advice rests on.

    Attributes:
        kinds: What kind of question is brought, the most telling first; empty if nobody knows yet.
        minutes: For the method alone, without arrival, look-back and closing; none where no clock runs (days).
        people: Everybody who takes part, presenter and facilitator included.
        history: The circle's meetings in any order; the latest says which method is the current one.
        familiarity: With that current method.
        facilitator: How much leading whoever facilitates has behind them.
        refused: Methods that the circle doesn't want now, by id.
    """

    kinds: tuple[QuestionKind, ...] = ()
    minutes: int | None
    people: int
    history: tuple[PastMeeting, ...] = ()
    familiarity: Familiarity = Familiarity.NONE
    facilitator: Level = Level.BEGINNER
    evaluation: Evaluation = field(default_factory=Evaluation)
    refused: frozenset[str] = frozenset()
    setting: Setting = Setting.ONE_ROOM
