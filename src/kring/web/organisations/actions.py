"""What the host does with organisations, what organisers do with theirs, and the trail. Actor first."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.organisations import traces
from kring.web.organisations.models import Organisation, Organiser, Trace
from kring.web.people.claims import person_who_confirmed
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused

ONE_LOOK = timedelta(hours=1)  # going to and fro between pages is one look, and the trail stays readable


class Acting(Protocol):
    """Somebody in a role of an organisation: an organiser, or a client of one of its programmes."""

    @property
    def organisation(self) -> Organisation:
        """Whose trail it goes into."""

    @property
    def person(self) -> Person:
        """Who did it."""


def trace(
    acting: Acting, what: str, *, programme: UUID | None = None, now: datetime, **about: object
) -> None:
    """
    Note what somebody looked at or did. `what` has a sentence in `traces`, and `about` is what that needs: counts,
    file names, ids; never anything that somebody wrote. A look is noted once an hour.

    Raises:
        LookupError: nobody said how this reads.
    """
    person, organisation = acting.person, acting.organisation
    if traces.sentence(what).look:
        same = Trace.objects.filter(organisation=organisation, person=person, what=what, programme=programme)
        if same.filter(about=about, at__gt=now - ONE_LOOK).exists():
            return
    Trace.objects.create(
        organisation=organisation,
        person=person,
        name=person.name,
        what=what,
        programme=programme,
        about=about,
        at=now,
    )


@transaction.atomic
def found_organisation(name: str, organiser: str, *, now: datetime) -> Organisation:
    """The host makes an organisation and says who organises for it, by address."""
    organisation = Organisation.objects.create(name=name, made_at=now)
    appoint(organisation, organiser, by=None, now=now)
    return organisation


def appoint(organisation: Organisation, mail: str, *, by: Person | None, now: datetime) -> Organiser:
    """Whoever has confirmed this address, or once does, organises for it; the host did it where `by` is None."""
    address = mail.strip().lower()
    organiser, _made = Organiser.objects.get_or_create(
        organisation=organisation,
        mail=address,
        defaults={"person": person_who_confirmed(address), "named_by": by, "named_at": now},
    )
    return organiser


def claim_organising(person: Person, mail: str) -> None:
    """Who confirmed an address under which an organiser was named, is that organiser."""
    Organiser.objects.filter(mail=mail, person=None).update(person=person)


@transaction.atomic
def appoint_colleague(organising: Acting, mail: str, *, now: datetime) -> Organiser:
    """One organiser names another."""
    organiser = appoint(organising.organisation, mail, by=organising.person, now=now)
    trace(organising, "appointed-organiser", now=now)
    return organiser


@transaction.atomic
def dismiss(organising: Acting, organiser: int, *, now: datetime) -> None:
    """
    Somebody no longer organises, perhaps oneself.

    Raises:
        Refused: nobody would be left.
    """
    rows = Organiser.objects.select_for_update().filter(organisation=organising.organisation)
    if rows.exclude(pk=organiser).exclude(person=None).count() == 0:
        raise Refused(409, "last", _("Then nobody would organise any more. Name somebody else first."))
    gone, _of_what = rows.filter(pk=organiser).delete()
    if gone:
        trace(organising, "dismissed-organiser", now=now)


@transaction.atomic
def take_requests(organising: Acting, *, takes: bool, now: datetime) -> None:
    """Open or shut the page by which visitors get in touch."""
    organisation = organising.organisation
    organisation.takes_requests = takes
    organisation.save(update_fields=["takes_requests"])
    trace(organising, "opened-requests" if takes else "shut-requests", now=now)
