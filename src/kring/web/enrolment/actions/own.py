"""What somebody does with their own part in a programme."""

import logging
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from kring.web.enrolment.access import LINK_HOLDS, Applying, participation_of, signed_link
from kring.web.enrolment.actions.claiming import claim_all
from kring.web.enrolment.actions.lines import name, report_to, settle
from kring.web.enrolment.actions.people import forget_letters, forget_words_about, free_key, take_away
from kring.web.enrolment.models import Asked, MayPool, Named, Participant, Said, Source
from kring.web.enrolment.parts import tell_going
from kring.web.enrolment.queries.pooling import asked_of
from kring.web.people.models import Person
from kring.web.programmes.models import Programme, Stage

AGAIN_AFTER = timedelta(minutes=2)  # a mail takes so long; whoever presses twice doesn't get two
MOST_A_DAY = 5  # to one address: nobody's mailbox is filled from here

_log = logging.getLogger(__name__)


class Told:
    """
    What somebody told in the form.

    Attributes:
        facts: Columns of their row.
        may_pool: Ids of organisations with whose people they may be placed.
    """

    def __init__(
        self,
        facts: dict[str, Any],  # columns of a row, as a form cleaned them
        *,
        manager: str,
        said: Mapping[Said, Collection[str]],
        may_pool: Collection[UUID],
    ) -> None:
        """Keep it together."""
        self.facts, self.manager, self.said, self.may_pool = facts, manager, said, may_pool


@transaction.atomic
def ask_for_form(programme: Programme, mail: str, address: str, *, language: str, now: datetime) -> None:
    """Send the link to the form at `address` to a mailbox. Whether anything went isn't told to who asked."""
    lately = Asked.objects.filter(programme=programme, mail=mail)
    if lately.filter(at__gt=now - AGAIN_AFTER).exists():
        return
    if Asked.objects.filter(mail=mail, at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        return
    asked = Asked.objects.create(programme=programme, mail=mail, at=now, until=now + LINK_HOLDS)
    letter = _letter(asked, f"{address}?as={signed_link(asked)}", language)
    transaction.on_commit(lambda: _send(letter))


def _letter(asked: Asked, link: str, language: str) -> EmailMessage:
    with translation.override(language):
        subject = _("Take part in %(programme)s") % {"programme": asked.programme.name}
        body = render_to_string("enrolment/mail/form.txt", {"programme": asked.programme, "link": link})
    return EmailMessage(" ".join(subject.split()), body, to=[asked.mail])


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except OSError:
        _log.warning("a link for enrolling couldn't be sent")


def forget_asked(now: datetime) -> int:
    """Addresses of links that are too old. Sends no mail: tells none."""
    Asked.objects.filter(until__lte=now).delete()
    return 0


@transaction.atomic
def enrol(applying: Applying, told: Told, *, language: str, now: datetime) -> Participant:
    """
    Take part, or put right what was known already.

    Raises:
        Refused: they would report to themselves.
    """
    row = applying.participant
    if row is None:
        row = Participant(
            programme=applying.programme,
            key=free_key(applying.programme, applying.mail),
            mail=applying.mail,
            person=applying.person,
            language=language,
            source=Source.LINK,
            enrolled_at=now,
        )
    _keep(row, told, now)
    return row


@transaction.atomic
def change_own(actor: Person, programme: UUID, told: Told, *, now: datetime) -> None:
    """
    Tell otherwise of oneself. Once enrolment is over the organiser hears that somebody did, not who.

    Raises:
        Refused: they would report to themselves.
    """
    _keep(participation_of(actor, programme), told, now)


def _keep(row: Participant, told: Told, now: datetime) -> None:
    before = {column: getattr(row, column) for column in told.facts}
    for column, value in told.facts.items():
        setattr(row, column, value)
    if row.programme.stage in {Stage.FORMING, Stage.RUNNING, Stage.ENDED} and before != told.facts:
        row.changed_since_forming = True
    row.told_at = now
    row.save()
    report_to(row, told.manager)
    for said, texts in told.said.items():
        name(row, said, texts)
    _may_pool(row, told.may_pool, now)
    claim_all(row.programme)
    settle(row.programme, row)


def _may_pool(row: Participant, chosen: Collection[UUID], now: datetime) -> None:
    """Only about those they were asked; whoever takes it back is no longer lent."""
    asked = {one.pk for one, _yes in asked_of(row)}
    yes = asked & set(chosen)
    MayPool.objects.filter(participant=row).exclude(organisation__in=yes).delete()
    for organisation in yes:
        MayPool.objects.get_or_create(participant=row, organisation_id=organisation, defaults={"at": now})
    if row.pooled_into is not None and row.pooled_into.organisation_id not in yes:
        row.pooled_into = None
        row.save(update_fields=["pooled_into"])


@transaction.atomic
def leave(actor: Person, programme: UUID, *, now: datetime) -> None:
    """Stop taking part. Before circles are published nothing is left; after that, that somebody left, without who."""
    _go(participation_of(actor, programme), now)


@transaction.atomic
def leave_by_link(applying: Applying, *, now: datetime) -> None:
    """The same for who has no account and was put on the list by somebody else."""
    row = applying.participant
    if row is not None:
        _go(row, now)


def leave_all(person: Person, now: datetime) -> None:
    """The same everywhere, for who leaves the site for good."""
    for row in Participant.objects.there().filter(person=person).select_related("programme"):
        _go(row, now)


def _go(row: Participant, now: datetime) -> None:
    if row.programme.stage in {Stage.RUNNING, Stage.ENDED}:
        leave_a_gap(row, now)
    else:
        take_away(row)


def leave_a_gap(row: Participant, now: datetime) -> None:
    """A row without a person takes the place of theirs, so that whoever counts people in circles still can."""
    programme, pk, source, enrolled_at = row.programme, row.pk, row.source, row.enrolled_at
    tell_going(row)
    forget_words_about(row)
    forget_letters(row)
    row.named.all().delete()
    row.not_with.clear()
    Named.objects.filter(other=row).delete()
    Participant.not_with.through.objects.filter(to_participant=row).delete()
    row.may_pool.all().delete()
    row.reports.update(manager=None)
    empty = Participant(
        id=pk,
        programme=programme,
        key=str(pk),
        name="–",
        profession="–",
        source=source,
        enrolled_at=enrolled_at,
        left_at=now,
    )
    empty.save(force_update=True)
