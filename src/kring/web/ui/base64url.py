"""Bytes as text: base64url without padding, each value written in one way only."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

_ENDS_ONE_BYTE = frozenset("AQgw")  # of six bits two count, the others must be zero
_ENDS_TWO_BYTES = frozenset("AEIMQUYcgkosw048")  # of six bits four count


class NotCanonical(ValueError):
    """Another alphabet, another way of writing the same bytes, or another size. Never carries the text itself."""


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
        NotCanonical: another alphabet, another way of writing the same bytes, or another size.
    """
    if not is_canonical(text):
        raise NotCanonical("not canonical base64url")
    decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if size is not None and len(decoded) != size:
        raise NotCanonical("another size")
    return decoded


def is_base64url(text: str, size: int) -> bool:
    """Whether the text stands for that many bytes."""
    try:
        from_base64url(text, size=size)
    except NotCanonical:
        return False
    return True


def to_base64url(content: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()
