"""
The shape of what is sealed. The server can't open any of it; it can refuse what isn't sealed at all.

Layout of an envelope: `version 1 | box id 16 | nonce 12 | text padded to fixed sizes, and tag 16`, in base64url.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

MOST_CHARACTERS = 64 * 1024
_AROUND_TEXT = 1 + 16 + 12 + 16
_ENDS_ONE_BYTE = frozenset("AQgw")  # of six bits two count, the others must be zero
_ENDS_TWO_BYTES = frozenset("AEIMQUYcgkosw048")  # of six bits four count


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


def is_canonical(text: str) -> bool:
    """Whether this is base64url without padding, written in the one way in which we would write it."""
    if not text.isascii() or not text.replace("-", "").replace("_", "").isalnum():
        return False
    match len(text) % 4:
        case 0:
            return True
        case 2:
            return text[-1] in _ENDS_ONE_BYTE
        case 3:
            return text[-1] in _ENDS_TWO_BYTES
        case _:
            return False


def from_base64url(text: str, *, size: int | None = None) -> bytes:
    """
    The bytes of base64url without padding, written in the one canonical way.

    Raises:
        NotSealed: another alphabet, another way of writing the same bytes, or another size.
    """
    if not is_canonical(text):
        raise NotSealed("not canonical base64url")
    decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
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
