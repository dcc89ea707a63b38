"""From people with names to arrays, split into blocks: people who could never sit together are never looked at together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from kring.core.circles.forming.kernels.annealing import Block
from kring.core.circles.forming.kernels.columns import Columns, Ints, Limits, Small
from kring.core.circles.forming.kernels.near import near
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import MOST_KINDS, SCALE, Person, Rules, TooManyKinds
from kring.core.circles.forming.wishes import LAST_SEASON, SEASON_BEFORE, same_organisation, together

# Points for circles that are still too small, by size: two who sit together are nearer to a circle than two apart.
TOO_SMALL = (2_000, 3_200, 3_600)


class Part(NamedTuple):
    """
    A block with its people.

    Attributes:
        people: In the order of the arrays.
        block: The arrays, by place.
    """

    people: tuple[Person, ...]
    block: Block


def limits_of(rules: Rules) -> Limits:
    """The rules in whole numbers."""
    weights, before = rules.weights, together(rules)
    small = [*TOO_SMALL, *([TOO_SMALL[-1]] * rules.size_max)][: rules.size_max]
    return Limits(
        size_min=rules.size_min,
        size_max=rules.size_max,
        size_target=rules.size_target,
        slots_min=rules.common_slots_min,
        slots_wanted=rules.common_slots_wanted,
        seniority=weights.seniority,
        seniority_cap=rules.seniority_cap,
        same_team=weights.diversity,
        same_organisation=same_organisation(rules),
        goals=weights.goals,
        last_season=before.last_season,
        season_before=before.season_before,
        never=before.never,
        size=weights.size,
        slots=weights.slots,
        scale=SCALE,
        unplaced=np.array([0, *small], np.int64) * SCALE,
    )


def parts_of(
    people: Sequence[Person], rules: Rules, lineage: Lineage, *, seed: int | None = None
) -> list[Part]:
    """
    The blocks, the largest first; with a seed also who is near whom, which only annealing and freeing need.

    Raises:
        TooManyKinds: more different slots, languages or goals than fit.
    """
    families: dict[str, list[Person]] = {}
    for one in people:
        families.setdefault(rules.family_of(one.profession), []).append(one)
    masks = _Masks(people)
    limits = limits_of(rules)
    rows = sorted(families.values(), key=lambda row: (-len(row), row[0].id))
    return [_part(tuple(row), rules, lineage, masks, limits, seed) for row in rows]


class _Masks:
    """Which bit stands for what."""

    def __init__(self, people: Iterable[Person]) -> None:
        everybody = list(people)
        self.slots = _bits("slots", (one.slots for one in everybody))
        self.languages = _bits("languages", (one.languages for one in everybody))
        self.goals = _bits("goals", (one.goals for one in everybody))


def _bits(what: str, sets: Iterable[frozenset[str]]) -> dict[str, int]:
    names = sorted({name for row in sets for name in row})
    if len(names) > MOST_KINDS:
        raise TooManyKinds(what)
    return {name: 1 << place for place, name in enumerate(names)}


def _part(
    row: tuple[Person, ...], rules: Rules, lineage: Lineage, masks: _Masks, limits: Limits, seed: int | None
) -> Part:
    columns = _columns(row, rules, lineage, masks)
    if seed is None:
        nobody = np.empty((len(row), 0), np.int32)
        return Part(row, Block(columns, nobody, np.zeros(len(row), np.int32)))
    rows, counts = near(columns, limits, np.arange(len(row), dtype=np.int32), seed)
    return Part(row, Block(columns, rows, counts))


def _columns(row: Sequence[Person], rules: Rules, lineage: Lineage, masks: _Masks) -> Columns:
    def numbers(value: Callable[[Person], int]) -> Small:
        return np.array([value(one) for one in row], np.int32)

    def mask(kinds: dict[str, int], value: Callable[[Person], frozenset[str]]) -> Ints:
        return np.array([sum(kinds[name] for name in value(one)) for one in row], np.int64)

    apart_from, apart = _apart(row)
    return Columns(
        family=_codes([rules.family_of(one.profession) for one in row]),
        language=mask(masks.languages, lambda one: one.languages),
        region=_codes([one.region for one in row]),
        online=numbers(lambda one: int(one.online)),
        slots=mask(masks.slots, lambda one: one.slots),
        enter=numbers(lambda one: lineage.enter[one.id]),
        leave=numbers(lambda one: lineage.leave[one.id]),
        apart_from=apart_from,
        apart=apart,
        seniority=numbers(lambda one: one.seniority),
        team=_codes([(one.organisation, one.team) if one.team else None for one in row]),
        organisation=_codes([one.organisation or None for one in row]),
        goals=mask(masks.goals, lambda one: one.goals),
        last_season=_codes([_token(one, LAST_SEASON) for one in row]),
        season_before=_codes([_token(one, SEASON_BEFORE) for one in row]),
    )


def _codes(values: Sequence[object]) -> Small:
    """Equal values, equal numbers; nothing gets a number below zero that nobody shares."""
    known: dict[object, int] = {}
    codes = [
        -1 - place if value is None else known.setdefault(value, len(known))
        for place, value in enumerate(values)
    ]
    return np.array(codes, np.int32)


def _token(one: Person, season: str) -> str | None:
    return next((token for token in sorted(one.past) if token.startswith(season)), None)


def _apart(row: Sequence[Person]) -> tuple[Ints, Small]:
    """Not-with pairs both ways, row after row."""
    place = {one.id: k for k, one in enumerate(row)}
    pairs: list[set[int]] = [set() for _ in row]
    for k, one in enumerate(row):
        for other in one.not_with & place.keys():
            pairs[k].add(place[other])
            pairs[place[other]].add(k)
    starts = np.concatenate([[0], np.cumsum([len(pair) for pair in pairs])]).astype(np.int64)
    return starts, np.array([other for pair in pairs for other in sorted(pair)], np.int32)
