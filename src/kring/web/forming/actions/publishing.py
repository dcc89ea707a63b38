"""Publishing circles: from then on they are in `web/circles`, and the people in them hear of it."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.web.circles.actions import gathering
from kring.web.enrolment.models import Participant
from kring.web.forming import mailing
from kring.web.forming.access import Dividing
from kring.web.forming.models import LeftOut, ProposedCircle, Seat
from kring.web.forming.queries.publishing import agreed_of, readiness, reasons_of, sitters
from kring.web.forming.queries.seats import seated
from kring.web.organisations.actions import trace
from kring.web.programmes.models import Programme, Stage
from kring.web.ui.refusal import Refused


@transaction.atomic
def publish(dividing: Dividing, language: str, *, now: datetime) -> int:
    """
    Publish every circle that keeps the rules and isn't published yet. Returns how many; mails go in the background.

    Raises:
        Refused: there is none.
    """
    programme, seats = dividing.leading.programme, seated(dividing.division)
    ready = readiness(seats).ready
    if not ready:
        raise Refused(409, "none", _("There is no circle to publish: mend those that break a rule first."))
    known = seats.whole()
    for number in ready:
        row, place = seats.rows[number - 1], number - 1
        gathered = gathering.put_together(
            programme.pk,
            programme.name,
            agreed_of(programme, number, language),
            list(sitters(place, seats, known)),
            reasons=reasons_of(place, seats, known),
            now=now,
        )
        ProposedCircle.objects.filter(pk=row.pk).update(published=gathered.pk)
    dividing.division.changes.all().delete()  # what is published isn't undone, but moved
    Programme.objects.filter(pk=programme.pk).exclude(stage=Stage.ENDED).update(stage=Stage.RUNNING)
    trace(dividing.leading, "published-circles", programme=programme.pk, now=now, count=len(ready))
    transaction.on_commit(mailing.send_soon)
    return len(ready)


@transaction.atomic
def take_back(dividing: Dividing, circle: ProposedCircle, *, now: datetime) -> None:
    """
    Take a published circle back.

    Raises:
        Refused: it has begun.
    """
    if circle.published is None:
        return
    gathering.take_back(circle.published)
    circle.published, circle.facilitator_told_at = None, None
    circle.save(update_fields=["published", "facilitator_told_at"])
    circle.seats.update(told_at=None)
    trace(dividing.leading, "took-circle-back", programme=dividing.leading.programme.pk, now=now)


def give_up_chairs(participant: Participant) -> None:
    """
    Somebody goes from the programme: no chair waits for them any more, nor a seat in an earlier division.

    Where they sit already it is theirs to leave.
    """
    LeftOut.objects.filter(participant=participant).delete()
    Seat.objects.filter(participant=participant, division__is_current=False).delete()
    theirs = Q(seats__participant=participant) | Q(facilitator=participant)
    for row in ProposedCircle.objects.filter(theirs).exclude(published=None).distinct():
        assert row.published is not None
        with suppress(Refused):
            gathering.take_chair_away(row.published, participant.pk)
