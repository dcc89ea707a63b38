"""Which of many circles to have: everybody in one of them or in none, at the least cost. CP-SAT chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event, Thread

import msgspec
import numpy as np
from ortools.sat.python import cp_model

from kring.core.circles.forming.people import NOT_PLACED
from kring.core.circles.forming.seating import Places

ASKED_EVERY = 0.2  # seconds between two questions whether to go on


class Chosen(msgspec.Struct, frozen=True):
    """
    The circles to have.

    Attributes:
        circles: None where nothing was found.
        bound: No choice of these circles costs less, in points.
    """

    circles: tuple[Places, ...] | None
    bound: float


def choose(
    cost: Mapping[Places, int],
    people: int,
    *,
    scale: int,
    known: Sequence[Places],
    effort: float,
    going: Callable[[], bool],
) -> Chosen:
    """
    Pick whole circles out of those with a cost, which is times `scale`.

    What is `known` is the hint. `effort` is in the solver's own deterministic seconds: the same on every machine.
    """
    model, hinted = cp_model.CpModel(), set(known)
    chosen = {circle: model.new_bool_var("") for circle in cost}
    left = [model.new_bool_var("") for _ in range(people)]
    covering: list[list[cp_model.IntVar]] = [[one] for one in left]
    for circle, variable in chosen.items():
        model.add_hint(variable, circle in hinted)
        for place in circle:
            covering[place].append(variable)
    for row in covering:
        model.add_exactly_one(row)
    model.minimize(
        cp_model.LinearExpr.weighted_sum(list(chosen.values()), list(cost.values()))
        + NOT_PLACED * scale * cp_model.LinearExpr.sum(left)
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # several would make another answer each time
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    with _stopped_by(solver, going):
        status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Chosen(None, -np.inf)
    circles = tuple(sorted(circle for circle, variable in chosen.items() if solver.boolean_value(variable)))
    return Chosen(circles, solver.best_objective_bound / scale)


@contextmanager
def _stopped_by(solver: cp_model.CpSolver, going: Callable[[], bool]) -> Iterator[None]:
    """Have the solver stop where it isn't `going` on any more."""
    is_over = Event()

    def watch() -> None:
        while not is_over.wait(ASKED_EVERY):
            if not going():
                solver.stop_search()
                return

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()
