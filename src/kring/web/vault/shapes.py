"""Keys as they travel: of the right size and alphabet. What they are worth only members can tell."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.web.ui.base64url import NotCanonical, from_base64url
from kring.web.ui.refusal import Refused

Key = Annotated[str, msgspec.Meta(min_length=43, max_length=43)]
SealedKey = Annotated[str, msgspec.Meta(min_length=107, max_length=107)]


class NewBox(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place for texts, made along with each epoch."""

    id: UUID
    salt: Key


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
