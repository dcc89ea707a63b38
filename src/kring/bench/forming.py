"""
`kring bench forming`: made-up people divided over circles, and looked at by the independent checker.

Each size is done by a process of its own, so that the memory is that of this size alone. The compiled search is warm: the
first time on a machine takes about half a minute more.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter, process_time
from types import MappingProxyType

import msgspec

from kring.bench.peers import beside, expressible
from kring.bench.population import KINDS, population
from kring.bench.report import Figures, Goal
from kring.core.circles.checker import check
from kring.core.circles.forming.formed import Progress
from kring.core.circles.forming.forming import form
from kring.core.circles.forming.kernels.placing import all_placeable
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import SCALE, Person, Rules
from kring.core.circles.forming.population import limits_of, parts_of
from kring.core.circles.forming.tables import answer_rows, as_row
from kring.core.circles.forming.telling import points_each

EVERYBODY = "everybody"  # no times, places or languages that keep people apart: all of a profession fit
PRESETS = (*KINDS, EVERYBODY)
SEEDS = range(1, 21)
QUICK = ((40, "normal", 1), (400, "normal", 1))
MORE = (
    (40, "tight", 1),
    *((400, "normal", seed) for seed in (2, 3)),
    *((400, "tight", seed) for seed in (1, 2, 3)),
    (400, EVERYBODY, 1),
    *((4_000, kind, 1) for kind in ("normal", "tight")),
    (40_000, "normal", 1),
)
BESIDE_PEERS = (40, 400)
SEED = 1
KILOBYTE = 1024

MOST: Mapping[int, Mapping[str, float]] = MappingProxyType(
    {
        40: {"broken": 0, "gap_percent": 0, "seconds": 5},
        400: {"broken": 0, "gap_percent": 2.5, "first_seconds": 1, "seconds": 20, "megabytes": 500},
        4_000: {"broken": 0, "gap_percent": 5, "first_seconds": 5, "seconds": 120, "megabytes": 1_000},
        40_000: {"broken": 0, "seconds": 900, "megabytes": 3_000},
    }
)
GOALS = tuple(
    Goal(f"{count}_{kind}_{seed}_{what}", most=most)
    for count, goals in MOST.items()
    for kind in PRESETS
    for seed in SEEDS
    for what, most in goals.items()
)


class Chosen(msgspec.Struct, frozen=True):
    """Other populations than those of a whole run; what is left out is taken as there."""

    people: tuple[int, ...] = ()
    presets: tuple[str, ...] = ()
    seeds: tuple[int, ...] = ()
    peers: bool | None = None

    def cases(self, *, quick: bool) -> Iterator[tuple[int, str, int]]:
        """Each with how many people, which kind and which seed."""
        if not (self.people or self.presets or self.seeds):
            yield from (*QUICK, *(() if quick else MORE))
            return
        for count in self.people or BESIDE_PEERS:
            for kind in self.presets or ("normal",):
                yield from ((count, kind, seed) for seed in self.seeds or (SEED,))

    def beside(self, *, quick: bool) -> tuple[int, ...]:
        """How many people to give to other programs too."""
        wanted = not quick and not (self.people or self.presets or self.seeds)
        wanted = wanted if self.peers is None else self.peers
        return (
            tuple(count for count in self.people or BESIDE_PEERS if count in BESIDE_PEERS) if wanted else ()
        )


def measure(*, quick: bool, chosen: Chosen | None = None) -> Figures:
    """Each population once; the large ones only where there is time."""
    figures: Figures = {}
    chosen = chosen or Chosen()
    for count, kind, seed in chosen.cases(quick=quick):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as own:
            own.submit(_divided, 40, "easy", SEED).result()  # so that what is compiled is loaded
            figures |= {
                f"{count}_{kind}_{seed}_{what}": figure
                for what, figure in own.submit(_divided, count, kind, seed).result().items()
            }
    for count in chosen.beside(quick=quick):
        figures |= beside(population(count, SEED), Rules(), f"{count}_beside")
    return figures


def _people(count: int, kind: str, seed: int, rules: Rules) -> list[Person]:
    if kind == EVERYBODY:
        return expressible(population(count, seed), rules)
    return population(count, seed, kind)


def _divided(count: int, kind: str, seed: int) -> Mapping[str, float]:
    rules = Rules()
    people = _people(count, kind, seed, rules)
    heard: list[float] = []
    begun, used = perf_counter(), process_time()

    def told(progress: Progress) -> None:
        if progress.has_answer and not heard:
            heard.append(perf_counter() - begun)

    formed = form(people, rules, seed=SEED, progress=told)
    seconds, cpu = perf_counter() - begun, process_time() - used
    placed = answer_rows(formed.circles, dict.fromkeys(formed.unplaced, "-"))
    verdict = check([as_row(one) for one in people], msgspec.to_builtins(rules), placed)
    if verdict.cost != formed.cost:
        raise AssertionError(f"the checker adds up to {verdict.cost}, the search to {formed.cost}")
    figures: dict[str, float] = {
        "broken": len(verdict.broken),
        "unplaced": len(formed.unplaced),
        "unplaceable": _unplaceable(people, rules),
        "points_each": round(points_each(formed), 2),
        "bounded_people": formed.bounded_people,
        "bound_each": round(formed.bound / SCALE / max(1, formed.bounded_people), 2),
        "first_seconds": round(heard[0], 2),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTE),
    }
    if formed.gap is not None:
        figures["gap_percent"] = round(100 * formed.gap, 2)
    return figures


def _unplaceable(people: list[Person], rules: Rules) -> int:
    """How many no circle at all could hold: searched to the end."""
    limits = limits_of(rules)
    parts = parts_of(people, rules, Lineage(people))
    return sum(int((~all_placeable(part.block.people, limits)).sum()) for part in parts)
