"""The only doors to an organisation. To whoever has no role in it, it isn't there."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from kring.web.organisations.models import Organisation, Organiser
from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Organising:
    """An organisation, and somebody who organises for it."""

    organisation: Organisation
    person: Person


def organisation_for(person: Person, organisation: UUID) -> Organising:
    """
    The organisation, for one of its organisers.

    Raises:
        Http404: no such organisation, or not an organiser of it.
    """
    found = Organiser.objects.filter(organisation=organisation, person=person).select_related("organisation")
    role = found.first()
    if role is None:
        raise Http404
    return Organising(role.organisation, person)
