"""Learning goals and reflections are their circle's; which of them open is the vault's to say."""

from uuid import uuid4

from tests.web.access.roles import IN_CIRCLE
from tests.web.access.table import page
from tests.web.access.world import World

ROWS = [
    *(page(name, *IN_CIRCLE) for name in ("goals", "goals-guide", "reflections")),
    page("goal", *IN_CIRCLE, astray=200),  # a page without a goal: the server knows of none
]


def furnish(world: World) -> None:
    """A goal, of which the server knows nothing."""
    world.at["goal"] = uuid4()
