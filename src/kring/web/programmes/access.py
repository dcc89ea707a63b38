"""The only doors to a programme. To whoever has no part in it, it isn't there."""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import Http404

from kring.web.organisations.access import Organising, organisation_for
from kring.web.organisations.models import Organisation
from kring.web.people.models import Person
from kring.web.programmes.models import Client, Enquiry, Programme

_ENQUIRY = "kring.programmes.enquiry"


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


def enquiry_of(organising: Organising, enquiry: UUID) -> Enquiry:
    """
    An enquiry that was put to one's organisation.

    Raises:
        Http404: no such enquiry, or put to another one.
    """
    found = organising.organisation.enquiries.filter(pk=enquiry).first()
    if found is None:
        raise Http404
    return found


def token_of(enquiry: Enquiry) -> str:
    """The secret in the link of whoever asked: signed, so that nobody can make one up."""
    return signing.dumps(enquiry.pk.hex, salt=_ENQUIRY)


def enquiry_by_token(token: str) -> Enquiry:
    """
    The enquiry, for who has its link.

    Raises:
        Http404: not a token of ours, or thrown away.
    """
    try:
        pk = UUID(signing.loads(token, salt=_ENQUIRY))
    except (signing.BadSignature, ValueError):
        raise Http404 from None
    found = Enquiry.objects.filter(pk=pk).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def organisation_to_ask(organisation: UUID) -> Organisation:
    """
    An organisation that takes requests, for anybody.

    Raises:
        Http404: there is none, or it takes none.
    """
    found = Organisation.objects.filter(pk=organisation, takes_requests=True).first()
    if found is None:
        raise Http404
    return found
