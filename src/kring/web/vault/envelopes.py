"""
The shape of what is sealed. The server can't open any of it; it can refuse what isn't sealed at all.

Layout of an envelope: `version 1 | box id 16 | nonce 12 | text padded to fixed sizes, and tag 16`, in base64url.
"""

from base64 import urlsafe_b64decode

from kring.web.ui.base64url import is_canonical

MOST_CHARACTERS = 64 * 1024
_AROUND_TEXT = 1 + 16 + 12 + 16


class NotSealed(ValueError):
    """It has not the shape of an envelope. Never carries the text itself."""


class TooLarge(NotSealed):
    """More sealed text than one entry may hold."""


def box_of(envelope: str) -> bytes:
    """
    The id of the box that an envelope says it lies in, after everything about its shape was checked.

    Only the beginning is decoded: alphabet, length and last character tell whether the rest could be.

    Raises:
        TooLarge: more than 64 kB of sealed text.
        NotSealed: anything else than an envelope of version 1.
    """
    if len(envelope) > MOST_CHARACTERS:
        raise TooLarge("too large")
    if not is_canonical(envelope) or not is_padded_size(len(envelope) * 3 // 4 - _AROUND_TEXT):
        raise NotSealed("not an envelope")
    head = urlsafe_b64decode(envelope[:24])
    if head[0] != 1:
        raise NotSealed("another version")
    return head[1:17]


def is_padded_size(size: int) -> bool:
    """Whether texts are ever padded to this size: 256, and above that in steps (Padmé)."""
    if size <= 256:  # noqa: PLR2004 -- the least size, see above
        return size == 256  # noqa: PLR2004
    exponent = size.bit_length() - 1
    step: int = 1 << (exponent - exponent.bit_length())
    return size % step == 0
