"""An evaluation is opened, closed and published by organisers, and answered by who sits in a published circle."""

from datetime import timedelta

import msgspec

from kring.core.evaluation.figures import Figures
from kring.core.evaluation.load import load_questionnaires
from kring.web.evaluation.models import Evaluation, day_of
from tests.web.access.roles import FORMER_MEMBER, MEMBER, ORGANISER, OTHER_MEMBER
from tests.web.access.table import deed, page
from tests.web.access.world import World

HALFWAY, END = load_questionnaires()
SEATED_IN_PUBLISHED = frozenset(
    {MEMBER, OTHER_MEMBER, FORMER_MEMBER}
)  # who left a circle may still say how it was

ROWS = [
    page("evaluation", ORGANISER),
    deed("evaluation", ORGANISER, inside=422),  # nothing was chosen
    deed("close-evaluation", ORGANISER),
    page("evaluation-outcome", ORGANISER),
    deed("evaluation-outcome", ORGANISER, sent={"advice": "Go on."}),
    page("my-evaluation", *SEATED_IN_PUBLISHED),
    deed("my-evaluation", *SEATED_IN_PUBLISHED, sent=dict.fromkeys(END.ids, "4")),
]


def furnish(world: World) -> None:
    """One is closed, and one is open."""
    figures = msgspec.to_builtins(Figures(answered=5, asked=6, items=()))
    told = Evaluation.objects.create(
        programme=world.programme,
        questionnaire=HALFWAY.id,
        until=day_of(world.now),
        opened_at=world.now,
        closed_at=world.now,
        figures=figures,
    )
    Evaluation.objects.create(
        programme=world.programme,
        questionnaire=END.id,
        until=day_of(world.now + timedelta(days=9)),
        opened_at=world.now,
    )
    world.at["evaluation"] = told.pk
