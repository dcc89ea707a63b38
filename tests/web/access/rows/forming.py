"""Who is to sit with whom is for organisers alone, until it is published."""

from kring.core.circles.forming.formed import Formed
from kring.web.forming.models import Division, ProposedCircle, Seat
from kring.web.forming.queries.telling import outcome_of
from tests.web.access.roles import (
    FORMER_MEMBER,
    FORMER_PARTICIPANT,
    LEAD,
    MEMBER,
    ORGANISER,
    OTHER_MEMBER,
    PARTICIPANT,
    POOLED,
    SEATED,
)
from tests.web.access.table import deed, page
from tests.web.access.world import World

TOGETHER = [(MEMBER, FORMER_MEMBER), (OTHER_MEMBER,), (PARTICIPANT, POOLED)]
MOVE = "kind=take-out&who={participant}"

RULES = {
    "size_min": 4, "size_target": 6, "size_max": 8, "common_slots_min": 1, "common_slots_wanted": 2,
    "seniority": 2, "diversity": 2, "goals": 2, "repeat": 2, "season": "keep",
}  # fmt: skip

ROWS = [
    *(page(name, ORGANISER) for name in ("forming-rules", "forming-progress", "forming-publish")),
    *(page(name, ORGANISER, shows=SEATED) for name in ("forming", "forming-csv", "forming-report")),
    page("forming-circle", ORGANISER, shows=LEAD.union(TOGETHER[-1])),  # and who could lead it
    page("forming-person", ORGANISER, shows=frozenset({PARTICIPANT})),
    page("forming-person", about={"participant": "who left"}),
    page("forming-swap", ORGANISER, shows=SEATED - {POOLED}),  # with whom, but for who sits beside them
    deed("forming-go-back", ORGANISER, inside=409),  # circles are published
    page("forming-change", ORGANISER, query=MOVE, shows=frozenset(TOGETHER[-1])),
    deed("forming-change", ORGANISER, query=MOVE, inside=409),  # no page was looked at before
    deed("forming-rules", ORGANISER, sent=RULES),
    deed("forming-start", ORGANISER),
    deed("forming-stop", ORGANISER),
    deed("forming-lock", ORGANISER, sent={"locked": "yes"}),
    deed("forming-take-back", ORGANISER),
    deed("forming-undo", ORGANISER),
    deed("forming-publish", ORGANISER, inside=409),
]


def furnish(world: World) -> None:
    """Circles were formed, of which the last isn't published."""
    outcome = outcome_of(Formed(circles=(), left_out=(), people=5, cost=0, blocks=(), is_whole=True))
    division = Division.objects.create(
        programme=world.programme,
        seed=1,
        started_at=world.now,
        ended_at=world.now,
        is_current=True,
        outcome=outcome,
    )
    published = (world.at["circle"], world.at["other circle"], None)
    for number, (sit, circle) in enumerate(zip(TOGETHER, published, strict=True), start=1):
        row = ProposedCircle.objects.create(division=division, number=number, published=circle)
        for role in sit:
            Seat.objects.create(division=division, circle=row, participant=world.participants[role])
    world.at |= {
        "number": len(TOGETHER),
        "division": division.pk,
        "who left": world.participants[FORMER_PARTICIPANT].pk,
    }
