"""The only doors to what is being formed. Who doesn't organise the programme hears that there is nothing."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.models import Division, ProposedCircle
from kring.web.people.models import Person
from kring.web.programmes.access import Leading


@dataclass(frozen=True, slots=True)
class Dividing:
    """A programme of one's own, and the division that counts in it."""

    leading: Leading
    division: Division

    @property
    def person(self) -> Person:
        """Who asks."""
        return self.leading.person


def division_of(leading: Leading) -> Dividing:
    """
    The division that counts.

    Raises:
        Http404: nothing was formed yet.
    """
    found = Division.objects.current().filter(programme=leading.programme).first()
    if found is None:
        raise Http404
    found.programme = leading.programme
    return Dividing(leading, found)


def circle_in(dividing: Dividing, number: int) -> ProposedCircle:
    """
    A circle that is to be.

    Raises:
        Http404: no such number.
    """
    found = dividing.division.circles.filter(number=number).select_related("facilitator").first()
    if found is None:
        raise Http404
    return found


def seated_in(dividing: Dividing, participant: UUID) -> Participant:
    """
    Somebody who looks for a circle here, those lent by another organisation included.

    Raises:
        Http404: not here.
    """
    found = to_seat(dividing.leading.programme).filter(pk=participant).first()
    if found is None:
        raise Http404
    return found


def leader_in(dividing: Dividing, participant: UUID) -> Participant:
    """
    Somebody who leads circles here.

    Raises:
        Http404: not here.
    """
    found = dividing.leading.programme.participants.facilitators().filter(pk=participant).first()
    if found is None:
        raise Http404
    return found
