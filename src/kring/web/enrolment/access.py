"""The only doors to who takes part in a programme."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.http import Http404

from kring.web.enrolment.models import Asked, Participant, TableInHand
from kring.web.organisations.models import Organisation
from kring.web.people.models import Person
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme

IN_HAND = timedelta(hours=1)  # long enough to mend a table with a colleague, short enough to be forgotten
LINK_HOLDS = timedelta(days=7)
INVITATION_HOLDS = timedelta(days=28)  # who is on holiday when it comes can still use it
_SALT = "kring.enrolment.link"


@dataclass(frozen=True, slots=True)
class Applying:
    """Somebody who shows to read an address, at an open programme. Signed in where `person` is there."""

    programme: Programme
    mail: str
    person: Person | None

    @property
    def participant(self) -> Participant | None:
        """Their row, if somebody took them in already."""
        return self.programme.participants.there().filter(mail=self.mail).first()


def participation_of(person: Person, programme: UUID) -> Participant:
    """
    Somebody's own part in a programme.

    Raises:
        Http404: no such programme, or not in it.
    """
    found = Participant.objects.there().filter(person=person, programme=programme)
    mine = found.select_related("programme__organisation", "manager").first()
    if mine is None:
        raise Http404
    return mine


def participant_in(leading: Leading, participant: UUID) -> Participant:
    """
    Somebody of a programme that one organises.

    Raises:
        Http404: of another programme, or nobody.
    """
    found = (
        leading.programme.participants.filter(pk=participant, left_at=None).select_related("manager").first()
    )
    if found is None:
        raise Http404
    return found


def table_in_hand(leading: Leading, table: UUID, now: datetime) -> TableInHand | None:
    """The table that this organiser has in hand here; nothing once it is used, given up or too old."""
    mine = TableInHand.objects.filter(pk=table, programme=leading.programme, by=leading.person)
    return mine.filter(put_at__gt=now - IN_HAND).first()


def open_programme(token: UUID) -> Programme:
    """
    The programme of a link for enrolling, whether or not it still takes people.

    Raises:
        Http404: no such link.
    """
    found = Programme.objects.filter(enrolment_token=token).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def signed_link(asked: Asked) -> str:
    """What stands in the mail; it says nothing about who it is for."""
    return signing.dumps(str(asked.pk), salt=_SALT)


def applying_by_link(programme: Programme, signed: str, now: datetime) -> Applying | None:
    """Whoever opened the link in the mail; nobody where it isn't whole, too old or of another programme."""
    try:
        asked = signing.loads(signed, salt=_SALT, max_age=INVITATION_HOLDS)
    except signing.BadSignature:
        return None
    found = Asked.objects.filter(pk=asked, programme=programme, until__gt=now).first()
    return Applying(programme, found.mail, None) if found else None


def partner_called(organisation: Organisation, name: str) -> Organisation | None:
    """Another organisation on this server, by its whole name in any case."""
    return Organisation.objects.exclude(pk=organisation.pk).filter(name__iexact=name.strip()).first()
