"""Handing the key of an epoch to a member: HPKE (RFC 9180), base mode, to the X25519 key on the roster."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from kring.client.vault.chain import Epoch, key_commitment
from kring.client.vault.errors import Code, refuse
from kring.client.vault.keys import Keys
from kring.client.vault.primitives import base64url, from_base64url, label, same

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_GRANT_SIZE = 80


def make_grant(group_key: bytes, epoch: Epoch, acct: str, exchange: str) -> str:
    """Grant 80 bytes: `enc 32 || ciphertext 48`. It needs no signature: the statement commits to the key."""
    try:
        receiver = X25519PublicKey.from_public_bytes(from_base64url(exchange))
        return base64url(_SUITE.encrypt(group_key, receiver, info=_info(epoch, acct)))
    except ValueError:
        refuse(Code.MEMBER)  # a public key that no secret can be agreed with


def open_grant(keys: Keys, epoch: Epoch, grant: str) -> bytes:
    """Take the key of an epoch out of a grant."""
    value = from_base64url(grant)
    if len(value) != _GRANT_SIZE:
        refuse(Code.GRANT)
    try:
        group_key = _SUITE.decrypt(value, keys.exchange, info=_info(epoch, keys.acct))
    except (InvalidTag, ValueError):
        refuse(Code.GRANT)
    if not same(key_commitment(group_key, epoch.group, epoch.epoch), epoch.commitment):
        refuse(Code.COMMITMENT)
    return group_key


def _info(epoch: Epoch, acct: str) -> bytes:
    return f"{label('kring/v1/grant', epoch.group, epoch.epoch, acct)}\n{epoch.hash}".encode()
