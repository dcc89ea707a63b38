"""The circles of the world: one of Noor, Bram and Ruud, who left; one of Olga and Sander; one that nobody began yet."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from kring.web.circles.actions.gathering import Sitter, put_together
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import Held, PlannedDate, Presence, Role
from tests.web import keys
from tests.web.access.roles import (
    CALLED,
    FACILITATOR,
    FORMER_MEMBER,
    MEMBER,
    OTHER_FACILITATOR,
    OTHER_MEMBER,
)
from tests.web.circles.conftest import Members, put_rules
from tests.web.keys import Link, key
from tests.web.people.conftest import Account

AGREED = Agreed(
    name="Kring Noord",
    field_of_work="",
    rhythm="monthly",
    weeks_between=4,
    minutes=120,
    place="",
    zone="Europe/Amsterdam",
    guided=True,
    agreed_until=None,
)


def sit_together(world: Any) -> None:
    """Put the circles together, and let all but the last begin."""
    member, facilitator, former = (world.accounts[role] for role in (MEMBER, FACILITATOR, FORMER_MEMBER))
    circle = gathered(world, FACILITATOR, MEMBER, FORMER_MEMBER)
    begin(circle, member)
    come_in(circle, facilitator, by=member, there=[member])
    come_in(circle, former, by=member, there=[member, facilitator])
    assert former.browser.post(circle.path("leaving/")).status_code == 302
    assert circle.begin_epoch(member, [member, facilitator], why="remove").status_code == 200
    other = gathered(world, OTHER_FACILITATOR, OTHER_MEMBER)
    begin(other, world.accounts[OTHER_MEMBER])
    come_in(other, world.accounts[OTHER_FACILITATOR], by=world.accounts[OTHER_MEMBER], there=[world.accounts[OTHER_MEMBER]])
    unbegun = gathered(world, FACILITATOR, MEMBER)
    world.circle, world.other_circle = circle, other
    world.at |= {"circle": circle.id, "other circle": other.id, "unbegun circle": unbegun.id}
    furnish(world, circle)


def gathered(world: Any, leads: str, *sit: str) -> Members:
    """Published, with a chair for each."""
    sitters = [
        Sitter(
            who=world.participants[role].pk,
            name=CALLED[role],
            person=world.people[role],
            role=Role.FACILITATOR if role == leads else Role.MEMBER,
        )
        for role in (leads, *sit)
    ]
    programme = world.programme
    row = put_together(programme.pk, programme.name, AGREED, sitters, reasons={}, now=world.now)
    return Members(row.pk)


def begin(circle: Members, one: Account) -> None:
    """With the first keys."""
    peer = circle.peer(one)
    signed = keys.statement(
        Link(meeting=str(circle.id)), epoch=0, by=peer, members=[peer], why="create"
    )
    body = {"statement": signed, "grant": key(80), "box": {"id": str(uuid4()), "salt": key()}}
    answer = one.post(circle.path("begin/"), body)
    assert answer.status_code == 200, answer.content


def come_in(circle: Members, one: Account, *, by: Account, there: list[Account]) -> None:
    """To the door, and let in."""
    assert one.post(circle.path("place/"), {"member": circle.peer(one).member}).status_code == 200
    answer = circle.begin_epoch(by, [*there, one], [one])
    assert answer.status_code == 200, answer.content


def furnish(world: Any, circle: Members) -> None:
    """Dates, meetings, an invitation, ground rules and a sealed text."""
    member = world.accounts[MEMBER]
    dates = [
        PlannedDate.objects.create(
            circle_id=circle.id, starts_at=world.now + timedelta(weeks=4 * number), minutes=120
        )
        for number in (1, 2)
    ]
    held = Held.objects.create(
        id=uuid4(),
        circle_id=circle.id,
        opened_at=world.now - timedelta(days=3),
        closed_at=world.now - timedelta(days=3),
        method="basis",
        minutes=120,
    )
    Presence.objects.create(held=held, person=world.people[MEMBER], attendance="present")
    assert circle.keep(member, "meeting.record", held.pk).status_code == 200
    world.at |= {
        "date": dates[0].pk,
        "later date": dates[1].pk,
        "held": held.pk,
        "invitation": circle.invite(member),
        "version": UUID(put_rules(circle, member)),
        "person_id": world.people[FACILITATOR].pk,
        "calendar": circle.row.calendar,
    }
