"""Participants as forming knows them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median_low
from uuid import UUID

from django.db.models import Q

from kring.core.circles.enrolling.slots import SLOTS
from kring.core.circles.forming.people import MOST_KINDS, Person
from kring.web.enrolment.models import Participant, Participants
from kring.web.programmes.models import Programme

FEW = 1_000  # people: of these one asks by name, of more by programme


@dataclass(frozen=True, slots=True)
class Assumed:
    """
    What isn't known of so many people, and is therefore taken to be usual.

    Attributes:
        field: `slots` (they can always), `languages` (Dutch), `seniority` (as the middle one of all).
    """

    field: str
    people: int


def people_to_seat(programme: Programme) -> tuple[Person, ...]:
    """Everybody who looks for a circle here, and whom another organisation lends; not who is lent out."""
    return as_core(to_seat(programme))


def with_facilitators(programme: Programme) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """The same, and who leads circles; converted together, because lines of authority run through both."""
    found = as_core([*to_seat(programme), *programme.participants.facilitators()])
    leading = {str(pk) for pk in programme.participants.facilitators().values_list("pk", flat=True)}
    return (
        tuple(one for one in found if one.id not in leading),
        tuple(one for one in found if one.id in leading),
    )


def to_seat(programme: Programme) -> Participants:
    """The rows of `people_to_seat`."""
    here = Q(programme=programme, pooled_into=None) | Q(pooled_into=programme)
    return Participant.objects.to_seat().filter(here)


def assumed_of(programme: Programme) -> tuple[Assumed, ...]:
    """What forming takes for granted of those it seats, so that it can be told."""
    people = to_seat(programme)
    unknown = {
        "slots": people.filter(slots=[]).count(),
        "languages": people.filter(languages=[]).count(),
        "seniority": people.filter(seniority=None).count(),
    }
    return tuple(Assumed(field, count) for field, count in unknown.items() if count)


def as_core(participants: Iterable[Participant]) -> tuple[Person, ...]:
    """
    Values for `core.circles.forming`, in the order of their keys; a person's id is that of the row.

    Whom somebody doesn't want to sit with goes along; nobody else asks for it.
    """
    rows = sorted(participants, key=lambda one: (str(one.programme_id), one.key))
    above = _Above(rows)
    apart = _apart(rows)
    usual_seniority = median_low([one.seniority for one in rows if one.seniority is not None] or [0])
    goals = _most_named(rows)
    return tuple(
        Person(
            id=str(one.pk),
            profession=one.profession.casefold(),
            manager=above.manager_of(one),
            organisation=one.organisation_name or str(one.programme_id),
            team=one.team,
            function=one.function,
            seniority=usual_seniority if one.seniority is None else one.seniority,
            region=one.region.casefold(),
            online=one.online,
            languages=frozenset(one.languages or ["nl"]),
            slots=frozenset(one.slots or SLOTS),
            goals=frozenset(goal.casefold() for goal in one.goals) & goals,
            past=frozenset(one.past),
            not_with=frozenset(map(str, apart.get(one.pk, ()))),
            capacity=one.capacity if one.facilitates else 0,
        )
        for one in rows
    )


def _most_named(rows: Sequence[Participant]) -> frozenset[str]:
    """Goals that bring people together; forming counts a bounded number, and one that nobody shares tells nothing."""
    named = Counter(chain.from_iterable({goal.casefold() for goal in one.goals} for one in rows))
    return frozenset(goal for goal, count in named.most_common(MOST_KINDS) if count > 1)


def _apart(rows: Sequence[Participant]) -> dict[UUID, list[UUID]]:
    through = Participant.not_with.through.objects
    pairs = through.filter(from_participant__programme__in={one.programme_id for one in rows})
    if len(rows) <= FEW:
        pairs = through.filter(from_participant__in=[one.pk for one in rows])
    found: dict[UUID, list[UUID]] = {}
    for one, other in pairs.values_list("from_participant_id", "to_participant_id"):
        found.setdefault(one, []).append(other)
    return found


class _Above:
    """Whom people report to; where that person isn't among them, the next one up who is, or else the highest."""

    def __init__(self, rows: Sequence[Participant]) -> None:
        """Level by level upwards from these people: of a few the managers are few, however large the programme."""
        self._among = {one.pk for one in rows}
        self._managers = {one.pk: (one.manager_id, one.manager_key) for one in rows}
        there = Participant.objects.filter(programme__in={one.programme_id for one in rows}, left_at=None)
        while above := {manager for manager, _said in self._managers.values() if manager} - {*self._managers}:
            self._managers |= dict.fromkeys(above, (None, ""))  # of who left nothing is known
            found = there.filter(pk__in=above).values_list("pk", "manager_id", "manager_key")
            self._managers |= {pk: (manager, said) for pk, manager, said in found}

    def manager_of(self, one: Participant) -> str | None:
        """An id, or something that stands for a manager who isn't in the programme: the same for all who named it."""
        pk, seen = one.pk, {one.pk}
        while True:
            manager, said = self._managers.get(pk, (None, ""))
            if manager is None:
                if said:
                    return f"elsewhere:{one.programme_id}:{said.casefold()}"
                return None if pk == one.pk else str(pk)
            if manager in self._among or manager in seen:
                return str(manager)
            seen.add(manager)
            pk = manager
