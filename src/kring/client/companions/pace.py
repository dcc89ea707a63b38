"""How long companions take for things: as people do, or no time at all."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

Span = tuple[float, float]  # seconds, from and to


@dataclass(frozen=True, slots=True)
class Pace:
    """
    Seconds, from and to; where in between differs each time.

    Attributes:
        reading: Taking in what is new before reacting to it.
        thinking: Before taking the floor, or going on.
        speaking: Holding the floor.
        telling: Holding the floor with one's own case.
        a_letter: Writing one letter.
        quiet: Facilitator: how long nothing must have happened before going on.
        least_share: Facilitator: the share of its time that a phase gets where nobody says that it is over.
        looking: How often to look at the clock.
        alone: How long to wait for somebody who isn't a companion before leaving.
    """

    reading: Span
    thinking: Span
    speaking: Span
    telling: Span
    a_letter: float
    quiet: float
    least_share: float
    looking: float
    alone: float

    def write(self, text: str, chance: Random) -> float:
        """How long it takes to think of a text and write it down."""
        return chance.uniform(*self.thinking) + self.a_letter * len(text)


HUMAN = Pace(
    reading=(2.0, 5.0),
    thinking=(2.5, 7.0),
    speaking=(6.0, 12.0),
    telling=(12.0, 20.0),
    a_letter=0.06,
    quiet=15.0,
    least_share=0.5,
    looking=1.0,
    alone=600.0,
)
FAST = Pace(
    reading=(0.0, 0.0),
    thinking=(0.0, 0.0),
    speaking=(0.0, 0.0),
    telling=(0.0, 0.0),
    a_letter=0.0,
    quiet=0.12,
    least_share=0.0,
    looking=0.1,
    alone=60.0,
)
