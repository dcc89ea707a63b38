"""Seeking circles that are worth adding, in steps small enough to stop between, and no further than the effort reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kring.core.circles.forming.kernels.columns import Limits, Small
from kring.core.circles.forming.kernels.pricing import Market, Reals, Roots, all_within, cheapest, tables
from kring.core.circles.forming.population import Part
from kring.core.circles.forming.seating import Places

WORTH = 1e-4  # points: a circle that gains less isn't added
NODES_AT_ONCE = 40_000  # between two questions whether to go on, or those of one root: tenths of a second


class Found(NamedTuple):
    """
    The best circle of each root, where one gains.

    Attributes:
        gains: Together, in points; not above zero.
        is_whole: Whether every root was searched to the end, so that no circle gains more.
    """

    circles: list[Places]
    gains: float
    is_whole: bool


class Seeker:
    """Looks through the circles of a block; `effort_left` is in candidates that may still be looked at."""

    def __init__(self, part: Part, limits: Limits, going: Callable[[], bool], effort: int) -> None:
        """Look once who fits whom."""
        self.limits, self.size, self.effort_left = limits, len(part.people), effort
        self._going = going
        fits, pairs = tables(part.block.people, limits)
        order: Small = np.argsort(fits.sum(1), kind="stable").astype(np.int32)
        self._market = Market(part.block.people, limits, fits, pairs, order, np.zeros(self.size))

    def best(self, prices: Reals, most_nodes: int) -> Found:
        """For each root the circle that gains most at these prices, after so many nodes at most."""
        market = self._market._replace(prices=prices)
        found = np.full((self.size, self.limits.size_max), -1, np.int32)
        gains, is_whole = np.full(self.size, -WORTH), True
        for roots in self._steps(most_nodes):
            looked_at = int(cheapest(market, roots, found, gains))
            is_whole &= looked_at >= 0
            self.effort_left -= abs(looked_at)
            if self.effort_left <= 0:
                is_whole = False
                break
        is_found = found[:, 0] >= 0
        return Found(_circles(found[is_found]), float(gains[is_found].sum()), is_whole and self._going())

    def all_within(self, prices: Reals, room: float, most: int, most_nodes: int) -> list[Places] | None:
        """Every circle that costs at most so much more than its prices; none where there are too many."""
        market = self._market._replace(prices=prices)
        found, filled = np.full((most, self.limits.size_max), -1, np.int32), 0
        for roots in self._steps(most_nodes):
            filled = int(all_within(market, roots, room, found, filled))
            if filled < 0:
                return None
        return _circles(found[:filled]) if self._going() else None

    def _steps(self, most_nodes: int) -> Iterator[Roots]:
        """As long as it goes on."""
        at_once = max(1, NODES_AT_ONCE // most_nodes)
        for size in range(self.limits.size_min, self.limits.size_max + 1):
            for begin in range(0, self.size, at_once):
                if not self._going():
                    return
                yield Roots(size, begin, min(begin + at_once, self.size), most_nodes)


def _circles(found: NDArray[np.int32]) -> list[Places]:
    return [tuple(sorted(place for place in row if place >= 0)) for row in found.tolist()]
