"""By which rules a programme's circles are formed, as values and in words."""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any

import msgspec

from kring.core.circles.forming.people import Rules, Weights
from kring.web.enrolment.queries.seating import to_seat
from kring.web.programmes.models import Programme

WISHES = ("seniority", "diversity", "goals", "repeat")
NORMAL = 2
LEVELS = (0, 1, NORMAL, 4)  # how often a wish counts: not, a little, normally, heavily
ALL_TOGETHER = 1_000  # points of the four wishes: `Weights` says so


def rules_of(programme: Programme) -> Rules:
    """The usual, but for what the organiser chose."""
    return msgspec.convert(programme.rules, Rules)


def weights_of(levels: Mapping[str, int]) -> dict[str, int]:
    """Points by wish, out of how heavily each counts beside the others."""
    whole = sum(levels.values())
    return {wish: ALL_TOGETHER * level // whole if whole else 0 for wish, level in levels.items()}


def levels_of(weights: Weights) -> dict[str, int]:
    """How heavily each wish counts; the usual where no choice gives these points."""
    points = tuple(getattr(weights, wish) for wish in WISHES)
    return dict(zip(WISHES, _levels_by_points().get(points, (NORMAL,) * len(WISHES)), strict=True))


@cache
def _levels_by_points() -> dict[tuple[int, ...], tuple[int, ...]]:
    found: dict[tuple[int, ...], tuple[int, ...]] = {}
    for levels in sorted(product(LEVELS, repeat=len(WISHES)), key=lambda row: row.count(NORMAL)):
        found[tuple(weights_of(dict(zip(WISHES, levels, strict=True))).values())] = levels
    return found  # of those that come to the same, the one with most that count normally


def professions_of(programme: Programme) -> list[str]:
    """What those who look for a circle do, as forming knows it."""
    named = to_seat(programme).order_by().values_list("profession", flat=True).distinct()
    return sorted({profession.casefold() for profession in named})


def initial_of(programme: Programme) -> dict[str, Any]:
    """The rules, as the form shows them."""
    rules = rules_of(programme)
    sizes = ("size_min", "size_target", "size_max", "common_slots_min", "common_slots_wanted")
    return {
        **{name: getattr(rules, name) for name in sizes},
        **levels_of(rules.weights),
        "season": rules.season.value,
        "corresponding": "\n".join(", ".join(row) for row in rules.corresponding),
    }
