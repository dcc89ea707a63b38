"""An organiser writes to people of the list, who then tell their wishes and times themselves."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.enrolment.access import participant_in
from kring.web.enrolment.mailing import send_soon
from kring.web.enrolment.models import Invitation, Participants
from kring.web.enrolment.queries.inviting import (
    can_be_written_to,
    lately_written,
    not_just_written,
    unwritten,
)
from kring.web.organisations.actions import trace
from kring.web.programmes.access import Leading
from kring.web.ui.refusal import Refused

WRITTEN_AT_ONCE = 500  # rows in a statement


@transaction.atomic
def write_to_list(leading: Leading, *, again: bool, now: datetime) -> int:
    """
    Write to everybody of whom only others told and who wasn't written to this week; `again` means those who were.

    Returns how many. The letters go in the background.

    Raises:
        Refused: nobody can be written to now.
    """
    _see_that_may(leading)
    people = leading.programme.participants.unheard()
    return _write(leading, lately_written(people, now) if again else unwritten(people, now), now)


@transaction.atomic
def write_to_one(leading: Leading, participant: UUID, *, again: bool, now: datetime) -> int:
    """
    The same for one person.

    Raises:
        Refused: they have no address, told already, or were written to this week and it isn't meant to be again.
    """
    _see_that_may(leading)
    row = participant_in(leading, participant)
    people = leading.programme.participants.unheard().filter(pk=row.pk)
    if not people.exists():
        say = _("They have no address yet, or told their wishes already.")
        raise Refused(409, "not_now", say)
    if not again and not unwritten(people, now).exists():
        say = _("They were written to less than a week ago. Write once more only if you mean to.")
        raise Refused(409, "lately", say)
    return _write(leading, people, now)


def _write(leading: Leading, people: Participants, now: datetime) -> int:
    """A button that is pressed twice writes once."""
    found = not_just_written(people, now).values_list("pk", flat=True)
    rows = [Invitation(participant_id=pk, asked_at=now) for pk in found]
    Invitation.objects.bulk_create(
        rows,
        batch_size=WRITTEN_AT_ONCE,
        update_conflicts=True,
        unique_fields=["participant"],
        update_fields=["asked_at", "sent_at", "failed_at"],
    )
    if rows:
        trace(leading, "wrote-to-people", programme=leading.programme.pk, now=now, count=len(rows))
        transaction.on_commit(send_soon)
    return len(rows)


def _see_that_may(leading: Leading) -> None:
    if not can_be_written_to(leading.programme):
        say = _("You can write to them while people come in and circles are being put together.")
        raise Refused(409, "not_now", say)
