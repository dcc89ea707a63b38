"""The library is anybody's; what somebody makes of their own stays in their browser."""

from kring.core.growth.load import load_exercises
from tests.web.access.table import for_all, page, script
from tests.web.access.world import World

PAGES = [
    "methods", "compare", "booklet", "question", "advice", "own", "own-edit", "own-print",
    "method", "sheets", "method-file",
]  # fmt: skip

ROWS = [
    *(for_all(page(name)) for name in PAGES),
    *(for_all(script(name), 400) for name in ("own-check", "own-walk", "own-sheets")),
]


def furnish(world: World) -> None:
    """A method, and an exercise."""
    world.at |= {"id": "incident-kort", "exercise": load_exercises()[0].id}
