"""The only doors to a programme. To whoever has no part in it, it isn't there."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from kring.web.organisations.access import Organising, organisation_for
from kring.web.organisations.models import Organisation
from kring.web.people.models import Person
from kring.web.programmes.models import Client, Enquiry, Programme


@dataclass(frozen=True, slots=True)
class Leading:
    """A programme, and an organiser of its organisation."""

    programme: Programme
    organising: Organising

    @property
    def person(self) -> Person:
        """Who asks."""
        return self.organising.person

    @property
    def organisation(self) -> Organisation:
        """Whose trail it goes into."""
        return self.organising.organisation


@dataclass(frozen=True, slots=True)
class Commissioning:
    """A programme, and one of its clients."""

    programme: Programme
    person: Person

    @property
    def organisation(self) -> Organisation:
        """Whose trail it goes into."""
        return self.programme.organisation


def programme_of_organiser(person: Person, programme: UUID, *, lock: bool = False) -> Leading:
    """
    The programme, for an organiser of its organisation.

    Raises:
        Http404: no such programme, or not an organiser of its organisation.
    """
    rows = Programme.objects.select_related("organisation")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=programme).first()
    if found is None:
        raise Http404
    return Leading(found, organisation_for(person, found.organisation_id))


def programme_of_client(person: Person, programme: UUID) -> Programme:
    """
    The programme, for one of its clients.

    Raises:
        Http404: no such programme, or not a client of it.
    """
    found = Client.objects.filter(person=person, programme=programme).select_related(
        "programme__organisation"
    )
    role = found.first()
    if role is None:
        raise Http404
    return role.programme


def commission_of(person: Person, programme: UUID) -> Commissioning:
    """
    The same, along with who asks.

    Raises:
        Http404: as above.
    """
    return Commissioning(programme_of_client(person, programme), person)


def enquiry_for(person: Person, enquiry: UUID) -> Enquiry:
    """
    An enquiry, for an organiser of the organisation that it was put to.

    Raises:
        Http404: no such enquiry, or not an organiser.
    """
    found = Enquiry.objects.filter(pk=enquiry).select_related("organisation").first()
    if found is None:
        raise Http404
    organisation_for(person, found.organisation_id)
    return found
