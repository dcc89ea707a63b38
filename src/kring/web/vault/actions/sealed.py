"""Texts that last: the server sees that they are sealed, whose they are and which revision, and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.web.ui.refusal import Refused
from kring.web.vault import queries
from kring.web.vault.actions.epochs import key_is_due
from kring.web.vault.envelopes import NotSealed, TooLarge, box_of
from kring.web.vault.fields import Field, Storing, field_by_name
from kring.web.vault.models import Box, Sealed, SelfBox


@dataclass(frozen=True, slots=True)
class NewText:
    """An envelope and where it belongs. `rev` is one more than what the writer had before them."""

    item: UUID
    field: str
    rev: int
    text: str


def store(group: UUID, acct: UUID, new: NewText, *, now: datetime) -> None:
    """
    Keep what somebody wrote by itself, without any other deed.

    What came along with a deed may only be sealed anew, and only where the key it lies under is no longer the newest:
    a member's vault does so for who joined since.

    Raises:
        Refused: as `store_now`, or the text comes along with a deed only, or its room says no.
    """
    field = field_by_name(new.field)
    if field is None:
        raise not_here()
    if field.by_deed:
        newest = Box.objects.filter(group=group).order_by("-epoch").first()
        placed = Sealed.objects.filter(group=group, item=new.item, field=new.field, rev=new.rev - 1)
        if newest is None or not placed.exclude(box=newest.pk).exists():
            raise somebody_wrote()
    if field.may_store is not None:
        field.may_store(Storing(group, acct, new.item, new.rev, now))
    store_now(group, acct, new, now=now)


@transaction.atomic
def store_now(group: UUID, acct: UUID, new: NewText, *, now: datetime) -> None:
    """
    Keep a text as part of a deed. Whoever calls has looked whether the person belongs to the group.

    Raises:
        Refused: 422 it isn't sealed, or there is no such field; 409 somebody wrote there meanwhile, or the key is old.
    """
    field = field_by_name(new.field)
    if field is None:
        raise not_here()
    box = check_box(group, acct, field, new.text)
    owner = acct if field.own else None
    place = Sealed.objects.filter(group=group, item=new.item, field=new.field, owner=owner)
    if new.rev == 1:
        try:
            with transaction.atomic():
                Sealed.objects.create(
                    group=group,
                    item=new.item,
                    field=new.field,
                    owner=owner,
                    author=acct,
                    rev=1,
                    box=box,
                    text=new.text,
                    at=now,
                )
        except IntegrityError:
            raise somebody_wrote() from None
        return
    if field.is_writers:
        place = place.filter(author=acct)
    if field.final or not place.filter(rev=new.rev - 1).update(
        author=acct, rev=new.rev, box=box, text=new.text, at=now
    ):
        raise somebody_wrote()


def check_box(group: UUID, acct: UUID, field: Field, text: str) -> UUID:
    """The box of an envelope, after it was seen to be the one that holds now."""
    try:
        box = UUID(bytes=box_of(text))
    except TooLarge:
        raise Refused(422, "too_long", _("That is too long. Make two texts of it.")) from None
    except NotSealed:
        raise Refused(
            422,
            "not_sealed",
            _("That didn't arrive sealed, so it wasn't kept. Reload the page and try again."),
        ) from None
    if field.own:
        if not SelfBox.objects.filter(pk=box, group=group, acct=acct).exists():
            raise old_key()
        return box
    if not queries.has_door(group) and queries.has_key_due(group):
        raise key_is_due()
    newest = Box.objects.filter(group=group).order_by("-epoch").first()
    if newest is None or newest.pk != box:
        raise old_key()
    return box


@transaction.atomic
def make_self_box(group: UUID, acct: UUID, box: tuple[UUID, str]) -> SelfBox:
    """The box of somebody's own texts; the one that is there already where there is one."""
    found, _made = SelfBox.objects.get_or_create(
        group=group, acct=acct, defaults={"id": box[0], "salt": box[1]}
    )
    return found


@transaction.atomic
def take_back(group: UUID, acct: UUID, item: UUID, field_name: str) -> None:
    """
    Delete what somebody wrote themselves. Nothing there, or another's: nothing happens.

    Raises:
        Refused: 422 there is no such field, or what stands there is the whole group's, or held back.
    """
    field = field_by_name(field_name)
    if field is None or not field.is_writers or field.held_back:
        raise not_here()
    Sealed.objects.filter(group=group, item=item, field=field.name, author=acct).delete()


@transaction.atomic
def shred(group: UUID, item: UUID, field: str) -> None:
    """Delete a text that has had its day."""
    Sealed.objects.filter(group=group, item=item, field=field).delete()


def not_here() -> Refused:
    """No such field."""
    return Refused(422, "no_such_field", _("That can't be kept here. Reload the page and try again."))


def old_key() -> Refused:
    """Sealed under a key that no longer holds."""
    return Refused(409, "old_key", _("The keys have changed meanwhile. Try again."))


def somebody_wrote() -> Refused:
    """Two wrote the same; the other was first."""
    return Refused(
        409,
        "newer",
        _("Somebody else wrote here meanwhile. Your text is still with you: look at theirs first."),
    )
