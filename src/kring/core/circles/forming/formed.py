"""What comes of forming, and what is told while it goes on: plain values, fit to go from one process to another."""

from __future__ import annotations

import msgspec

from kring.core.circles.forming.people import Circle
from kring.core.circles.forming.reasons import Reason


class Progress(msgspec.Struct, frozen=True):
    """
    How far it is.

    Attributes:
        share: From 0 to 1; it never goes back.
        people: How many are to be divided; those in locked circles aren't among them.
        placed: How many of them have a circle in the best answer so far.
        has_answer: Whether that answer is about everybody: from here on stopping costs nothing but quality.
    """

    share: float
    people: int
    placed: int
    has_answer: bool


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """
    People who could come to sit together, divided by themselves.

    Attributes:
        professions: In order; more than one where they correspond.
        cost: What they cost here, those without a circle included; times `SCALE`.
        bound: No division of them costs less, times `SCALE`; none where that wasn't worked out.
    """

    professions: tuple[str, ...]
    people: int
    circles: int
    unplaced: int
    cost: int
    bound: int | None

    @property
    def is_best(self) -> bool:
        """Whether it is proven that it can't be better."""
        return self.bound == self.cost

    @property
    def gap(self) -> float | None:
        """How far above the bound it is at most, as a share."""
        return None if self.bound is None else gap_of(self.cost, self.bound)


class Formed(msgspec.Struct, frozen=True, kw_only=True):
    """
    What came of it.

    Attributes:
        circles: Locked ones first, in the order in which they came.
        left_out: Why somebody has no circle, one reason for each, in the order of their ids.
        people: How many there were in all.
        cost: Of everybody, times `SCALE`; those without a circle included.
        blocks: The largest first; locked circles are in none.
        is_whole: Whether it ran to the end; otherwise it was stopped.
    """

    circles: tuple[Circle, ...]
    left_out: tuple[Reason, ...]
    people: int
    cost: int
    blocks: tuple[Block, ...]
    is_whole: bool

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The ids of those without a circle."""
        return tuple(reason.who for reason in self.left_out)

    @property
    def bounded(self) -> tuple[Block, ...]:
        """The blocks that have a bound."""
        return tuple(block for block in self.blocks if block.bound is not None)

    @property
    def bounded_people(self) -> int:
        """How many people stand in those."""
        return sum(block.people for block in self.bounded)

    @property
    def bound(self) -> int:
        """No division of those people costs less, times `SCALE`."""
        return sum(block.bound or 0 for block in self.bounded)

    @property
    def bounded_cost(self) -> int:
        """What they cost here."""
        return sum(block.cost for block in self.bounded)

    @property
    def gap(self) -> float | None:
        """How far above the bound it is at most, as a share; none where nothing has a bound."""
        return gap_of(self.bounded_cost, self.bound) if self.bounded else None


def gap_of(cost: int, bound: int) -> float:
    """What lies between, as a share of the bound."""
    return (cost - bound) / bound if bound else 0.0
