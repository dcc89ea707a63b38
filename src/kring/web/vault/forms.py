"""What comes in, in shape. Sizes are checked here; meaning in the deeds."""

from typing import Annotated
from uuid import UUID

import msgspec
from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from kring.web.ui.refusal import Refused
from kring.web.ui.stretched import AuthField
from kring.web.vault.shapes import Key, OwnMember, Salt, SealedSlot, check_keys
from kring.web.vault.statements import Member, check_guest

Credential = Annotated[str, msgspec.Meta(max_length=1400)]


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


class NewSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One more way to open them: by passphrase (`present` is what it signs in with), or by the passkey that is named."""

    slot: SealedSlot
    present: str = ""
    credential: Credential = ""


class NewPassphrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another passphrase. `present` is what the one until now signs in with; empty right after a recovery code."""

    auth: Key
    salt: Salt
    slot: SealedSlot
    present: str = ""


class NewRecoverySheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A recovery code's slot, and what it signs in with."""

    slot: SealedSlot
    auth: Key


class KeptShare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The server's half of a vault key that is kept on one's own device, or only from page to page (`passing`)."""

    share: Key
    passing: bool = False


class RecoveryAddress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which somebody wants to get back in."""

    email: str


class NewKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    The keys of an account, made in its owner's browser.

    Attributes:
        present: What their passphrase signs in with.
        credential: The passkey whose slot it is, of who has no passphrase; `sheet` then has to come along.
    """

    member: OwnMember
    slots: tuple[SealedSlot, ...]
    present: str = ""
    credential: Credential = ""
    sheet: NewRecoverySheet | None = None


class TextAnew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of one's own under other keys; `rev` is one more than before."""

    group: UUID
    item: UUID
    field: Annotated[str, msgspec.Meta(max_length=40)]
    rev: Annotated[int, msgspec.Meta(ge=2)]
    text: str


class TextsAnew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some of them."""

    texts: Annotated[tuple[TextAnew, ...], msgspec.Meta(max_length=50)]


class FormerDone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keys of before that have nothing more to open."""

    id: int


class SignInByCode(forms.Form):
    """Address and what follows from the recovery code."""

    login = forms.EmailField(label=gettext_lazy("E-mail address"))
    auth = AuthField()
