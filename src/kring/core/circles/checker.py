"""
A second opinion on circles: the rules and points worked out again from the plain table, sharing no code with the search.

It walks up from everybody to find who is above whom, compares sets instead of bits, and adds up whole numbers, so that a
mistake of the search isn't repeated here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

Row = Mapping[str, str]


class Verdict(msgspec.Struct, frozen=True):
    """
    What was found.

    Attributes:
        broken: A word for the rule, and whom it is about.
        unplaced: How many have no circle.
        cost: All points, times 840.
    """

    broken: tuple[tuple[str, tuple[str, ...]], ...]
    unplaced: int
    cost: int


def check(people: Sequence[Row], rules: Mapping[str, Any], placed: Sequence[Row]) -> Verdict:
    """
    Look at a division.

    Args:
        people: Rows of the table of people, with the headings of `kring form`.
        rules: As in the file of rules.
        placed: Rows of the answer: circle, id, role, reason.
    """
    by_id = {row["id"]: row for row in people}
    broken = list(_about_rows(by_id, placed))
    circles: dict[str, list[str]] = {}
    leads: dict[str, str] = {}
    for row in placed:
        if row["circle"] and row["id"] in by_id:
            if row["role"] == "facilitator":
                leads[row["circle"]] = row["id"]
            else:
                circles.setdefault(row["circle"], []).append(row["id"])
    above = {one: _above(one, by_id) for one in by_id}
    cost = 0
    for name, members in circles.items():
        rows = [by_id[one] for one in members]
        faults = _about_circle(rows, rules, above)
        broken += faults
        if name in leads:
            broken += _about_facilitator(by_id[leads[name]], rows, above)
        if not faults:
            cost += _cost(rows, rules)
    for one, many in Counter(leads.values()).items():
        if many > int(by_id[one]["facilitator_capacity"] or 0):
            broken.append(("capacity", (one,)))
    unplaced = len(by_id) - len({one for members in circles.values() for one in members})
    return Verdict(tuple(broken), unplaced, cost + unplaced * 3000 * 840)


def _about_rows(by_id: Mapping[str, Row], placed: Sequence[Row]) -> list[tuple[str, tuple[str, ...]]]:
    named = Counter(row["id"] for row in placed if row["role"] != "facilitator")
    broken: list[tuple[str, tuple[str, ...]]] = [
        ("twice", (one,)) for one, times in named.items() if times > 1
    ]
    broken += [("unknown", (row["id"],)) for row in placed if row["id"] not in by_id]
    broken += [("missing", (one,)) for one in by_id if one not in named]
    broken += [("no_reason", (row["id"],)) for row in placed if not row["circle"] and not row["reason"]]
    return broken


def _above(one: str, by_id: Mapping[str, Row]) -> frozenset[str]:
    found: list[str] = []
    manager = by_id[one].get("manager_id", "")
    while manager and manager not in found:
        found.append(manager)
        manager = by_id[manager].get("manager_id", "") if manager in by_id else ""
    return frozenset(found)


def _set(row: Row, field: str) -> set[str]:
    return {name for name in row.get(field, "").split("|") if name}


def _about_circle(
    rows: Sequence[Row], rules: Mapping[str, Any], above: Mapping[str, frozenset[str]]
) -> list[tuple[str, tuple[str, ...]]]:
    everybody = tuple(row["id"] for row in rows)
    broken: list[tuple[str, tuple[str, ...]]] = []
    if len(rows) < rules["size_min"] or len(rows) > rules["size_max"]:
        broken.append(("size", everybody))
    together = [set(row) for row in rules.get("corresponding", ())]
    professions = {row["profession"] for row in rows}
    if len(professions) > 1 and not any(professions <= row for row in together):
        broken.append(("profession", everybody))
    if len({row["region"] for row in rows}) > 1 and any(row["online_ok"] != "1" for row in rows):
        broken.append(("region", everybody))
    if not set.intersection(*(_set(row, "languages") for row in rows)):
        broken.append(("language", everybody))
    if len(set.intersection(*(_set(row, "slots") for row in rows))) < rules["common_slots_min"]:
        broken.append(("slots", everybody))
    for one in rows:
        for other in rows:
            if one["id"] in above[other["id"]]:
                broken.append(("authority", (one["id"], other["id"])))
            if other["id"] in _set(one, "not_with"):
                broken.append(("not_with", (one["id"], other["id"])))
    return broken


def _about_facilitator(
    leader: Row, rows: Sequence[Row], above: Mapping[str, frozenset[str]]
) -> list[tuple[str, tuple[str, ...]]]:
    own = leader["id"]
    faults = {
        "facilitator_in_it": any(row["id"] == own for row in rows),
        "facilitator_authority": any(row["id"] in above[own] or own in above[row["id"]] for row in rows),
        "facilitator_not_with": any(
            row["id"] in _set(leader, "not_with") or own in _set(row, "not_with") for row in rows
        ),
        "facilitator_team": any(row["team"] and row["team"] == leader["team"] for row in rows),
        "facilitator_language": not set.intersection(*(_set(row, "languages") for row in (leader, *rows))),
        "facilitator_region": any(
            row["region"] != leader["region"] and "0" in {row["online_ok"], leader["online_ok"]}
            for row in rows
        ),
        "facilitator_slots": not set.intersection(*(_set(row, "slots") for row in (leader, *rows))),
    }
    return [(name, (own,)) for name, holds in faults.items() if holds]


def _cost(rows: Sequence[Row], rules: Mapping[str, Any]) -> int:
    weights, many = rules["weights"], len(rows)
    pairs = sum(_pair(rows[a], rows[b], rules) for a in range(many) for b in range(a))
    short = max(
        0, rules["common_slots_wanted"] - len(set.intersection(*(_set(row, "slots") for row in rows)))
    )
    each = weights["size"] * (many - rules["size_target"]) ** 2 + weights["slots"] * short
    cost: int = 1680 // (many - 1) * pairs + 840 * many * each
    return cost


def _pair(one: Row, other: Row, rules: Mapping[str, Any]) -> int:
    weights = rules["weights"]
    years = abs(int(one["seniority"]) - int(other["seniority"]))
    points: int = int(weights["seniority"] * min(years, rules["seniority_cap"]) // rules["seniority_cap"])
    if one["team"] and one["team"] == other["team"]:
        points += weights["diversity"]
    elif one["organisation"] and one["organisation"] == other["organisation"]:
        points += int(weights["diversity"] * rules["same_organisation_share"] + 0.5)
    mine, theirs = _set(one, "goals"), _set(other, "goals")
    points += weights["goals"]
    if mine or theirs:
        points -= weights["goals"] * len(mine & theirs) // len(mine | theirs)
    seasons = {token[:2] for token in _set(one, "past_groups") & _set(other, "past_groups")}
    again = 0
    if "s1" in seasons:
        again = weights["repeat"]
    elif "s2" in seasons:
        again = int(weights["repeat"] * rules["repeat_s2_share"] + 0.5)
    return points + (weights["repeat"] - again if rules.get("season") == "keep" else again)
