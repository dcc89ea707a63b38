"""Keys as they travel: of the right size and alphabet. What they are worth only members can tell."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.web.ui.base64url import NotCanonical, from_base64url
from kring.web.ui.refusal import Refused
from kring.web.vault.statements import Signed

Key = Annotated[str, msgspec.Meta(min_length=43, max_length=43)]
Salt = Annotated[str, msgspec.Meta(min_length=22, max_length=22)]
SealedSlot = Annotated[str, msgspec.Meta(min_length=148, max_length=148)]
SealedKey = Annotated[str, msgspec.Meta(min_length=107, max_length=107)]
OwnMember = tuple[str, Key, Key]  # account, X25519, Ed25519


class NewBox(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place for texts, made along with each epoch."""

    id: UUID
    salt: Key


class NewEpoch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who belongs to the group from now on, with the new key for each of them."""

    statement: Signed
    grants: dict[UUID, SealedKey]
    box: NewBox
    proofs: dict[UUID, Key] = {}


class MoreGrants(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Earlier epochs for somebody who came later."""

    acct: UUID
    grants: dict[int, SealedKey]


def check_keys(*texts: str, size: int = 32) -> None:
    """
    Whether each is base64url of that many bytes.

    Raises:
        Refused: one isn't; which one isn't said, nor what it was.
    """
    try:
        for text in texts:
            from_base64url(text, size=size)
    except NotCanonical:
        raise Refused(
            422, "not_sealed", _("A key didn't arrive whole. Reload the page and try again.")
        ) from None
