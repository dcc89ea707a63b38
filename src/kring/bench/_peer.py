"""
One peer divides the people of one profession. Run by path, in an environment in which that peer is installed.

The peer is found by its name, since Kring doesn't depend on it. In goes JSON: people with id, organisation, team, seniority, goals and not_with, and how many seconds there are. Out comes
JSON: rows of ids.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

People = list[dict[str, Any]]
TARGET, LEAST, MOST = 6, 4, 8  # people in a circle, as proposed


def team_former(people: People, seconds: float) -> list[list[str]]:
    """Sizes, and whom somebody would rather not sit with; it has as few teams as possible and no more wishes."""
    pd, peer = import_module("pandas"), import_module("team_former.make_teams")
    rows = [{"Student_ID": one["id"], "Prefer_Not_With": ",".join(one["not_with"])} for one in people]
    pd.DataFrame(rows).to_excel("in.xlsx", index=False)
    found = peer.allocate_teams(
        input_file="in.xlsx",
        output_file="out.xlsx",
        neg_pref_weight=10,
        min_team_size=LEAST,
        max_team_size=MOST,
        max_solve_time=seconds,
    )
    return [] if found is None else _by_team(found["Student_ID"], found["team"])


def team_formation(people: People, seconds: float) -> list[list[str]]:
    """A target size, shared goals, experience alike, organisations and teams apart."""
    pd, peer = import_module("pandas"), import_module("team_formation.team_assignment")
    fields = ("id", "organisation", "seniority", "goals")
    # A column may not be called 'team': that is its own word for the answer.
    rows = [{**{field: one[field] for field in fields}, "unit": one["team"]} for one in people]
    frame = pd.DataFrame(rows)
    wishes = [
        ("goals", "cluster", 1),
        ("seniority", "cluster_numeric", 1),
        ("organisation", "diversify", 1),
        ("unit", "different", 1),
    ]
    solver = peer.TeamAssignment(frame, pd.DataFrame(wishes, columns=["attribute", "type", "weight"]), TARGET)
    solver.solve(max_time_in_seconds=seconds)
    return _by_team(frame["id"], frame["team_num"]) if solver.solution_found else []


def groupeng(people: People, seconds: float) -> list[list[str]]:
    """A target size, teams and organisations spread, experience balanced; it has no clock."""
    peer = import_module("GroupEng.controller")
    with Path("in.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("ID", "team", "organisation", "seniority"))
        writer.writerows((one["id"], one["team"], one["organisation"], one["seniority"]) for one in people)
    spread = [
        f"- distribute : {field}\nvalues : {', '.join(sorted({one[field] for one in people if one[field]}))}"
        for field in ("team", "organisation")
    ]
    deck = ["classlist : in.csv", "student_identifier : ID", f"group_size : {TARGET}-", *spread]
    Path("in.groupeng").write_text("\n".join([*deck, "- balance : seniority", ""]), encoding="utf-8")
    _succeeded, folder = peer.run("in.groupeng")
    lines = next(Path(folder).glob("*groups.csv")).read_text(encoding="utf-8").splitlines()
    return [[name.strip() for name in line.split(",")[1:]] for line in lines]


def _by_team(ids: Any, teams: Any) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for one, team in zip(ids, teams, strict=True):
        rows.setdefault(int(team), []).append(str(one))
    return list(rows.values())


PEERS = {"team-former": team_former, "team-formation": team_formation, "groupeng": groupeng}

if __name__ == "__main__":
    name, folder, seconds = sys.argv[1:]
    os.chdir(folder)
    asked = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):  # they speak to the terminal
        answer = PEERS[name](asked, float(seconds))
    json.dump(answer, sys.stdout)
