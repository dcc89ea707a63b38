"""A meeting of a circle is its members' alone; what is in it takes a seat as well, and only Noor has taken hers."""

from uuid import UUID

import msgspec

from kring.core.meetings.parts import Agenda
from kring.core.meetings.plan import Pace
from kring.web.circles.models import Held
from kring.web.meetings.actions import open_meeting
from kring.web.meetings.first_keys import NewGroup, first_keys
from kring.web.meetings.queries import plan_for
from tests.web import keys
from tests.web.access.roles import EVERYBODY, IN_CIRCLE, MEMBER
from tests.web.access.table import deed, for_all, page, script
from tests.web.access.world import World
from tests.web.keys import Link, Peer

SEATED = {"visitor": 404}

ROWS = [
    for_all(page("begin")),
    for_all(script("begin"), 400),
    for_all(page("agenda", query="method=basis&minutes=120")),
    for_all(script("agenda"), 400),
    page("room", *IN_CIRCLE, visitor=404),
    page("wall", *IN_CIRCLE, visitor=404),
    page("closing", *IN_CIRCLE, visitor=404),
    page("going-on", MEMBER, visitor=404),
    script("going-on", MEMBER, visitor=404),
    page("deletion", *EVERYBODY),  # whoever has the link hears when it goes, or went
    deed("deletion", MEMBER, inside=200, visitor=404),
]


def furnish(world: World) -> None:
    """The circle's room is open, and Noor sits in it."""
    link, peer = Link(), Peer(acct=str(world.people[MEMBER].pk))
    body = keys.beginning(link, peer)
    new = msgspec.convert({name: body[name] for name in NewGroup.__struct_fields__}, NewGroup, strict=False)
    plan = plan_for(msgspec.convert(body["agenda"], Agenda), pace=Pace.LIVE)
    token = open_meeting(new.meeting, plan, first_keys(new), now=world.now, members_of=world.at["circle"])
    world.browsers[MEMBER].cookies["seat"] = token
    world.at["meeting"] = UUID(link.meeting)
    Held.objects.create(
        id=new.meeting,
        circle_id=world.at["circle"],
        opened_at=world.now,
        method=plan.method,
        minutes=120,
    )
