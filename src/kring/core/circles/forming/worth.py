"""
What a place is worth to each, in points: the prices of the linear programme over the circles found so far.

The programme is kept and each solve begins where the last one ended, which takes a tenth of a millisecond where beginning
anew takes five.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

import highspy
import numpy as np
from numpy.typing import NDArray

from kring.core.circles.forming.people import NOT_PLACED, SCALE
from kring.core.circles.forming.seating import Places

Reals = NDArray[np.float64]
SETTINGS: Mapping[str, object] = {
    "output_flag": False,
    "threads": 1,  # several would make another answer each time
    "parallel": "off",
    "presolve": "off",  # it would begin anew each time
    "solver": "simplex",
    "simplex_strategy": 4,  # primal: what was the answer still is one after circles came
}


class Worth:
    """A linear programme: everybody in circles that add up to one, or without one at a price."""

    def __init__(self, people: int) -> None:
        """Begin with nobody in any circle."""
        self._people, self._known = people, 0
        self._programme = highspy.Highs()
        for name, value in SETTINGS.items():
            self._programme.setOptionValue(name, value)
        each, none = np.arange(people, dtype=np.int32), np.zeros(0, np.int32)
        once = np.ones(people)
        self._programme.addRows(people, once, once, 0, np.zeros(people, np.int32), none, np.zeros(0))
        self._add(np.full(people, float(NOT_PLACED)), each, each)

    def of(self, circles: Mapping[Places, int]) -> tuple[float, Reals]:
        """
        The value of the programme, and what a place is worth to each.

        `circles` has what each costs, times `SCALE`: those of the last call and after them, in order, those that came.
        """
        new = list(islice(circles.items(), self._known, None))
        if new:
            lengths = [len(circle) for circle, _cost in new]
            places = np.array([place for circle, _cost in new for place in circle], np.int32)
            starts = np.cumsum([0, *lengths[:-1]]).astype(np.int32)
            self._add(np.array([cost for _circle, cost in new]) / SCALE, starts, places)
        self._known = len(circles)
        self._programme.run()
        prices = np.array(self._programme.getSolution().row_dual)
        return float(self._programme.getInfo().objective_function_value), prices

    def _add(self, cost: Reals, starts: NDArray[np.int32], places: NDArray[np.int32]) -> None:
        many = cost.size
        no_limit = np.full(many, highspy.kHighsInf)
        ones = np.ones(places.size)
        self._programme.addCols(many, cost, np.zeros(many), no_limit, places.size, starts, places, ones)
