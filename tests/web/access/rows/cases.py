"""Cases are their circle's; which of them open is the vault's to say."""

from typing import Any
from uuid import uuid4

from tests.web.access.roles import IN_CIRCLE
from tests.web.access.table import page

ROWS = [page(name, *IN_CIRCLE) for name in ("cases", "new-case", "case")]


def furnish(world: Any) -> None:
    """A case, of which the server knows nothing."""
    world.at["case"] = uuid4()
