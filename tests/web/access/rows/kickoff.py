"""A kick-off is planned by organisers; who takes part finds when and where."""

from datetime import timedelta

from kring.web.kickoff.models import KickOff
from tests.web.access.roles import ORGANISER, TAKES_PART
from tests.web.access.table import deed, page, script
from tests.web.access.world import World

WHEN = {"on": "2099-01-05", "at": "14:00", "minutes": "120", "place": "De Kamer"}

ROWS = [
    page("kick-off", ORGANISER),
    deed("kick-off", ORGANISER, sent=WHEN),
    deed("tell-of-kick-off", ORGANISER),
    script("kick-off-room", ORGANISER),
    page("my-kick-off", *TAKES_PART),
]


def furnish(world: World) -> None:
    """One is planned."""
    KickOff.objects.create(
        programme=world.programme, starts_at=world.now + timedelta(days=9), minutes=120, place="De Kamer"
    )
