"""Intentions are their circle's, and a reminder is for who wrote the intention."""

from datetime import timedelta
from uuid import uuid4

from tests.web.access.roles import IN_CIRCLE, MEMBER
from tests.web.access.table import page, script
from tests.web.access.world import World


def in_a_week(world: World, _role: str) -> dict[str, str]:
    """When the mail is to come."""
    return {"on": (world.now + timedelta(days=7)).date().isoformat()}


ROWS = [
    page("intentions", *IN_CIRCLE),
    script("reminder", MEMBER, sent=in_a_week, inside=200),
    script("reminder", *IN_CIRCLE, method="DELETE", inside=200, astray=200),
]


def furnish(world: World) -> None:
    """Noor intends something."""
    item = uuid4()
    answer = world.circle.keep(world.accounts[MEMBER], "intention.mine", item)
    assert answer.status_code == 200, answer.content
    world.at["item"] = item
