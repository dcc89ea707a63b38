"""Whoever presses stop gets the best so far, also while a block is being solved to the end."""

from time import perf_counter

from kring.bench.peers import expressible
from kring.bench.population import population
from kring.core.circles.forming import exact
from kring.core.circles.forming.formed import Progress
from kring.core.circles.forming.forming import form
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import SCALE, Rules
from kring.core.circles.forming.population import Part, limits_of, parts_of
from kring.core.circles.forming.rules import broken

PATIENCE = 10.0  # seconds: far above what it takes, so that a busy machine doesn't matter


class Stopwatch:
    """Goes on for so many questions; the time runs from the last that was answered with yes."""

    def __init__(self, questions: int) -> None:
        self.left, self.since = questions, 0.0

    def goes_on(self) -> bool:
        self.left -= 1
        if self.left == 0:
            self.since = perf_counter()
        return self.left > 0

    @property
    def seconds(self) -> float:
        assert self.left <= 0, "it was never stopped"
        return perf_counter() - self.since


def alike(count: int) -> Part:
    """So many people of one profession who all fit each other: nothing takes longer to solve."""
    people = expressible(population(count * 4, 1), Rules())
    largest = parts_of(people, Rules(), Lineage(people))[0].people[:count]
    return parts_of(largest, Rules(), Lineage(largest), seed=1)[0]


def test_stopped_while_prices_are_sought_the_circles_are_those_so_far() -> None:
    part = alike(50)
    stopwatch = Stopwatch(500)

    solved = exact.solve(part, limits_of(Rules()), (), exact.TO_THE_END, going=stopwatch.goes_on)

    assert stopwatch.seconds < PATIENCE
    assert solved.bound is None or solved.bound < 50 * 3_000 * SCALE


def test_stopped_halfway_everybody_was_looked_at_and_the_rules_are_kept() -> None:
    people = expressible(population(150, 1), Rules())
    heard: list[Progress] = []
    stopped: list[float] = []

    def told(progress: Progress) -> None:
        heard.append(progress)
        if progress.has_answer and progress.share > 0.1 and not stopped:
            stopped.append(perf_counter())

    formed = form(people, Rules(), progress=told, stop=lambda: bool(stopped))

    assert perf_counter() - stopped[0] < PATIENCE
    assert not formed.is_whole
    by_id, lineage = {one.id: one for one in people}, Lineage(people)
    assert all(
        broken([by_id[one] for one in circle.members], lineage, Rules()) == () for circle in formed.circles
    )
