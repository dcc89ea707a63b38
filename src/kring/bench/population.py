"""
Made-up people who look like those of Dutch organisations: teams under managers under managers, professions that come in
teams, shift work, part-time weeks, earlier circles, and a few who would rather not sit with somebody.

The same number, seed and kind give the same people everywhere. Not real: one language dominates, and earlier circles are
drawn within profession and region.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kring.bench.draws import Draw
from kring.core.circles.forming.people import Person

DAYS = ("mon", "tue", "wed", "thu", "fri")
STARTS = ("09", "11", "13", "15", "19")
GOALS = tuple(f"g{number:02}" for number in range(1, 17))
REGIONS = tuple(f"R{number:02}" for number in range(1, 13))


@dataclass(frozen=True, slots=True)
class Field:
    """A profession: its share of people, whether it works in shifts, and its functions."""

    share: int
    in_shifts: bool
    functions: tuple[str, ...]


PROFESSIONS: Mapping[str, Field] = MappingProxyType(
    {
        "nursing": Field(24, True, ("ward", "district", "mental-health")),
        "social": Field(16, False, ("youth", "debt", "neighbourhood")),
        "teaching": Field(16, False, ("primary", "secondary", "vocational")),
        "medical": Field(9, True, ("gp", "hospital", "elderly")),
        "psychology": Field(7, False, ("basic", "clinical")),
        "therapy": Field(6, False, ("physio", "speech", "occupational")),
        "policy": Field(8, False, ("local", "care", "education")),
        "hr": Field(5, False, ("adviser", "coach")),
        "it": Field(5, False, ("development", "support")),
        "legal": Field(4, False, ("civil", "youth-law")),
    }
)
MANAGEMENT, LEVELS = "management", ("team-lead", "department-head", "director")


@dataclass(frozen=True, slots=True)
class Kind:
    """How hard it is: shares of free times, of people who can be online, who exclude somebody, who have no times."""

    free: float
    online: float
    not_with: float
    blank: float


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "easy": Kind(0.85, 0.90, 0.01, 0.000),
        "normal": Kind(0.70, 0.70, 0.03, 0.004),
        "tight": Kind(0.52, 0.55, 0.08, 0.015),
    }
)


@dataclass(slots=True)
class _Somebody:
    """A person in the making; others are known by their place in the list."""

    organisation: str
    team: str
    unit: tuple[str, int]
    manager: int | None
    profession: str
    function: str
    region: str
    seniority: int
    slots: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    online: bool = False
    capacity: int = 0
    past: list[str] = field(default_factory=list)
    not_with: set[int] = field(default_factory=set)


def population(count: int, seed: int, kind: str = "normal") -> list[Person]:
    """So many people; at least eight."""
    how, draw = KINDS[kind], Draw("people", count, seed, kind)
    people: list[_Somebody] = []
    for number, size in enumerate(_sizes(count, draw), 1):
        _add_organisation(f"O{number:02}", size, draw, people)
    _draw_lives(people, how, draw)
    _draw_seasons(people, draw)
    _draw_exclusions(people, how, draw)
    order = draw.shuffled(range(count))
    ids = {place: f"P{number:06}" for number, place in enumerate(order, 1)}
    return [_person(people[place], place, ids) for place in order]


def _sizes(count: int, draw: Draw) -> list[int]:
    """Of organisations: a few large, many small, one for some 400 people."""
    many = max(1, min(60, round(count / 400))) if count > 60 else 1  # noqa: PLR2004 -- below this one employer
    weights = [1.0 / (number + 1) ** 0.7 * (0.6 + 0.8 * draw.share()) for number in range(many)]
    sizes = [max(8, int(count * weight / sum(weights))) for weight in weights]
    sizes[0] += count - sum(sizes)
    if sizes[0] < 8:  # noqa: PLR2004 -- as above: nobody is left for the first
        sizes = [count // many] * many
        sizes[0] += count - sum(sizes)
    return sizes


def _add_organisation(name: str, size: int, draw: Draw, people: list[_Somebody]) -> None:
    """Teams of 5 to 14 with a lead, leads under heads with a span of 4 to 8, one at the top."""
    home = draw.sample(REGIONS, 1 + min(3, size // 150))
    own = draw.sample(PROFESSIONS, 3 + min(5, size // 120))
    shares = [PROFESSIONS[profession].share for profession in own]
    teams: list[tuple[int, int, str, str]] = []
    left = size
    while left > 0:
        many = min(left, draw.between(5, 14))
        if 0 < left - many < 5:  # noqa: PLR2004 -- too few for a team of their own
            many = left
        teams.append((len(teams) + 1, many, draw.pick(home), draw.weighted(own, shares)))
        left -= many
    leads = [_add_team(name, team, own, shares, draw, people) for team in teams]
    _put_managers_over(leads, draw, people)


def _add_team(
    organisation: str,
    team: tuple[int, int, str, str],
    own: Sequence[str],
    shares: Sequence[float],
    draw: Draw,
    people: list[_Somebody],
) -> int:
    """Add a team; returns the place of its lead."""
    number, many, region, main = team
    lead = len(people)
    for member in range(many):
        profession = main if draw.chance(0.75) else draw.weighted(own, shares)
        function = draw.pick(PROFESSIONS[profession].functions)
        if member == 0 and draw.chance(0.45):
            profession, function = MANAGEMENT, LEVELS[0]
        years = draw.share() ** 1.4 * 34 + (4 if member == 0 else 0)
        people.append(
            _Somebody(
                organisation=organisation,
                team=f"{organisation}-T{number:04}",
                unit=(organisation, number),
                manager=None if member == 0 else lead,
                profession=profession,
                function=function,
                region=region,
                seniority=min(40, int(years + (3 * draw.share()))),
            )
        )
    return lead


def _put_managers_over(layer: list[int], draw: Draw, people: list[_Somebody]) -> None:
    """Leads under heads, heads under directors, until one is left."""
    rank = 1
    while len(layer) > 1:
        rank += 1
        upper, done = [], 0
        while done < len(layer):
            span = draw.between(4, 8)
            boss, *below = layer[done : done + span]
            done += span
            for one in below:
                people[one].manager = boss
            people[boss].profession = MANAGEMENT
            people[boss].function = LEVELS[min(rank, 3) - 1]
            people[boss].seniority = min(40, people[boss].seniority + 3)
            upper.append(boss)
        layer = upper


def _draw_lives(people: Sequence[_Somebody], how: Kind, draw: Draw) -> None:
    """Wishes, times, languages, and who can be online or facilitate."""
    blocked: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for one in people:
        if one.unit not in blocked:
            blocked[one.unit] = {(draw.below(5), draw.below(4)) for _ in range(draw.between(1, 2))}
    liked: dict[str, list[str]] = {}
    weights = [1.0 / (place + 2) for place in range(len(GOALS))]
    for one in people:
        if one.profession not in liked:
            liked[one.profession] = draw.shuffled(GOALS)
        wanted = {draw.weighted(liked[one.profession], weights) for _ in range(draw.between(1, 4))}
        one.goals = tuple(sorted(wanted))
        one.slots = _times(one.profession, how, blocked[one.unit], draw)
        one.online = draw.chance(how.online)
        one.languages = _languages(draw)
        is_ready = one.seniority >= 8 and draw.chance(0.12)  # noqa: PLR2004 -- years before one leads others
        one.capacity = draw.between(1, 3) if is_ready else 0


def _times(profession: str, how: Kind, blocked: set[tuple[int, int]], draw: Draw) -> tuple[str, ...]:
    """Part-time days, a busy share, shift workers less and with evenings, team meetings out."""
    if draw.chance(how.blank):
        return ()
    in_shifts = profession in PROFESSIONS and PROFESSIONS[profession].in_shifts
    works = set(draw.sample(range(5), draw.weighted((2, 3, 4, 5), (10, 25, 40, 25))))
    own = how.free * (0.75 + 0.5 * draw.share()) * (0.85 if in_shifts else 1.0)
    times = []
    for day, name in enumerate(DAYS):
        for part, start in enumerate(STARTS):
            if start == "19":
                share = 0.10 if in_shifts else 0.05
            else:
                share = own * (1.15 if start in {"13", "15"} else 0.85) if day in works else 0.02
            if draw.chance(min(share, 0.95)) and (day, part) not in blocked:
                times.append(f"{name}-{start}")
    return tuple(times)


def _languages(draw: Draw) -> tuple[str, ...]:
    spoken = ["nl"] if draw.chance(0.94) else []
    if not spoken or draw.chance(0.55):
        spoken.append("en")
    if draw.chance(0.08):
        spoken.append("de")
    if draw.chance(0.04):
        spoken.append("fr")
    return tuple(spoken)


def _draw_seasons(people: Sequence[_Somebody], draw: Draw) -> None:
    """Two earlier seasons: circles of 4 to 8 drawn within profession and region."""
    for season, share in (("s1", 0.72), ("s2", 0.50)):
        cells: dict[tuple[str, str], list[int]] = {}
        for place, one in enumerate(people):
            if draw.chance(share):
                cells.setdefault((one.profession, one.region), []).append(place)
        number = 0
        for key in sorted(cells):
            rest = draw.shuffled(cells[key])
            while len(rest) >= 4:  # noqa: PLR2004 -- the least of a circle
                number += 1
                size = min(len(rest), draw.between(4, 8))
                for place in rest[:size]:
                    people[place].past.append(f"{season}:{number:05}")
                rest = rest[size:]


def _draw_exclusions(people: Sequence[_Somebody], how: Kind, draw: Draw) -> None:
    """Half in the own team, half anywhere in the profession."""
    by_team: dict[str, list[int]] = {}
    by_profession: dict[str, list[int]] = {}
    for place, one in enumerate(people):
        by_team.setdefault(one.team, []).append(place)
        by_profession.setdefault(one.profession, []).append(place)
    for place, one in enumerate(people):
        if draw.chance(how.not_with):
            for _ in range(draw.between(1, 2)):
                pool = by_team[one.team] if draw.chance(0.5) else by_profession[one.profession]
                one.not_with |= {draw.pick(pool)} - {place}


def _person(one: _Somebody, place: int, ids: Mapping[int, str]) -> Person:
    return Person(
        id=ids[place],
        profession=one.profession,
        manager=None if one.manager is None else ids[one.manager],
        organisation=one.organisation,
        team=one.team,
        function=f"{one.profession}/{one.function}",
        seniority=one.seniority,
        region=one.region,
        online=one.online,
        languages=frozenset(one.languages),
        slots=frozenset(one.slots),
        goals=frozenset(one.goals),
        past=frozenset(one.past),
        not_with=frozenset(ids[other] for other in one.not_with),
        capacity=one.capacity,
    )
