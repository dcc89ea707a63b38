"""`kring bench pages`: what a first visit weighs, and how long the server takes over a page."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from django.test import Client

from kring.bench.page import Visit
from kring.bench.report import Figures, Goal
from kring.bench.servers import kring_server
from kring.client.seat import Seat
from kring.client.site import Site

LISTS = {"methods": "/methods/", "begin": "/begin/"}

GOALS = (
    Goal("first_visit_kb", most=60),
    Goal("first_visit_requests", most=8),
    Goal("outside", most=0),
    Goal("list_ms", most=12),
)


def measure(*, quick: bool) -> Figures:
    """A browser's first visits to a real server, then lists in this very process."""
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        with kring_server(Path(folder)) as server:
            visits = {name: visit(server.port, path) for name, path in paths(server.port).items()}
        lists = list_times(Path(folder), times=30 if quick else 200)
    home = visits["home"]
    figures: Figures = {
        "first_visit_kb": round(home.kb, 1),
        "first_visit_requests": len(home.sizes),
        "outside": sum(len(visit.outside) for visit in visits.values()),
    }
    for name, seen in visits.items():
        figures |= {f"{name}_kb": round(seen.kb, 1), f"{name}_requests": len(seen.sizes)}
    for name, milliseconds in lists.items():
        figures[f"{name}_ms"] = round(milliseconds, 2)
    return {**figures, "list_ms": round(max(lists.values()), 2)}


def paths(port: int) -> dict[str, str]:
    """The pages of somebody who holds a meeting."""
    seat = asyncio.run(Seat.open_meeting(Site(f"http://127.0.0.1:{port}"), method="basis"))
    return {"home": "/", "begin": LISTS["begin"], "methods": LISTS["methods"], "room": seat.path()}


def visit(port: int, path: str) -> Visit:
    """A first visit, with nothing kept from another page."""
    seen = Visit(port)
    seen.fetch(path)
    return seen


def list_times(data: Path, times: int) -> dict[str, float]:
    """Milliseconds for each list, the middle of many."""
    import django

    os.environ |= {"KRING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "kring.web.settings"}
    django.setup()
    client = Client(headers={"host": "127.0.0.1", "accept-encoding": "gzip", "accept-language": "nl"})
    return {name: 1e3 * median(page_time(client, path) for _ in range(times)) for name, path in LISTS.items()}


def page_time(client: Client, path: str) -> float:
    """Seconds for one page, through everything that Django does for it."""
    begin = perf_counter()
    response = client.get(path)
    taken = perf_counter() - begin
    if response.status_code != 200:  # noqa: PLR2004 - that it is there
        raise RuntimeError(f"{path} answered {response.status_code}")
    return taken
