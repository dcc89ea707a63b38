"""Deeds with one's own keys. The server keeps locks that it can't open."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.people import actions as people
from kring.web.people.models import Person
from kring.web.people.queries import second_factors
from kring.web.ui.refusal import Refused
from kring.web.vault import access
from kring.web.vault.actions.former import keep_aside
from kring.web.vault.models import OwnKeys, Slot
from kring.web.vault.shapes import OwnMember
from kring.web.vault.slots import Kind, not_a_slot, outside_of


@transaction.atomic
def make_own_keys(person: Person, member: OwnMember, slots: Iterable[str], *, now: datetime) -> None:
    """
    The first keys of an account, locked by a passphrase.

    Raises:
        Refused: another of their browsers was first, or the keys are another account's.
    """
    store_slots(person, begin_keys(person, member, now=now), slots, now=now)


@transaction.atomic
def make_keys_by_passkey(
    person: Person,
    member: OwnMember,
    slots: Iterable[str],
    *,
    credential: str,
    sheet: tuple[str, str] | None,
    now: datetime,
) -> None:
    """
    The first keys of an account that has no passphrase. A passkey is never the only lock: what the sheet has to open
    (slot and `auth`) comes in the same request.

    Raises:
        Refused: no sheet, a passkey that isn't theirs, or as `make_own_keys`.
    """
    if sheet is None:
        raise Refused(
            422, "no_sheet", _("First make a recovery sheet: a passkey alone could lock you out for good.")
        )
    if credential not in {one.credential for one in second_factors(person).passkeys}:
        raise not_a_slot()
    keys = begin_keys(person, member, now=now)
    for slot in slots:
        put_slot(keys, "prf", slot, credential=credential, now=now)
    if not keys.slots.exists():
        raise not_a_slot()
    put_slot(keys, "recovery", sheet[0], auth_hash=access.hash_of(sheet[1]), now=now)


def begin_keys(person: Person, member: OwnMember, *, now: datetime) -> OwnKeys:
    """The public keys; slots have to follow in the same deed."""
    if member[0] != str(person.id):
        raise not_a_slot()
    keys, is_new = OwnKeys.objects.get_or_create(
        person=person, defaults={"exchange": member[1], "signing": member[2], "since": now}
    )
    if not is_new:
        raise Refused(409, "keys_there", _("Your keys are there already. Reload the page."))
    return keys


@transaction.atomic
def begin_afresh(person: Person, member: OwnMember, slots: Iterable[str], *, now: datetime) -> None:
    """
    New keys for who can't open the old ones in any way. What was sealed for them alone stays shut; the old keys are
    kept aside for a year (`former`).

    Their circles see other keys than their statement has (`queries.public_keys`) and can help them back in.
    """
    keep_aside(person, now=now)
    OwnKeys.objects.filter(person=person).delete()
    make_own_keys(person, member, slots, now=now)


def store_slots(person: Person, keys: OwnKeys, slots: Iterable[str], *, now: datetime) -> None:
    """Slots for a passphrase; other kinds come with something to sign in by, and have deeds of their own."""
    stored = 0
    for slot in slots:
        if outside_of(slot).kind == "pass":
            put_slot(keys, "pass", slot, now=now)
            stored += 1
    if stored == 0:
        raise not_a_slot()


def put_slot(
    keys: OwnKeys, kind: Kind, slot: str, *, now: datetime, auth_hash: str = "", credential: str = ""
) -> None:
    """Store a slot in the place of the one of its kind, or of the same passkey."""
    if outside_of(slot).kind != kind:
        raise not_a_slot()
    Slot.objects.update_or_create(
        keys=keys,
        kind=kind,
        credential=credential,
        defaults={"sealed": slot, "auth_hash": auth_hash, "made_at": now},
    )


@transaction.atomic
def keep_passphrase_slot(person: Person, slot: str, *, now: datetime) -> None:
    """
    A slot for the passphrase that somebody signs in with already, or for one who signs in by other means.

    Raises:
        Refused: it is for another passphrase than the one that signs in.
    """
    if person.salt and outside_of(slot).salt != person.salt:
        raise not_a_slot()
    put_slot(access.own_keys(person, lock=True), "pass", slot, now=now)


@transaction.atomic
def change_passphrase(person: Person, *, auth: str, salt: str, slot: str, now: datetime) -> None:
    """Another passphrase to sign in and to open with. Nothing is sealed again: only the lock is new."""
    if outside_of(slot).salt != salt:
        raise not_a_slot()
    put_slot(access.own_keys(person, lock=True), "pass", slot, now=now)
    people.set_passphrase(person, auth=auth, salt=salt)


@transaction.atomic
def keep_recovery_sheet(person: Person, *, slot: str, auth: str, now: datetime) -> None:
    """A new recovery sheet; the one before it opens nothing any more."""
    put_slot(access.own_keys(person, lock=True), "recovery", slot, auth_hash=access.hash_of(auth), now=now)


@transaction.atomic
def let_passkey_open(person: Person, *, credential: str, slot: str, now: datetime) -> None:
    """A slot for a passkey that is able to open one."""
    put_slot(access.own_keys(person, lock=True), "prf", slot, credential=credential, now=now)


@transaction.atomic
def passkey_opens_no_more(acct: UUID, credential: str) -> None:
    """A passkey was taken away, and so is its slot."""
    Slot.objects.filter(keys=acct, kind=Slot.Kind.PRF, credential=credential).delete()
