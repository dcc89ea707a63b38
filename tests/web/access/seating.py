"""The circles of the world: one of Noor, Bram and Ruud, who left; one of Olga and Sander; one that nobody began yet."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from kring.web.circles.actions.gathering import Sitter, put_together
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import Held, PlannedDate, Presence, Role
from tests.web.access.roles import (
    CALLED,
    FACILITATOR,
    FORMER_MEMBER,
    MEMBER,
    OTHER_FACILITATOR,
    OTHER_MEMBER,
)
from tests.web.circles.conftest import Members, begin, come, put_rules
from tests.web.people.conftest import Account

if TYPE_CHECKING:
    from tests.web.access.world import World

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


def sit_together(world: "World") -> None:
    """Put the circles together, and let all but the last begin."""
    member, facilitator, former = (world.accounts[role] for role in (MEMBER, FACILITATOR, FORMER_MEMBER))
    circle = gathered(world, FACILITATOR, MEMBER, FORMER_MEMBER)
    assert begin(circle, member).status_code == 200
    come_in(circle, facilitator, by=member, there=[member])
    come_in(circle, former, by=member, there=[member, facilitator])
    assert former.browser.post(circle.path("leaving/")).status_code == 302
    assert circle.begin_epoch(member, [member, facilitator], why="remove").status_code == 200
    other = gathered(world, OTHER_FACILITATOR, OTHER_MEMBER)
    other_member = world.accounts[OTHER_MEMBER]
    assert begin(other, other_member).status_code == 200
    come_in(other, world.accounts[OTHER_FACILITATOR], by=other_member, there=[other_member])
    unbegun = gathered(world, FACILITATOR, MEMBER)
    world.circle = circle
    world.at |= {"circle": circle.id, "other circle": other.id, "unbegun circle": unbegun.id}
    furnish(world, circle)


def gathered(world: "World", leads: str, *sit: str) -> Members:
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


def come_in(circle: Members, one: Account, *, by: Account, there: list[Account]) -> None:
    """To the door, and let in."""
    assert come(circle, one).status_code == 200
    answer = circle.begin_epoch(by, [*there, one], [one])
    assert answer.status_code == 200, answer.content


def furnish(world: "World", circle: Members) -> None:
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
