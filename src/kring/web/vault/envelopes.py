"""
The shape of what is sealed. The server can't open any of it; it can refuse what isn't sealed at all.

Layout of an envelope: `version 1 | box id 16 | nonce 12 | text padded to fixed sizes, and tag 16`, in base64url.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

MOST_CHARACTERS = 64 * 1024
_LEAST_BYTES = 1 + 16 + 12 + 256 + 16
_AROUND_TEXT = 1 + 16 + 12 + 16
_ALPHABET = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


class NotSealed(ValueError):
    """It has not the shape of an envelope. Never carries the text itself."""


class TooLarge(NotSealed):
    """More sealed text than one entry may hold."""


def box_of(envelope: str) -> UUID:
    """
    The box that an envelope says it lies in, after everything about its shape was checked.

    Raises:
        TooLarge: more than 64 kB of sealed text.
        NotSealed: anything else than an envelope of version 1.
    """
    if len(envelope) > MOST_CHARACTERS:
        raise TooLarge("too large")
    sealed = from_base64url(envelope)
    if len(sealed) < _LEAST_BYTES or sealed[0] != 1 or not is_padded_size(len(sealed) - _AROUND_TEXT):
        raise NotSealed("not an envelope")
    return UUID(bytes=sealed[1:17])


def from_base64url(text: str, *, size: int | None = None) -> bytes:
    """
    The bytes of base64url without padding, written in the one canonical way.

    Raises:
        NotSealed: another alphabet, another way of writing the same bytes, or another size.
    """
    if not _ALPHABET.fullmatch(text) or len(text) % 4 == 1:
        raise NotSealed("not base64url")
    decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    # Only the last character can have bits to spare, so only the end has to be compared.
    if to_base64url(decoded[len(decoded) // 3 * 3 :]) != text[len(decoded) // 3 * 4 :]:
        raise NotSealed("not canonical")
    if size is not None and len(decoded) != size:
        raise NotSealed("another size")
    return decoded


def to_base64url(content: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def is_padded_size(size: int) -> bool:
    """Whether texts are ever padded to this size: 256, and above that in steps (Padmé)."""
    if size <= 256:  # noqa: PLR2004 -- the least size, see above
        return size == 256  # noqa: PLR2004
    exponent = size.bit_length() - 1
    step: int = 1 << (exponent - exponent.bit_length())
    return size % step == 0
