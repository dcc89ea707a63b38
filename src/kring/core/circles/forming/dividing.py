"""
Dividing people over circles: the rules kept without exception, the wishes as well as can be.

First everybody gets a quick answer, so that there is one to stop at. Then blocks are looked at by themselves, two at a
time: a small one is solved to the end, with proof; a larger one is annealed, and bettered by freeing a few circles at a
time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from kring.core.circles.forming import exact
from kring.core.circles.forming.asking import reasons
from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.facilitators import with_facilitators
from kring.core.circles.forming.formed import Block, Formed, Progress
from kring.core.circles.forming.kernels.columns import Limits
from kring.core.circles.forming.neighbourhoods import Neighbourhoods, rounds_for
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Circle, Person, Rules
from kring.core.circles.forming.population import Part, limits_of, parts_of
from kring.core.circles.forming.seating import Places, annealed, cost_of_all, nobody_seated, proposals_each
from kring.core.circles.forming.watching import Watch
from kring.core.circles.forming.wishes import cost_of

SMALL = 60  # people: up to here a block is solved to the end
BOUNDED = 300  # people: up to here a bound is worked out
QUICK, QUICK_FOR_MANY = 400, 100  # proposals for each person of the first answer
ENOUGH = 2_000  # proposals for each person of a small block: only a beginning, since the rest is solved
MANY = 5_000  # people
AT_ONCE = 2


def divided(
    people: Sequence[Person],
    rules: Rules,
    *,
    seed: int,
    locked: Iterable[Circle],
    facilitators: bool,
    progress: Callable[[Progress], object],
    stop: Callable[[], bool],
) -> Formed:
    """See `forming.form`."""
    everybody = Everybody(sorted(people, key=lambda one: one.id), rules)
    kept = tuple(locked)
    held = {member for circle in kept for member in circle.members}
    free = [one for one in everybody.by_id.values() if one.id not in held]
    parts, limits = parts_of(free, rules, everybody.lineage, seed=seed), limits_of(rules)
    watch = Watch([len(part.people) for part in parts], progress, stop)
    tasks = [
        _Task(part, limits, number, len(everybody.by_id), seed, watch) for number, part in enumerate(parts)
    ]
    with ThreadPoolExecutor(AT_ONCE) as workers:
        list(workers.map(_Task.begin, tasks))
        list(workers.map(_Task.better, tasks))
    rows = sorted(row for task in tasks for row in task.rows())
    circles = (*kept, *(Circle(row) for row in rows))
    if facilitators:
        circles = with_facilitators(circles, everybody)
    placed = held.union(*rows)
    left = [one for one in everybody.by_id if one not in placed]
    blocks = tuple(task.block(rules) for task in tasks)
    locked_cost = sum(cost_of(everybody.of(circle.members), rules).total for circle in kept)
    why = reasons(left, circles, everybody, going=watch.goes_on)
    watch.finish()
    return Formed(
        circles=circles,
        left_out=why,
        people=len(everybody.by_id),
        cost=locked_cost + sum(block.cost for block in blocks),
        blocks=blocks,
        is_whole=watch.goes_on(),
    )


class _Task:
    """One block on its way."""

    def __init__(
        self, part: Part, limits: Limits, number: int, together: int, seed: int, watch: Watch
    ) -> None:
        self.part, self.limits, self.number = part, limits, number
        self.together, self.seed, self.watch = together, seed, watch
        self.circles: tuple[Places, ...] = ()
        self.bound: int | None = None
        self.people = len(part.people)

    def begin(self) -> None:
        """A first answer; not stopped, since it takes a moment."""
        if self.people < self.limits.size_min:
            self.bound = self.people * NOT_PLACED * SCALE
        else:
            each = QUICK if self.people <= MANY else QUICK_FOR_MANY
            self._take(self._annealed(each, self.seed, told=lambda _share: True))
        self.watch.has_begun(self.number, placed=self._placed())

    def better(self) -> None:
        """As good as can be."""
        if self.people >= self.limits.size_min and self.watch.goes_on():
            if self.people <= SMALL:
                self._solve()
            else:
                self._search()
        self._tell(1.0)

    def _solve(self) -> None:
        self._take(self._annealed(ENOUGH, self.seed, told=self._part_of(0.0, 0.2)))
        if self.watch.goes_on():
            effort = exact.ALONE if self.together <= SMALL else exact.TO_THE_END
            solved = exact.solve(self.part, self.limits, self.circles, effort, going=self.watch.goes_on)
            self.circles, self.bound = solved.circles, solved.bound

    def _search(self) -> None:
        proposals = proposals_each(self.together)
        self._take(self._annealed(proposals, self.seed, told=self._part_of(0.0, 0.5)))
        around = Neighbourhoods(self.part, self.limits, self.circles, seed=self.seed)
        around.better(rounds_for(self.together), told=self._part_of(0.5, 0.8), going=self.watch.goes_on)
        self._take(around.circles)
        if self.people <= BOUNDED and self.watch.goes_on():
            solved = exact.solve(
                self.part, self.limits, self.circles, exact.FOR_THE_BOUND, going=self.watch.goes_on
            )
            self.circles, self.bound = solved.circles, solved.bound

    def _annealed(self, proposals: int, seed: int, told: Callable[[float], bool]) -> list[Places]:
        return annealed(
            self.part,
            self.limits,
            nobody_seated(self.part, self.limits),
            proposals=proposals * self.people,
            seed=seed,
            told=told,
        )

    def _take(self, circles: Sequence[Places]) -> None:
        """The better of two answers."""
        if not self.circles or self._cost(circles) < self._cost(self.circles):
            self.circles = tuple(circles)

    def _cost(self, circles: Sequence[Places]) -> int:
        return cost_of_all(self.part, self.limits, circles)

    def _part_of(self, begin: float, end: float) -> Callable[[float], bool]:
        return lambda share: self._tell(begin + (end - begin) * share)

    def _tell(self, share: float) -> bool:
        return self.watch.told(self.number, share, placed=self._placed())

    def _placed(self) -> int:
        return sum(len(circle) for circle in self.circles)

    def rows(self) -> list[tuple[str, ...]]:
        """The circles, by id."""
        return [tuple(self.part.people[place].id for place in circle) for circle in self.circles]

    def block(self, rules: Rules) -> Block:
        """What came of it."""
        return Block(
            professions=tuple(sorted({one.profession for one in self.part.people})),
            people=self.people,
            circles=len(self.circles),
            unplaced=self.people - self._placed(),
            cost=self._cost(self.circles),
            bound=self.bound,
        )
