"""The first keys of a meeting's group as they come from a browser, whichever page it is begun on."""

from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.web.meetings.actions import FirstKeys
from kring.web.ui.refusal import Refused
from kring.web.vault.shapes import Key, NewBox, SealedKey, check_keys
from kring.web.vault.statements import Member, Signed, check_guest


class NewGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a message begins with that begins a meeting."""

    meeting: UUID
    member: Member
    statement: Signed
    grant: SealedKey
    box: NewBox
    door_hash: Key
    share: Key


def first_keys(new: NewGroup) -> FirstKeys:
    """
    The keys, once it is sure that each is whole and that no name stands in the open.

    Raises:
        Refused: one isn't whole, or somebody is named.
    """
    check_keys(new.box.salt, new.door_hash, new.share)
    check_keys(new.grant, size=80)
    try:
        check_guest(new.member)
    except ValueError:
        raise not_whole() from None
    return FirstKeys(
        member=new.member,
        statement=new.statement,
        grant=new.grant,
        box=(new.box.id, new.box.salt),
        door_hash=new.door_hash,
        share=new.share,
    )


def not_whole() -> Refused:
    """What is said of keys that don't belong together."""
    return Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
