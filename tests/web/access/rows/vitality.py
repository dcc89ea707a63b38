"""How a circle does is its own to know."""

from kring.web.vitality.models import CheckRound
from tests.web.access.roles import IN_CIRCLE
from tests.web.access.table import deed, page, script
from tests.web.access.world import World

ROWS = [
    *(page(name, *IN_CIRCLE) for name in ("vitality", "vitality-facts", "check", "check-sheets")),
    deed("checks", *IN_CIRCLE, inside=422),
    script("check-sheets", *IN_CIRCLE),
    deed("check-closing", *IN_CIRCLE, inside=409),
]


def furnish(world: World) -> None:
    """The circle checks itself."""
    begun = CheckRound.objects.create(circle_id=world.at["circle"], opened_at=world.now)
    world.at["round_id"] = begun.pk
