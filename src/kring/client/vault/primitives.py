"""Bytes, texts and the primitives that everything else here is made of. No format of ours is known in this file."""

import base64
import hashlib
import hmac
import re
import uuid

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kring.client.vault.errors import Code, refuse

_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")
_PART = re.compile(r"[0-9a-z][0-9a-z.:_-]*")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def base64url(value: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Only the canonical spelling: one text per value, so that nothing can be stored twice under two."""
    if not _BASE64URL.fullmatch(text) or len(text) % 4 == 1:
        refuse(Code.ENCODING)
    value = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url(value) != text:
        refuse(Code.ENCODING)
    return value


def is_uuid(text: str) -> bool:
    """Whether this is a UUID in lower case with hyphens."""
    return _UUID.fullmatch(text) is not None


def uuid_bytes(text: str) -> bytes:
    """The 16 bytes of a UUID in its one spelling."""
    if not is_uuid(text):
        refuse(Code.CONTEXT)
    return bytes.fromhex(text.replace("-", ""))


def uuid_of(value: bytes) -> str:
    """The one spelling of a UUID of 16 bytes."""
    return str(uuid.UUID(bytes=value))


def label(name: str, *parts: str | int) -> str:
    """
    L() of the specification: a label and what it is bound to, one per line.

    No part can hold a line end, so two different lists of parts never give the same label.
    """
    written = [str(part) for part in parts]
    if not all(_PART.fullmatch(part) for part in written):
        refuse(Code.CONTEXT)
    return "\n".join([name, *written])


def sha256(*parts: bytes) -> bytes:
    """SHA-256 of the parts, one after the other."""
    return hashlib.sha256(b"".join(parts)).digest()


def hkdf(key: bytes, info: str, salt: bytes = b"") -> bytes:
    """HKDF-SHA-256 to 32 bytes."""
    return HKDF(hashes.SHA256(), 32, salt or None, info.encode()).derive(key)


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA-256."""
    return hmac.digest(key, message, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Whether two values are the same, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(one, other)


def decrypt(key: AESGCM, nonce: bytes, context: bytes, sealed: bytes) -> bytes:
    """AES-256-GCM; anything that doesn't open was tampered with or lies in the wrong place."""
    try:
        return key.decrypt(nonce, sealed, context)
    except InvalidTag:
        refuse(Code.TAMPERED)


def argon2id(password: bytes, salt: bytes, *, memory_kib: int, passes: int, lanes: int) -> bytes:
    """Argon2id version 1.3 to 32 bytes; takes 64 MiB and a third of a second at the cost we use."""
    return hash_secret_raw(
        password,
        salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=lanes,
        hash_len=32,
        type=Type.ID,
        version=19,
    )
