"""The outside of a slot: how a vault key is locked, which anyone may read; nobody here can open it."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from kring.web.ui.base64url import NotCanonical, from_base64url, to_base64url
from kring.web.ui.refusal import Refused

Kind = Literal["pass", "recovery", "prf"]

_SIZE = 111  # version 1, type 1, way of stretching 1, salt 16, commitment 32, nonce 12, sealed key 48
_KINDS: dict[int, Kind] = {1: "pass", 2: "recovery", 3: "prf"}
_STRETCHED = {"pass": {1}, "recovery": {0}, "prf": {0}}


@dataclass(frozen=True, slots=True)
class Outside:
    """What can be read of a slot."""

    kind: Kind
    kdf: int
    salt: str


def outside_of(slot: str) -> Outside:
    """
    What kind of slot it is, and its salt.

    Raises:
        Refused: it isn't a slot of version 1.
    """
    try:
        content = from_base64url(slot, size=_SIZE)
    except NotCanonical:
        raise not_a_slot() from None
    version, number, kdf = content[:3]
    kind = _KINDS.get(number)
    if version != 1 or kind is None or kdf not in _STRETCHED[kind]:
        raise not_a_slot()
    return Outside(kind, kdf, to_base64url(content[3:19]))


def not_a_slot() -> Refused:
    """What is said of a key that didn't arrive whole; not what arrived."""
    return Refused(422, "not_sealed", _("A key didn't arrive whole. Reload the page and try again."))
