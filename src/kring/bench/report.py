"""Figures and what they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Figures = dict[str, float | int | str]


@dataclass(frozen=True, slots=True)
class Goal:
    """
    What a figure should be.

    Attributes:
        most, least: The goal.
        bar: What it must not pass, where that is something else than the goal.
    """

    name: str
    most: float | None = None
    least: float | None = None
    bar: float | None = None

    def verdict(self, figure: float) -> str:
        """In a few words."""
        if self.most is not None and figure > self.most:
            within = self.bar is not None and figure <= self.bar
            return f"above the goal of {self.most:g}" + (
                f", within the bar of {self.bar:g}" if within else ""
            )
        if self.least is not None and figure < self.least:
            return f"below the goal of {self.least:g}"
        return f"goal: at most {self.most:g}" if self.most is not None else f"goal: at least {self.least:g}"


def as_table(figures: Figures, goals: Sequence[Goal]) -> str:
    """One figure a line, and what it is held against."""
    by_name = {goal.name: goal for goal in goals}
    width = max(len(name) for name in figures)
    lines = []
    for name, figure in figures.items():
        goal = by_name.get(name)
        verdict = f"   {goal.verdict(figure)}" if goal and not isinstance(figure, str) else ""
        lines.append(f"{name:<{width}}  {figure:>10}{verdict}")
    return "\n".join(lines)
