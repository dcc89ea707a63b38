"""What comes in when a meeting is begun."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.core.meetings.plan import Pace
from kring.web.ui.refusal import Refused
from kring.web.vault.shapes import Key, NewBox, SealedKey, check_keys
from kring.web.vault.statements import Member, Signed, check_guest


class NewMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting and the first keys of its group, all made in the browser."""

    meeting: UUID
    method: str
    minutes: Annotated[int, msgspec.Meta(ge=30, le=480)]
    pace: Pace
    acct: UUID
    member: Member
    statement: Signed
    grant: SealedKey
    box: NewBox
    door_hash: Key
    share: Key


class GoingOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody keeps the circle: invitations for the others, sealed in the meeting."""

    circle: UUID
    text: str


def check_new_meeting(new: NewMeeting) -> None:
    """Whether every key is whole and belongs to whoever begins."""
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
