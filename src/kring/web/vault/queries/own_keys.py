"""Somebody's own keys, as their browser and their pages need them: locks that nobody here can open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.web.people.models import Person
from kring.web.people.queries import base64url, made_up_for, person_by_address
from kring.web.vault.fields import declared
from kring.web.vault.models import FormerKeys, OwnKeys, Sealed, SelfBox, Slot
from kring.web.vault.slots import outside_of


def own_vault(person: Person) -> dict[str, object] | None:
    """What their own browser needs to open their vault; nothing where no keys were made yet."""
    keys = OwnKeys.objects.filter(person=person).first()
    if keys is None:
        return None
    slots = list(Slot.objects.filter(keys=keys).order_by("pk"))
    return {
        "acct": str(person.id),
        "member": [str(person.id), keys.exchange, keys.signing],
        "slots": [slot.sealed for slot in slots],
        "credentials": [slot.credential for slot in slots if slot.kind == Slot.Kind.PRF],
    }


def held_of(person: Person) -> dict[str, object]:
    """What the server holds of their keys; the slots open nowhere but in a browser of theirs."""
    slots = Slot.objects.filter(keys=person.pk).order_by("pk")
    return {
        "public": own_vault(person),
        "slots": list(slots.values("kind", "made_at")),
        "former": list(FormerKeys.objects.filter(person=person).order_by("pk").values("lost_at")),
    }


def former_keys(person: Person) -> list[dict[str, object]]:
    """Keys that they lost in the last year, as their browser needs them to open them."""
    rows = FormerKeys.objects.filter(person=person).order_by("-lost_at", "-pk").prefetch_related("slots")
    return [
        {
            "id": keys.pk,
            "member": [str(person.id), keys.exchange, keys.signing],
            "slots": [slot.sealed for slot in keys.slots.all()],
        }
        for keys in rows
    ]


def former_keys_since(person: Person) -> datetime | None:
    """When somebody lost the newest keys that are kept aside, if any are."""
    rows = FormerKeys.objects.filter(person=person).order_by("-lost_at")
    return rows.values_list("lost_at", flat=True).first()


def own_sealed(person: Person) -> list[dict[str, object]]:
    """Every text that is theirs alone, wherever it lies, with its box; not what the program itself keeps."""
    own = [field.name for field in declared() if field.own and not field.of_program]
    boxes = {box.pk: box for box in SelfBox.objects.filter(acct=person.pk)}
    rows = Sealed.objects.filter(owner=person.pk, field__in=own, box__in=boxes).order_by("pk")
    return [
        {
            "group": row.group,
            "item": row.item,
            "field": row.field,
            "rev": row.rev,
            "envelope": row.text,
            "box": {"id": row.box, "salt": boxes[row.box].salt},
        }
        for row in rows
    ]


def ways_to_open(person: Person) -> set[str]:
    """The kinds of slots that somebody has: `pass`, `recovery`, `prf`."""
    return set(Slot.objects.filter(keys=person.pk).values_list("kind", flat=True))


def opens_without_passkey(person: Person, credential: str) -> bool:
    """Whether a passphrase or another passkey still opens their keys when this one is gone; a sheet is for emergencies."""
    slots = Slot.objects.filter(keys=person.pk).exclude(kind=Slot.Kind.RECOVERY)
    return not slots.exists() or slots.exclude(kind=Slot.Kind.PRF, credential=credential).exists()


def opens_by_earlier_passphrase(person: Person) -> bool:
    """Whether they sign in with another passphrase than the one that opens their keys: after a code by mail."""
    slot = Slot.objects.filter(keys=person.pk, kind=Slot.Kind.PASS).first()
    return slot is not None and bool(person.salt) and outside_of(slot.sealed).salt != person.salt


def recovery_sheet_since(person: Person) -> datetime | None:
    """From when their newest recovery sheet is, if they have one."""
    return (
        Slot.objects.filter(keys=person.pk, kind=Slot.Kind.RECOVERY).values_list("made_at", flat=True).first()
    )


def public_keys(people: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """
    By account the keys (X25519, Ed25519) that people have now; who hasn't any is left out.

    A circle that has other keys for somebody in its statement helps them back in: they lost theirs.
    """
    rows = OwnKeys.objects.filter(person__in=list(people)).values_list("person_id", "exchange", "signing")
    return {acct: (exchange, signing) for acct, exchange, signing in rows}


@dataclass(frozen=True, slots=True)
class RecoveryEntrance:
    """What a browser needs before it can turn a recovery code into something to sign in with."""

    acct: UUID
    salt: str


def recovery_entrance(email: str) -> RecoveryEntrance:
    """For this address; made up, and the same each time, for one that nobody has or that has no recovery sheet."""
    address = email.strip().lower()
    person = person_by_address(address)
    slot = Slot.objects.filter(keys=person.pk, kind=Slot.Kind.RECOVERY).first() if person else None
    if person is not None and slot is not None:
        return RecoveryEntrance(person.id, outside_of(slot.sealed).salt)
    made_up = made_up_for(address, "recovery")
    return RecoveryEntrance(UUID(bytes=made_up[:16], version=4), base64url(made_up[16:]))
