"""Who sits where in a division: ids alone, in three questions however many there are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from django.db.models import Count, Q, QuerySet

from kring.core.circles.forming.people import Circle, Rules
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.models import Division, ProposedCircle, Seat
from kring.web.forming.queries.people import Known, known, known_of


@dataclass(frozen=True, slots=True)
class Seated:
    """
    A division as forming knows it.

    Attributes:
        rows: The circles, in the order of their numbers; the one with number 1 stands at place 0.
        circles: The same as values, at the same places.
    """

    division: Division
    rules: Rules
    rows: Sequence[ProposedCircle]
    circles: Sequence[Circle]

    def whole(self) -> Known:
        """Everybody of the programme."""
        return known(self.division.programme, self.rules)

    def around(self, places: Collection[int], *also: UUID) -> Known:
        """Those in the circles at these places, and a few others."""
        ids = {UUID(one) for place in places for one in people_in(self.circles[place])}
        return known_of({*ids, *also}, self.division.programme, self.rules)

    @property
    def standing(self) -> list[int]:
        """Places of the circles that have people."""
        return [place for place, circle in enumerate(self.circles) if circle.members]

    @property
    def locked(self) -> frozenset[int]:
        """Places of the circles that stay as they are; what is published is another matter."""
        return frozenset(place for place, row in enumerate(self.rows) if row.locked_at and not row.published)

    @property
    def published(self) -> frozenset[int]:
        """Places of the circles that are published."""
        return frozenset(place for place, row in enumerate(self.rows) if row.published)


def people_in(circle: Circle) -> tuple[str, ...]:
    """Whoever sits there, and who leads."""
    return circle.members if circle.facilitator is None else (*circle.members, circle.facilitator)


def rules_in(division: Division) -> Rules:
    """By which it was formed."""
    return msgspec.convert(division.rules, Rules)


def seated(division: Division) -> Seated:
    """Who sits where."""
    rows = list(division.circles.order_by("number"))
    members: dict[int, list[str]] = {}
    looking = to_seat(division.programme)  # not who left, was lent to another programme or leads circles now
    seats = division.seats.filter(participant__in=looking).order_by("participant__name", "participant")
    for circle, participant in seats.values_list("circle_id", "participant_id"):
        members.setdefault(circle, []).append(str(participant))
    leading = set(division.programme.participants.facilitators().values_list("pk", flat=True))
    circles = [
        Circle(
            tuple(members.get(row.pk, ())),
            str(row.facilitator_id) if row.facilitator_id in leading else None,
        )
        for row in rows
    ]
    return Seated(division, rules_in(division), rows, circles)


def seats_of_kind(participant: Participant, division: Division, rules: Rules) -> "QuerySet[Seat]":
    """The seats of those whose profession goes with somebody's."""
    family = rules.family_of(participant.profession.casefold())
    named = to_seat(division.programme).order_by().values_list("profession", flat=True).distinct()
    alike = [one for one in named if rules.family_of(one.casefold()) == family]
    return division.seats.filter(participant__left_at=None, participant__profession__in=alike)


def circles_of_kind(participant: Participant, seats: Seated, *, but: int | None) -> list[int]:
    """Places of the circles of somebody's profession: first those with most people of their region, then the smallest."""
    from_near = Count("pk", filter=Q(participant__region=participant.region))
    found = seats_of_kind(participant, seats.division, seats.rules).values("circle__number")
    rows = found.annotate(near=from_near, people=Count("pk")).order_by("-near", "people", "circle__number")
    places = [number - 1 for number in rows.values_list("circle__number", flat=True)]
    return [place for place in places if place != but]


def members_of(circles: Sequence[int]) -> list[Circle]:
    """Who sits in these, in that order, by their ids; nobody leads them here."""
    members: dict[int, list[str]] = {pk: [] for pk in circles}
    seats = Seat.objects.filter(circle__in=circles, participant__left_at=None).order_by("participant")
    for circle, participant in seats.values_list("circle_id", "participant_id"):
        members[circle].append(str(participant))
    return [Circle(tuple(members[pk])) for pk in circles]
