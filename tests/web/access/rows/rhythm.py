"""Turns and the path are their circle's."""

from kring.web.rhythm.models import SwapRequest
from tests.web.access.roles import FACILITATOR, IN_CIRCLE, MEMBER
from tests.web.access.table import deed, page
from tests.web.access.world import World

LEAD = {"duty": "facilitate", "said": "rather_not"}

ROWS = [
    page("turns", *IN_CIRCLE),
    page("turn", *IN_CIRCLE),
    page("turn", about={"duty": "no duty"}),
    page("path", *IN_CIRCLE),
    deed("readiness", MEMBER, sent=LEAD, other={FACILITATOR: 422}),
    deed("taking", FACILITATOR, other={MEMBER: 409}),
    deed("turn-method", FACILITATOR, sent={"method": "incident-kort"}, other={MEMBER: 409}),
    deed("swaps", *IN_CIRCLE, inside=422),
    deed("swap-answer", FACILITATOR, sent={"answer": "no"}),  # whom it was put to
    deed("swap-withdrawal", MEMBER),  # who put it
    deed("path", *IN_CIRCLE, sent={"deed": "step_back", "step": "self_guided"}, inside=409),
    deed("path-beginning", *IN_CIRCLE),
]


def furnish(world: World) -> None:
    """Noor asked Bram to take her turn."""
    asked = SwapRequest.objects.create(
        circle_id=world.at["circle"],
        duty="facilitate",
        by=world.people[MEMBER],
        asked=world.people[FACILITATOR],
        mine_id=world.at["date"],
        at=world.now,
    )
    world.at |= {"swap": asked.pk, "duty": "facilitate", "no duty": "wash_up"}
