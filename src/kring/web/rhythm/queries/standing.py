"""How each member stands as far as one duty goes: how often, since when, willing or not, and when away."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec.structs import replace as changed

from kring.core.members import MemberId
from kring.core.rhythm.rota import Candidate, Duty, start_of_newcomer
from kring.web.circles.models import Circle, Membership, PlannedDate, Role
from kring.web.people.models import Person
from kring.web.rhythm.models import Done, Readiness, Said


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A member and one duty.

    Attributes:
        times: How often they really did it since they came.
        start: What their count began with; None as long as coming in is what makes them level with the others.
    """

    duty: Duty
    membership: Membership
    candidate: Candidate
    said: Said
    times: int
    start: int | None

    @property
    def person(self) -> Person:
        """Who it is."""
        person = self.membership.person
        assert isinstance(person, Person)
        return person


def id_of(person: UUID) -> MemberId:
    """As the craft calls somebody."""
    return MemberId(str(person))


def day_of(planned: PlannedDate, circle: Circle) -> date:
    """The day of a date, where the circle is."""
    return planned.starts_at.astimezone(ZoneInfo(circle.zone)).date()


def standings_of(
    circle: Circle, members: Sequence[Membership], coming: Iterable[PlannedDate]
) -> Mapping[Duty, tuple[Standing, ...]]:
    """By duty, those among whom turns go round, in the order in which they came; nobody from outside."""
    peers = [one for one in members if one.role == Role.MEMBER]
    said = {(row.membership_id, row.duty): row for row in Readiness.objects.filter(membership__in=peers)}
    done, away = _days_done(circle, peers), _days_away(circle, coming)
    return {
        duty: _level(
            [
                _standing(
                    circle, one, duty, said.get((one.pk, duty.value)), done[duty, one.pk], away[one.person_id]
                )
                for one in peers
            ]
        )
        for duty in Duty
    }


def _standing(
    circle: Circle,
    membership: Membership,
    duty: Duty,
    row: Readiness | None,
    done: Sequence[date],
    away: Collection[date],
) -> Standing:
    """
    Who is on the way to guiding themselves leads only once they say that they are ready; who guides themselves, unless
    they would rather not.
    """
    said, start = (Said.NOTHING, None) if row is None else (Said(row.said), row.start)
    learns = circle.guided and duty is Duty.FACILITATE
    candidate = Candidate(
        member=id_of(membership.person_id),
        done=len(done) + (start or 0),
        last_on=max(done, default=None),
        ready=said is Said.READY or not learns,
        asked_not_to=said is Said.RATHER_NOT,
        away=frozenset(away),
    )
    return Standing(duty, membership, candidate, said, len(done), start)


def _level(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Those who haven't been through a meeting yet stand level with whoever of the others did it least."""
    level = start_of_newcomer(one.candidate for one in standings if one.start is not None)
    return tuple(
        one if one.start is not None else replace(one, candidate=changed(one.candidate, done=level))
        for one in standings
    )


def _days_done(circle: Circle, peers: Sequence[Membership]) -> Mapping[tuple[Duty, int], list[date]]:
    """By duty and membership, the days on which they did it since they came."""
    zone, found = ZoneInfo(circle.zone), defaultdict[tuple[Duty, int], list[date]](list)
    memberships = {one.person_id: one for one in peers}
    rows = Done.objects.filter(held__circle=circle, person__in=memberships)
    for duty, person, opened_at in rows.values_list("duty", "person", "held__opened_at"):
        if opened_at >= memberships[person].joined_at:
            found[Duty(duty), memberships[person].pk].append(opened_at.astimezone(zone).date())
    return found


def _days_away(circle: Circle, coming: Iterable[PlannedDate]) -> Mapping[UUID, set[date]]:
    """By person, the days on which they said not to come."""
    found = defaultdict[UUID, set[date]](set)
    for planned in coming:
        for excuse in planned.excuses.all():
            found[excuse.person_id].add(day_of(planned, circle))
    return found
