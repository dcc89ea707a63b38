"""What a companion remembers and has in mind: its own plans for this phase, made once and kept to."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from kring.client.companions.lines import Lines
from kring.client.companions.pace import Pace


@dataclass(slots=True)
class Mind:
    """
    One companion's.

    Attributes:
        chance: Its own dice: same seed, same companion.
        plans: What was decided once, by what it is about.
        turns: How often it took the floor, by moment.
    """

    lines: Lines
    pace: Pace
    chance: Random
    plans: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    spans: dict[str, float] = field(default_factory=dict)

    def plan(self, about: str, least: int, most: int) -> int:
        """A number for this, chosen once."""
        if about not in self.plans:
            self.plans[about] = self.chance.randint(least, most)
        return self.plans[about]

    def likely(self, about: str, share: float) -> bool:
        """Yes or no for this, chosen once; yes in this share of cases."""
        return self.plan(about, 1, 100) <= share * 100

    def span(self, about: str, span: tuple[float, float]) -> float:
        """How long to take for this, chosen once."""
        if about not in self.spans:
            self.spans[about] = self.chance.uniform(*span)
        return self.spans[about]
