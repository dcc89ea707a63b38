"""What comes in when a meeting is begun."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.http import QueryDict
from django.utils.translation import gettext as _

from kring.core.meetings import Agenda, Pace, Part, PartKind
from kring.core.meetings.parts import USUAL_MINUTES
from kring.core.methods.method import Method
from kring.web.ui.refusal import Refused
from kring.web.vault.envelopes import NotSealed, TooLarge, box_of
from kring.web.vault.shapes import Key, NewBox, SealedKey, check_keys
from kring.web.vault.statements import Member, Signed, check_guest


class OwnMethod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method of somebody's own: its structure for the plan, and its texts, sealed in the first box."""

    method: Method
    minutes: Annotated[int, msgspec.Meta(ge=30, le=480)]
    words: str


class NewMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting and the first keys of its group, all made in the browser."""

    meeting: UUID
    pace: Pace
    acct: UUID
    member: Member
    statement: Signed
    grant: SealedKey
    box: NewBox
    door_hash: Key
    share: Key
    agenda: Agenda | None = None
    own: OwnMethod | None = None


def check_words(words: str, box: UUID) -> None:
    """Whether the texts of a method are sealed, in the box that comes with them."""
    try:
        is_there = box_of(words) == box.bytes
    except TooLarge:
        raise Refused(
            422, "too_large", _("The texts of this method are too long to take along. Shorten them.")
        ) from None
    except NotSealed:
        is_there = False
    if not is_there:
        raise Refused(
            422, "not_sealed", _("That wasn't sealed, so it wasn't taken in. Reload the page and try again.")
        )


class GoingOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody keeps the circle: invitations for the others, sealed in the meeting."""

    circle: UUID
    text: str


def agenda_of(asked: QueryDict) -> Agenda | None:
    """
    The agenda in an address: `part=block:arrival&part=method:basis:45&minutes=120`. None where it isn't one.

    An agenda is nobody's content, so it may stand in an address; a part's minutes are left out where it has
    none of its own.
    """
    try:
        minutes = int(asked.get("minutes") or USUAL_MINUTES)
        parts = tuple(_part(text) for text in asked.getlist("part"))
    except ValueError:
        return None
    return Agenda(parts=parts, minutes=minutes)


def _part(text: str) -> Part:
    kind, name, *own = text.split(":")
    return Part(kind=PartKind(kind), id=name, minutes=int(own[0]) if own else None)


def check_new_meeting(new: NewMeeting) -> None:
    """Whether every key is whole and belongs to whoever begins, and what is sealed is."""
    if (new.agenda is None) == (new.own is None):
        raise Refused(422, "agenda", _("There is no such meeting. Begin anew with one of the methods."))
    if new.own is not None:
        check_words(new.own.words, new.box.id)
    check_keys(new.box.salt, new.door_hash, new.share)
    check_keys(new.grant, size=80)
    try:
        check_guest(new.member)
    except ValueError:
        raise Refused(
            422, "member", _("Your keys didn't arrive whole. Reload the page and try again.")
        ) from None
    if new.member[0] != str(new.acct):
        raise Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
