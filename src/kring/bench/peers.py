"""
Other programs that divide people, side by side with Kring on what they can express; fetched for the occasion.

Lines of authority, times, places and languages they don't know, so everybody gets the same of those. Professions they are
given one by one, which helps them; those with fewer people than a circle takes are left out. What remains: sizes, whom
somebody would rather not sit with, experience, goals, teams and organisations. All answers go to the same checker.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec
from msgspec.structs import replace

from kring.bench.report import Figures
from kring.core.circles.checker import check
from kring.core.circles.forming.forming import form
from kring.core.circles.forming.people import SCALE, Circle, Person, Rules
from kring.core.circles.forming.tables import answer_rows, as_row

FROM_THE_REGISTRY = {"team-former": ("team-former",), "team-formation": ("team-formation", "pandas<3")}
GROUPENG = "https://github.com/tdimiduk/groupeng"
SECONDS_EACH = 10.0  # for each profession; more than Kring takes for all of them
GIVE_UP = 120.0  # seconds for one profession, building its model included
SCRIPT = Path(__file__).parent / "_peer.py"


def beside(people: Sequence[Person], rules: Rules, prefix: str) -> Figures:
    """Kring and each peer that could be fetched: circles that break a rule, people without one, points each, seconds."""
    known = expressible(people, rules)
    begun = perf_counter()
    rows = [circle.members for circle in form(known, rules).circles]
    figures = _figures(known, rules, rows, perf_counter() - begun, f"{prefix}_kring")
    for name in (*FROM_THE_REGISTRY, "groupeng"):
        with TemporaryDirectory() as folder:
            python = _installed(name, Path(folder))
            if python is None:
                figures[f"{prefix}_{name}"] = "couldn't be fetched"
                continue
            begun = perf_counter()
            rows = [tuple(row) for part in _by_profession(known) for row in _divided(name, part, python)]
            figures |= _figures(known, rules, rows, perf_counter() - begun, f"{prefix}_{name}")
    return figures


def expressible(people: Sequence[Person], rules: Rules) -> list[Person]:
    """The same people, without what the others know nothing of."""
    count: dict[str, int] = {}
    for one in people:
        count[one.profession] = count.get(one.profession, 0) + 1
    always = frozenset(f"any-{number}" for number in range(rules.common_slots_wanted))
    return [
        replace(
            one,
            manager=None,
            region="",
            online=True,
            languages=frozenset({"nl"}),
            slots=always,
            past=frozenset(),
        )
        for one in people
        if count[one.profession] >= rules.size_min
    ]


def _by_profession(people: Sequence[Person]) -> list[list[Person]]:
    parts: dict[str, list[Person]] = {}
    for one in people:
        parts.setdefault(one.profession, []).append(one)
    return list(parts.values())


def _installed(name: str, folder: Path) -> Path | None:
    """The Python of an environment with a peer in it; none where it can't be had."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    if name == "groupeng":
        place = next((environment / "lib").glob("python*")) / "site-packages" / "groupeng-source"
        deed = ["git", "clone", "--quiet", "--depth", "1", GROUPENG, str(place)]
        (place.parent / "groupeng.pth").write_text(f"{place}\n", encoding="utf-8")
    else:
        deed = [str(python), "-m", "pip", "install", "--quiet", *FROM_THE_REGISTRY[name]]
    done = subprocess.run(deed, check=False, capture_output=True)
    return python if done.returncode == 0 else None


def _divided(name: str, people: Sequence[Person], python: Path) -> list[list[str]]:
    """What a peer makes of one profession; nothing where it finds nothing, fails or takes far too long."""
    asked = [
        {
            "id": one.id,
            "organisation": one.organisation,
            "team": one.team,
            "seniority": one.seniority,
            "goals": sorted(one.goals),
            "not_with": sorted(one.not_with & {other.id for other in people}),
        }
        for one in people
    ]
    try:
        with TemporaryDirectory() as folder:
            done = subprocess.run(
                [str(python), str(SCRIPT), name, folder, str(SECONDS_EACH)],
                check=True,
                capture_output=True,
                input=json.dumps(asked),
                text=True,
                timeout=GIVE_UP,
            )
    except subprocess.TimeoutExpired:
        return []
    except subprocess.CalledProcessError as problem:
        print(f"{name}: {problem.stderr[-400:]}", file=sys.stderr)
        return []
    answer: list[list[str]] = json.loads(done.stdout)
    return answer


def _figures(
    people: Sequence[Person], rules: Rules, rows: Sequence[tuple[str, ...]], seconds: float, prefix: str
) -> Figures:
    """A circle that breaks a rule doesn't count: its people are without one."""
    plain: Mapping[str, object] = msgspec.to_builtins(rules)
    table = [as_row(one) for one in people]
    ids = {one.id for one in people}

    def verdict(circles: Sequence[tuple[str, ...]]) -> tuple[set[str], int, int]:
        left = ids.difference(*circles)
        found = check(table, plain, answer_rows([Circle(row) for row in circles], dict.fromkeys(left, "-")))
        return {one for _rule, who in found.broken for one in who}, found.unplaced, found.cost

    at_fault, _unplaced, _cost = verdict(rows)
    good = [row for row in rows if not at_fault.intersection(row)]
    _none, unplaced, cost = verdict(good)
    return {
        f"{prefix}_circles": len(rows),
        f"{prefix}_broken_circles": len(rows) - len(good),
        f"{prefix}_unplaced": unplaced,
        f"{prefix}_points_each": round(cost / SCALE / len(people), 1),
        f"{prefix}_seconds": round(seconds, 1),
    }
