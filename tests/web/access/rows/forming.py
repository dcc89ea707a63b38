"""Who is to sit with whom is for organisers alone, until it is published."""

from typing import Any

from tests.web.access.roles import IN_THE_LIST, ORGANISER
from tests.web.access.table import deed, page
from tests.web.forming.conftest import formed

PAGES = ["forming-rules", "forming-progress", "forming-publish"]
WITH_NAMES = ["forming", "forming-circle", "forming-person", "forming-csv", "forming-report"]
MOVE = "kind=take_out&who={participant}"

ROWS = [
    *(page(name, ORGANISER) for name in PAGES),
    *(page(name, ORGANISER, shows=IN_THE_LIST) for name in WITH_NAMES),
    page("forming-change", ORGANISER, query=MOVE, shows=IN_THE_LIST),
    deed("forming-change", ORGANISER, query=MOVE, inside=409),  # no page was looked at before
    deed("forming-rules", ORGANISER),
    deed("forming-start", ORGANISER),
    deed("forming-stop", ORGANISER),
    deed("forming-lock", ORGANISER, sent={"locked": "yes"}),
    deed("forming-take-back", ORGANISER),
    deed("forming-undo", ORGANISER),
    deed("forming-publish", ORGANISER),
]


def furnish(world: Any) -> None:
    """Circles were formed."""
    formed(world.programme)
    world.at["number"] = 1
