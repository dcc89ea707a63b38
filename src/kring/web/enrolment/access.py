"""The only doors to who takes part in a programme."""

from uuid import UUID

from django.http import Http404

from kring.web.enrolment.models import Participant
from kring.web.people.models import Person
from kring.web.programmes.access import Leading


def participation_of(person: Person, programme: UUID) -> Participant:
    """
    Somebody's own part in a programme.

    Raises:
        Http404: no such programme, or not in it.
    """
    found = Participant.objects.filter(person=person, programme=programme, left_at=None)
    mine = found.select_related("programme__organisation").first()
    if mine is None:
        raise Http404
    return mine


def participant_in(leading: Leading, participant: UUID) -> Participant:
    """
    Somebody of a programme that one organises.

    Raises:
        Http404: of another programme, or nobody.
    """
    found = leading.programme.participants.filter(pk=participant, left_at=None).first()
    if found is None:
        raise Http404
    return found
