"""What the pages of cases need. Of a case the server knows that it lies there, whose it is, and whether it was brought."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from kring.web.cases.fields import CASE_BROUGHT, CASE_OFFERED
from kring.web.circles import queries as circles
from kring.web.circles.access import Within
from kring.web.circles.models import Circle, Held, Role
from kring.web.circles.parts import Told
from kring.web.vault.queries import writers_of


@dataclass(frozen=True, slots=True)
class Stock:
    """How many cases lie ready to be brought, and how many of those are one's own."""

    ready: int
    mine: int


@dataclass(frozen=True, slots=True)
class Turns:
    """
    What the browser needs to see who brought when; days are in the circle's own zone.

    Attributes:
        members: Id, name and first day of everybody who brings cases: not who leads from outside or coaches.
        held: Id and day of each meeting that is over, the newest first.
    """

    members: tuple[tuple[UUID, str, date], ...]
    held: tuple[tuple[UUID, date], ...]

    def can_be_long(self, member: UUID) -> bool:
        """Whether enough meetings were held since somebody came to say that they haven't brought one for long."""
        since = next((day for id, _name, day in self.members if id == member), None)
        return since is not None and sum(since < on for _id, on in self.held) >= len(self.members)

    def as_json(self) -> dict[str, object]:
        """For a script."""
        return {
            "members": [
                {"id": str(id), "name": name, "joined_on": day.isoformat()} for id, name, day in self.members
            ],
            "held": [{"id": str(id), "on": on.isoformat()} for id, on in self.held],
        }


def stock_of(within: Within) -> Stock:
    """What lies ready now."""
    brought = writers_of(within.circle.pk, CASE_BROUGHT.name)
    offered = writers_of(within.circle.pk, CASE_OFFERED.name)
    ready = [author for case, author in offered.items() if brought.get(case) != author]
    return Stock(len(ready), ready.count(within.person.pk))


def turns_in(circle: Circle) -> Turns:
    """Who could have brought a case, and when."""
    zone = ZoneInfo(circle.zone)
    members = tuple(
        (one.person_id, one.person.name, one.joined_at.astimezone(zone).date())
        for one in circles.members_of(circle)
        if one.role == Role.MEMBER
    )
    held = circle.held.exclude(closed_at=None).order_by("-opened_at").values_list("pk", "opened_at")
    return Turns(members, tuple((pk, at.astimezone(zone).date()) for pk, at in held))


def lying_ready(within: Within, now: datetime) -> Told | None:
    """For the circle's page."""
    return {"stock": stock_of(within)}


def turn_of(within: Within, now: datetime) -> Told | None:
    """
    For the person alone: what their browser needs to find out whether it is long ago that they brought a case.

    Nothing where it can't be, where no meeting comes, or where a case of theirs lies ready already.
    """
    if circles.next_date(within.circle, now) is None or stock_of(within).mine:
        return None
    turns = turns_in(within.circle)
    return {"turns": turns.as_json()} if turns.can_be_long(within.person.pk) else None


def unmarked_after(within: Within, held: Held, now: datetime) -> Told | None:
    """On the page of a meeting: was it one of one's own cases? Nothing where none of them lies unmarked."""
    if held.closed_at is None or not stock_of(within).mine:
        return None
    on = held.opened_at.astimezone(ZoneInfo(within.circle.zone)).date()
    return {"meeting": held.pk, "on": on.isoformat()}
