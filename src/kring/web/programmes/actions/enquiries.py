"""Somebody gets in touch, and the organisation answers."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _, gettext_lazy

from kring.web.organisations.access import Organising
from kring.web.organisations.actions import trace
from kring.web.organisations.models import Organisation
from kring.web.people.models import Person
from kring.web.programmes import letters
from kring.web.programmes.access import token_of
from kring.web.programmes.models import Answer, Enquiry
from kring.web.ui.refusal import Refused

CLOSED_FOR = timedelta(days=365)  # long enough to come back to it the next season
MOST_A_DAY = 3  # from one address: each sends a mail there, and nobody may have somebody else's box filled


@transaction.atomic
def ask(
    organisation: Organisation,
    given: Mapping[str, object],
    person: Person | None,
    *,
    now: datetime,
    site: str,
) -> Enquiry:
    """
    Put a question to an organisation; `given` has the fields of an enquiry. Who asks gets a link of their own by mail.

    Raises:
        Refused: too many from this address today.
    """
    mail = str(given["mail"]).strip().lower()
    if Enquiry.objects.filter(mail=mail, asked_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        raise Refused(
            429, "too_many", _("From this address three questions came today already. Try again tomorrow.")
        )
    enquiry = Enquiry.objects.create(
        **{**given, "mail": mail},
        organisation=organisation,
        person=person,
        language=person.language if person else translation.get_language() or "nl",
        asked_at=now,
    )
    _tell_organisers(enquiry, gettext_lazy("A new enquiry from %(name)s"), site)
    _tell_asker(
        enquiry,
        gettext_lazy("Your question to %(organisation)s"),
        gettext_lazy(
            "Your question has arrived at %(organisation)s. This link is yours alone: the answer comes there, and you can write back."
        ),
        site,
    )
    return enquiry


@transaction.atomic
def answer(organising: Organising, enquiry: Enquiry, text: str, *, now: datetime, site: str) -> None:
    """The organisation writes back."""
    Answer.objects.create(enquiry=enquiry, by=organising.person, from_organiser=True, text=text, at=now)
    if enquiry.answered_at is None:
        enquiry.answered_at = now
        enquiry.save(update_fields=["answered_at"])
    trace(organising, "answered-enquiry", now=now)
    _tell_asker(
        enquiry,
        gettext_lazy("An answer from %(organisation)s"),
        gettext_lazy("%(organisation)s answered you. You read it, and write back, by your own link:"),
        site,
    )


@transaction.atomic
def write_back(enquiry: Enquiry, text: str, *, now: datetime, site: str) -> None:
    """
    Whoever asked writes again, by their own link.

    Raises:
        Refused: it is closed.
    """
    if enquiry.closed_at is not None:
        raise Refused(409, "closed", _("This question has been closed. Get in touch anew if you like."))
    Answer.objects.create(enquiry=enquiry, by=enquiry.person, from_organiser=False, text=text, at=now)
    _tell_organisers(enquiry, gettext_lazy("%(name)s wrote back"), site)


@transaction.atomic
def close(organising: Organising, enquiry: Enquiry, *, now: datetime) -> None:
    """Nothing comes of it, or it has become a programme."""
    enquiry.closed_at = now
    enquiry.save(update_fields=["closed_at"])
    trace(organising, "closed-enquiry", now=now)


@transaction.atomic
def throw_away(organising: Organising, enquiry: Enquiry, *, now: datetime) -> None:
    """The whole question with its answers goes, for good."""
    enquiry.delete()
    trace(organising, "threw-enquiry-away", now=now)


def forget_closed(now: datetime) -> int:
    """Let go of questions that were closed a year ago and of which no programme came. Returns how many."""
    gone = Enquiry.objects.filter(closed_at__lt=now - CLOSED_FOR, programme=None)
    count = gone.count()
    gone.delete()
    return count


def _tell_organisers(enquiry: Enquiry, subject: object, site: str) -> None:
    letters.write_to(
        letters.organisers(enquiry.organisation),
        subject=subject,
        says=gettext_lazy("%(name)s put a question to %(organisation)s. You read it here:"),
        link=f"{site}/organisations/{enquiry.organisation_id}/enquiries/{enquiry.pk}/",
        name=enquiry.name,
        organisation=enquiry.organisation.name,
    )


def _tell_asker(enquiry: Enquiry, subject: object, says: object, site: str) -> None:
    letters.write_to(
        [letters.asker(enquiry)],
        subject=subject,
        says=says,
        link=f"{site}/contact/mine/{token_of(enquiry)}/",
        organisation=enquiry.organisation.name,
    )
