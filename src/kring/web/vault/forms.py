"""What comes in, in shape. Sizes are checked here; meaning in the deeds."""

from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.web.ui.refusal import Refused
from kring.web.vault.shapes import Key, check_keys
from kring.web.vault.statements import Member, check_guest


class Knock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody at the door."""

    door_token: Key
    acct: UUID
    member: Member
    mac: Key
    share: Key


def check_knock(knock: Knock) -> None:
    """Whether the keys belong to the account that knocks."""
    check_keys(knock.door_token, knock.mac, knock.share)
    try:
        check_guest(knock.member)
    except ValueError:
        raise Refused(
            422, "member", _("Your keys didn't arrive whole. Reload the page and try again.")
        ) from None
    if knock.member[0] != str(knock.acct):
        raise Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
