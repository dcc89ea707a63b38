"""
What is rather so, in points: lower is better. Whole numbers, so that any two programs agree to the last one.

The points of a circle are the sum over its members of the mean over their fellow members, so that a large circle isn't
punished for having more pairs; everything times `SCALE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from kring.core.circles.forming.people import SCALE, Person, Rules, Season
from kring.core.circles.forming.rules import common_slots

LAST_SEASON, SEASON_BEFORE = "s1:", "s2:"


class Cost(msgspec.Struct, frozen=True):
    """What a circle costs, wish by wish, times `SCALE`."""

    seniority: int = 0
    diversity: int = 0
    goals: int = 0
    repeat: int = 0
    size: int = 0
    slots: int = 0

    @property
    def total(self) -> int:
        """All wishes together."""
        return sum(msgspec.structs.astuple(self))

    def by_wish(self) -> dict[str, int]:
        """Each under its name."""
        return msgspec.structs.asdict(self)

    def plus(self, other: Cost) -> Cost:
        """Both, wish by wish."""
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Cost(*(one + another for one, another in pairs))


def cost_of(members: Sequence[Person], rules: Rules) -> Cost:
    """The points of a circle that keeps the rules; nothing for fewer than two, who have nobody to be compared with."""
    count, weights = len(members), rules.weights
    if count < 2:  # noqa: PLR2004 -- as the docstring says
        return Cost()
    mean = 2 * SCALE // (count - 1)
    pairs = [_pair(one, other, rules) for one, other in combinations(members, 2)]
    short = max(0, rules.common_slots_wanted - len(common_slots(members)))
    return Cost(
        seniority=mean * sum(pair[0] for pair in pairs),
        diversity=mean * sum(pair[1] for pair in pairs),
        goals=mean * sum(pair[2] for pair in pairs),
        repeat=mean * sum(pair[3] for pair in pairs),
        size=SCALE * count * weights.size * (count - rules.size_target) ** 2,
        slots=SCALE * count * weights.slots * short,
    )


def same_organisation(rules: Rules) -> int:
    """Points for two people of one organisation and different teams."""
    return round(rules.weights.diversity * rules.same_organisation_share)


class Together(msgspec.Struct, frozen=True):
    """Points for two people by when they sat together: last season, the season before, or in neither."""

    last_season: int
    season_before: int
    never: int


def together(rules: Rules) -> Together:
    """To mix, who sat together last season costs most; to keep, who didn't."""
    weight = rules.weights.repeat
    before = round(weight * rules.repeat_s2_share)
    if rules.season is Season.KEEP:
        return Together(0, weight - before, weight)
    return Together(weight, before, 0)


def _pair(one: Person, other: Person, rules: Rules) -> tuple[int, int, int, int]:
    """Seniority, diversity, goals and repeat of two people."""
    weights = rules.weights
    years = min(abs(one.seniority - other.seniority), rules.seniority_cap)
    both, either = len(one.goals & other.goals), len(one.goals | other.goals)
    return (
        weights.seniority * years // rules.seniority_cap,
        _closeness(one, other, rules),
        weights.goals - (weights.goals * both // either if either else 0),
        _seen_before(one, other, rules),
    )


def _closeness(one: Person, other: Person, rules: Rules) -> int:
    if one.team and (one.organisation, one.team) == (other.organisation, other.team):
        return rules.weights.diversity
    if one.organisation and one.organisation == other.organisation:
        return same_organisation(rules)
    return 0


def _seen_before(one: Person, other: Person, rules: Rules) -> int:
    points, shared = together(rules), one.past & other.past
    if any(token.startswith(LAST_SEASON) for token in shared):
        return points.last_season
    if any(token.startswith(SEASON_BEFORE) for token in shared):
        return points.season_before
    return points.never
