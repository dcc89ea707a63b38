"""Cases are their circle's; which of them open is the vault's to say."""

from uuid import uuid4

from tests.web.access.roles import IN_CIRCLE
from tests.web.access.table import page
from tests.web.access.world import World

ROWS = [
    page("cases", *IN_CIRCLE),
    page("new-case", *IN_CIRCLE),
    page("case", *IN_CIRCLE, astray=200),  # a page without a case: the server knows of none
]


def furnish(world: World) -> None:
    """A case, of which the server knows nothing."""
    world.at["case"] = uuid4()
