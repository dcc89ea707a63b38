"""Keys that were lost, kept for a year in case the sheet turns up, and what lies under them sealed anew."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kring.web.people.models import Person
from kring.web.vault.actions.sealed import NewText, check_box, not_here
from kring.web.vault.fields import field_by_name
from kring.web.vault.models import FormerKeys, FormerSlot, OwnKeys, Sealed, Slot

KEPT_FOR = timedelta(days=365)  # a sheet turns up at the next move or the next tidying, or not at all


def keep_aside(person: Person, *, now: datetime) -> None:
    """What somebody's keys are until now; only where there is a sheet or a passphrase that may come back to them."""
    keys = OwnKeys.objects.filter(person=person).first()
    if keys is None:
        return
    slots = list(keys.slots.exclude(kind=Slot.Kind.PRF))
    if not slots:
        return
    former = FormerKeys.objects.create(
        person=person, exchange=keys.exchange, signing=keys.signing, lost_at=now
    )
    FormerSlot.objects.bulk_create(
        FormerSlot(keys=former, kind=slot.kind, sealed=slot.sealed) for slot in slots
    )


@transaction.atomic
def seal_anew(person: Person, texts: Iterable[tuple[UUID, NewText]]) -> int:
    """
    The same texts of their own (each with its group) under their keys of now: nothing else changes, not even when they were written.

    What they wrote anew meanwhile is left alone. Returns how many were kept.

    Raises:
        Refused: one isn't sealed, or is no text of somebody's own.
    """
    kept = 0
    for group, new in texts:
        field = field_by_name(new.field)
        if field is None or not field.own:
            raise not_here()
        box = check_box(group, person.pk, field, new.text)
        place = Sealed.objects.filter(group=group, item=new.item, field=new.field, owner=person.pk)
        kept += place.filter(rev=new.rev - 1).update(rev=new.rev, box=box, text=new.text)
    return kept


@transaction.atomic
def let_go_of_former(person: Person, former: int) -> None:
    """These keys have done what they were kept for."""
    FormerKeys.objects.filter(person=person, pk=former).delete()


@transaction.atomic
def forget_former_keys(now: datetime) -> int:
    """Let go of keys that were lost more than a year ago. Returns how many there were."""
    rows = FormerKeys.objects.filter(lost_at__lt=now - KEPT_FOR)
    count = rows.count()
    rows.delete()
    return count
