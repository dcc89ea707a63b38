"""The only doors to an evaluation: for who organises the programme, and for who sits in a circle of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from kring.web.enrolment.models import Participant
from kring.web.evaluation.models import Evaluation
from kring.web.people.models import Person
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who sits in a circle of a programme, and what they are asked now, if anything."""

    programme: Programme
    participant: Participant
    evaluation: Evaluation | None


def seated_in(programme: Programme) -> "QuerySet[Participant]":
    """Who sits in a published circle, those that another organisation lent among them; not who only leads one."""
    return Participant.objects.to_seat().filter(
        seats__division__programme=programme,
        seats__division__is_current=True,
        seats__circle__published__isnull=False,
    )


def sitting_in(person: Person, programme: UUID, now: datetime) -> Sitting:
    """
    Somebody's own place.

    Raises:
        Http404: no such programme, no place in a circle of it, or nothing was ever asked.
    """
    found = Programme.objects.select_related("organisation").filter(pk=programme).first()
    participant = seated_in(found).filter(person=person).first() if found else None
    if found is None or participant is None or not found.evaluations.exists():
        raise Http404
    return Sitting(found, participant, Evaluation.objects.open(now).filter(programme=found).first())


def outcome_for(leading: Leading, evaluation: UUID) -> Evaluation:
    """
    A closed evaluation of a programme one organises.

    Raises:
        Http404: of another programme, still open, or nothing may be told of it.
    """
    found = Evaluation.objects.told().filter(programme=leading.programme, pk=evaluation).first()
    if found is None:
        raise Http404
    return found
