"""Draws for made-up people: built on one function of `random` alone, so that a seed means the same in every Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """One stream of draws, named by what it is for."""

    def __init__(self, *key: object) -> None:
        """Begin the stream of that name."""
        self._random = Random("/".join(str(part) for part in key))

    def share(self) -> float:
        """From 0 up to 1."""
        return self._random.random()

    def chance(self, share: float) -> bool:
        """Whether it happens."""
        return self.share() < share

    def below(self, most: int) -> int:
        """A whole number from 0."""
        return min(int(self.share() * most), most - 1)

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + self.below(most - least + 1)

    def pick(self, row: Sequence[T]) -> T:
        """One of a row."""
        return row[self.below(len(row))]

    def weighted(self, row: Sequence[T], weights: Sequence[float]) -> T:
        """One of a row, the heavier the more often."""
        left = self.share() * sum(weights)
        for item, weight in zip(row, weights, strict=True):
            left -= weight
            if left < 0:
                return item
        return row[-1]

    def shuffled(self, row: Iterable[T]) -> list[T]:
        """In another order."""
        answer = list(row)
        for last in range(len(answer) - 1, 0, -1):
            other = self.below(last + 1)
            answer[last], answer[other] = answer[other], answer[last]
        return answer

    def sample(self, row: Iterable[T], many: int) -> list[T]:
        """So many of a row."""
        return self.shuffled(row)[:many]
