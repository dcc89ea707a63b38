"""Two organisations that put people together, and a programme that takes in people of the other."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.enrolment.access import partner_called
from kring.web.enrolment.models import MayPool, Participant
from kring.web.enrolment.queries.pooling import may_join
from kring.web.organisations.access import Organising
from kring.web.organisations.actions import trace
from kring.web.organisations.models import Organisation
from kring.web.programmes.access import Leading
from kring.web.ui.refusal import Refused


@transaction.atomic
def ask_to_pool(organising: Organising, name: str, *, now: datetime) -> Organisation:
    """
    Ask another organisation, or say yes to one that asked.

    Raises:
        Refused: no organisation here is called so.
    """
    other = partner_called(organising.organisation, name)
    if other is None:
        say = _("No other organisation on this server is called so. Ask how they write their name here.")
        raise Refused(404, "unknown", say)
    organising.organisation.pools_with.add(other)
    trace(organising, "agreed-to-pool", now=now, other=other.name)
    return other


@transaction.atomic
def stop_pooling(organising: Organising, other: UUID, *, now: datetime) -> None:
    """From either side it ends for both; who was lent comes back, and what people said to it goes."""
    ours = organising.organisation
    theirs = Organisation.objects.filter(pk=other).first()
    if theirs is None:
        return
    ours.pools_with.remove(theirs)
    theirs.pools_with.remove(ours)
    for home, host in ((ours, theirs), (theirs, ours)):
        MayPool.objects.filter(participant__programme__organisation=home, organisation=host).delete()
        lent = Participant.objects.filter(programme__organisation=home, pooled_into__organisation=host)
        lent.update(pooled_into=None)
    trace(organising, "stopped-pooling", now=now, other=theirs.name)


@transaction.atomic
def take_from(leading: Leading, other: UUID, profession: str, *, now: datetime) -> int:
    """Seat in this programme whom the other organisation has of a profession and who said yes. Returns how many."""
    some = may_join(leading.programme).filter(programme__organisation=other, profession=profession)
    taken = Participant.objects.filter(
        pk__in=list(some.filter(pooled_into=None).values_list("pk", flat=True))
    )
    count = taken.update(pooled_into=leading.programme)
    trace(leading.organising, "took-from-other", programme=leading.programme.pk, now=now, count=count)
    return count


@transaction.atomic
def give_back(leading: Leading, other: UUID, profession: str, *, now: datetime) -> int:
    """They look for a circle at home again. Returns how many."""
    lent = Participant.objects.filter(pooled_into=leading.programme, programme__organisation=other)
    count = lent.filter(profession=profession).update(pooled_into=None)
    trace(leading.organising, "gave-back", programme=leading.programme.pk, now=now, count=count)
    return count
