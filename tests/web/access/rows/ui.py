"""What belongs to no room."""

from kring.web.ui.assets import asset
from tests.web.access.table import deed, for_all, page
from tests.web.access.world import World

ROWS = [
    for_all(page("home")),
    for_all(page("language"), 302),
    for_all(deed("language", sent={"language": "nl"}), 302),
    for_all(page("static")),
]


def furnish(world: World) -> None:
    """A file that every page needs."""
    world.at["file"] = asset("vault.js").file
