"""Whose turn it is at each date to come: what is settled, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404

from kring.core.members import MemberId
from kring.core.methods.method import Method
from kring.core.rhythm import rota as craft
from kring.core.rhythm.path import Path, Step
from kring.core.rhythm.rota import Candidate, Duty
from kring.web.circles.models import Circle, Membership, PlannedDate
from kring.web.circles.queries import members_of
from kring.web.meetings.own_methods import own_of
from kring.web.methods.queries import method_by_id
from kring.web.people.models import Person
from kring.web.rhythm.models import Turn, Why
from kring.web.rhythm.queries.path import coaches_among, path_of
from kring.web.rhythm.queries.standing import Standing, day_of, id_of, standings_of

# Which duties go round where the circle stands on its path; the others are the facilitator's.
BY_TURNS: Mapping[Step, frozenset[Duty]] = {
    Step.GUIDED: frozenset(),
    Step.WATCH: frozenset(),
    Step.LEAD_A_ROUND: frozenset({Duty.FACILITATE}),
    Step.LEAD_BESIDE: frozenset(Duty),
    Step.LEAD_ALONE: frozenset(Duty),
    Step.SELF_GUIDED: frozenset(Duty),
}


@dataclass(frozen=True, slots=True)
class TurnNow:
    """
    Whose turn something is at a date.

    Attributes:
        person: None where nobody is willing and there, or nobody leads from outside yet.
        why: What settled it; None where it is proposed.
        method: What has been chosen already, in the library.
        own: Or, of the circle's own methods, the id of its sealed text.
        goes_round: Whether it goes by turns at all, or is the facilitator's.
    """

    date: PlannedDate
    duty: Duty
    person: Person | None
    why: Why | None
    method: Method | None
    own: UUID | None
    goes_round: bool

    @property
    def is_chosen(self) -> bool:
        """Whether a method has been chosen already."""
        return self.method is not None or self.own is not None


@dataclass(frozen=True, slots=True)
class Rota:
    """
    The turns of a circle.

    Attributes:
        by_date: In order; leading before choosing.
        standings: Among whom they go round.
        today: Where the circle is.
    """

    circle: Circle
    path: Path
    by_date: tuple[tuple[PlannedDate, tuple[TurnNow, ...]], ...]
    standings: Mapping[Duty, tuple[Standing, ...]]
    today: date

    @property
    def turns(self) -> tuple[TurnNow, ...]:
        """All of them."""
        return tuple(turn for _date, turns in self.by_date for turn in turns)

    @property
    def goes_round(self) -> frozenset[Duty]:
        """What goes by turns now."""
        return BY_TURNS[self.path.step]

    def turn(self, date: UUID, duty: Duty) -> TurnNow:
        """
        One of them.

        Raises:
            Http404: not a date to come.
        """
        for turn in self.turns:
            if turn.date.pk == date and turn.duty is duty:
                return turn
        raise Http404

    def candidates(self, duty: Duty) -> tuple[Candidate, ...]:
        """Among whom one duty goes round, as the craft takes them."""
        return tuple(standing.candidate for standing in self.standings[duty])

    def as_craft(self, duty: Duty) -> tuple[craft.Turn, ...]:
        """The turns of one duty, as the craft takes them."""
        return tuple(self.of(turn) for turn in self.turns if turn.duty is duty)

    def of(self, turn: TurnNow) -> craft.Turn:
        """One turn, as the craft takes it."""
        member = None if turn.person is None else id_of(turn.person.pk)
        return craft.Turn(day_of(turn.date, self.circle), turn.duty, member)


def rota_of(circle: Circle, now: datetime) -> Rota:
    """
    The turns at every date to come.

    A turn stays settled as long as whoever has it is in the circle and hasn't said not to come; all others are worked
    out each time, so that they follow from who is in it now, and how they stand.
    """
    coming, members, path = dates_to_come(circle, now), members_of(circle), path_of(circle)
    standings = standings_of(circle, members, coming)
    rows = {(row.date_id, Duty(row.duty)): row for row in Turn.objects.filter(date__in=coming)}
    people: dict[MemberId | None, Person] = {}
    for one in members:
        assert isinstance(one.person, Person)
        people[id_of(one.person_id)] = one.person
    leads: dict[date, MemberId] = {}
    by_duty: dict[Duty, list[TurnNow]] = {}
    for duty in Duty:
        holders = _holders(circle, duty, coming, members, standings[duty], rows, leads, path)
        if duty is Duty.FACILITATE:
            pairs = zip(coming, holders, strict=True)
            leads = {day_of(planned, circle): who for planned, who in pairs if who is not None}
        by_duty[duty] = [
            _turn(planned, duty, people.get(who), rows.get((planned.pk, duty)), path)
            for planned, who in zip(coming, holders, strict=True)
        ]
    by_date = tuple(zip(coming, zip(*by_duty.values(), strict=True), strict=True))
    return Rota(circle, path, by_date, standings, now.astimezone(ZoneInfo(circle.zone)).date())


def dates_to_come(circle: Circle, now: datetime) -> list[PlannedDate]:
    """Every date that isn't cancelled and at which the circle hasn't met yet, in order, with who can't come."""
    rows = circle.dates.filter(cancelled_at=None, starts_at__gt=now - timedelta(hours=12))
    met = rows.filter(held__closed_at__isnull=False).values("pk")
    found = rows.exclude(pk__in=met).prefetch_related("excuses").order_by("starts_at")
    return [date for date in found if date.starts_at + timedelta(minutes=date.minutes) > now]


def _holders(
    circle: Circle,
    duty: Duty,
    coming: Sequence[PlannedDate],
    members: Sequence[Membership],
    standings: Sequence[Standing],
    rows: Mapping[tuple[UUID, Duty], Turn],
    leads: Mapping[date, MemberId],
    path: Path,
) -> list[MemberId | None]:
    """Whose it is at each date."""
    if duty not in BY_TURNS[path.step]:
        outside = coaches_among(members)
        return [id_of(outside[0].person_id) if outside else None for _date in coming]
    by_id = {standing.candidate.member: standing.candidate for standing in standings}
    agreed = {}
    for planned in coming:
        row, on = rows.get((planned.pk, duty)), day_of(planned, circle)
        found = None if row is None else by_id.get(id_of(row.person_id))
        if found is not None and on not in found.away:
            agreed[on] = found.member
    days = [day_of(planned, circle) for planned in coming]
    turns = craft.rota(days, duty, list(by_id.values()), leads, agreed)
    return [turn.member for turn in turns]


def _turn(planned: PlannedDate, duty: Duty, person: Person | None, row: Turn | None, path: Path) -> TurnNow:
    goes_round = duty in BY_TURNS[path.step]
    settled = row is not None and goes_round and person is not None and row.person_id == person.pk
    return TurnNow(
        date=planned,
        duty=duty,
        person=person,
        why=Why(row.why) if row is not None and settled else None,
        method=method_by_id(row.method) if row is not None and row.method else None,
        own=own_of(row.method) if row is not None else None,
        goes_round=goes_round,
    )
