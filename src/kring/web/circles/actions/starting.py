"""Starting a circle, changing what was agreed about it, and ending it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kring.web.circles.access import Within, circle_for
from kring.web.circles.models import Circle, Membership, Role
from kring.web.people.models import Person
from kring.web.vault import actions as walls
from kring.web.vault.statements import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed about a circle in the open."""

    name: str
    field_of_work: str
    rhythm: str
    weeks_between: int
    minutes: int
    place: str
    zone: str
    guided: bool
    agreed_until: date | None


@dataclass(frozen=True, slots=True)
class FirstEpoch:
    """What the vault of whoever starts has made."""

    statement: Signed
    grant: str
    box: tuple[UUID, str]


@transaction.atomic
def start_circle(
    actor: Person,
    circle: UUID,
    agreed: Agreed,
    keys: FirstEpoch,
    *,
    programme: UUID | None = None,
    role: Role = Role.MEMBER,
    now: datetime,
) -> Circle:
    """
    Start a circle of one.

    Raises:
        Refused: the id was used before, or the keys aren't in order.
    """
    walls.begin_lasting(circle, actor.pk, statement=keys.statement, grant=keys.grant, box=keys.box, now=now)
    row = Circle.objects.create(id=circle, started_at=now, programme=programme, **values_of(agreed))
    Membership.objects.create(circle=row, person=actor, role=role, joined_at=now)
    return row


@transaction.atomic
def agree_anew(actor: Person, circle: UUID, agreed: Agreed) -> Within:
    """Change what is agreed in the open. Any member may; all see it."""
    within = circle_for(actor, circle, lock=True)
    Circle.objects.filter(pk=circle).update(**values_of(agreed))
    return within


def values_of(agreed: Agreed) -> dict[str, object]:
    """By the names of the table."""
    return {name: getattr(agreed, name) for name in Agreed.__slots__}
