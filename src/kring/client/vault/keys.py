"""One vault key (VK) per person: what is derived from it, and the slots that it is locked in."""

import secrets
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kring.client.vault.errors import Code, refuse
from kring.client.vault.primitives import (
    argon2id,
    base64url,
    decrypt,
    from_base64url,
    hkdf,
    label,
    same,
    sha256,
    uuid_bytes,
    uuid_of,
)


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess at a passphrase is."""

    memory_kib: int
    passes: int
    lanes: int

    def stretch(self, password: bytes, salt: bytes) -> bytes:
        """Argon2id at this cost."""
        return argon2id(password, salt, memory_kib=self.memory_kib, passes=self.passes, lanes=self.lanes)


#: Cost by id. A closed table: a server can name an id and never a number, so it can't make it cheap.
KDF = MappingProxyType({1: Cost(memory_kib=65536, passes=3, lanes=4)})  # RFC 9106 section 4, second option


class SlotKind(IntEnum):
    """What opens a slot; the value is the type byte."""

    PASS = 1
    RECOVERY = 2
    PRF = 3

    @property
    def word(self) -> str:
        """As it stands in labels."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class SlotKeys:
    """What a passphrase, code or passkey gives: `auth` goes to the server, the rest opens the slot."""

    auth: str
    cipher: AESGCM = field(repr=False)
    commitment: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """Everything that follows from a vault key. The same VK and account always give the same."""

    acct: str
    exchange: X25519PrivateKey = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    self_key: bytes = field(repr=False)

    @property
    def exchange_open(self) -> str:
        """The public X25519 key."""
        return base64url(self.exchange.public_key().public_bytes_raw())

    @property
    def signing_open(self) -> str:
        """The public Ed25519 key."""
        return base64url(self.signing.public_key().public_bytes_raw())


def derive_keys(vault_key: bytes, acct: str) -> Keys:
    """All keys of a person."""
    return Keys(
        acct,
        X25519PrivateKey.from_private_bytes(hkdf(vault_key, label("kring/v1/x25519", acct))),
        Ed25519PrivateKey.from_private_bytes(hkdf(vault_key, label("kring/v1/ed25519", acct))),
        hkdf(vault_key, label("kring/v1/self", acct)),
    )


def age_seed(vault_key: bytes, acct: str) -> bytes:
    """The 32 bytes of the person's own age key."""
    return hkdf(vault_key, label("kring/v1/age", acct))


def passphrase_keys(acct: str, passphrase: str, salt: bytes, kdf: int = 1) -> SlotKeys:
    """What a passphrase gives."""
    if kdf not in KDF:
        refuse(Code.KDF)
    master = KDF[kdf].stretch(unicodedata.normalize("NFKC", passphrase).encode(), salt)
    return _slot_keys(master, acct, SlotKind.PASS)


def recovery_keys(acct: str, code: bytes, salt: bytes) -> SlotKeys:
    """What a recovery code of 16 bytes gives: random enough to need no stretching."""
    return _slot_keys(hkdf(code, label("kring/v1/recovery", acct), salt), acct, SlotKind.RECOVERY)


def passkey_keys(acct: str, output: bytes) -> SlotKeys:
    """What a passkey's answer to `passkey_input` gives."""
    return _slot_keys(output, acct, SlotKind.PRF)


def passkey_input() -> bytes:
    """What a passkey is asked: the same for everyone, because at that touch nobody knows yet whose it is."""
    return sha256(label("kring/v1/prf").encode())


def _slot_keys(master: bytes, acct: str, kind: SlotKind) -> SlotKeys:
    return SlotKeys(
        base64url(hkdf(master, label(f"kring/v1/auth-{kind.word}", acct))),
        AESGCM(hkdf(master, label(f"kring/v1/kek-{kind.word}", acct))),
        hkdf(master, label(f"kring/v1/commit-{kind.word}", acct)),
    )


_SLOT_HEAD = 51
_SLOT_SIZE = 111


@dataclass(frozen=True, slots=True)
class SlotHead:
    """What is needed before a slot can be opened: how it is locked, and with which salt."""

    kind: SlotKind
    kdf: int
    salt: bytes


def make_slot(
    kind: SlotKind, keys: SlotKeys, acct: str, vault_key: bytes, *, salt: bytes, nonce: bytes | None = None
) -> str:
    """Lock a vault key; 111 bytes: `01 | type | kdf | salt 16 | commitment 32 | nonce 12 | ciphertext 48`."""
    nonce = nonce or secrets.token_bytes(12)
    head = bytes([1, kind, 1 if kind is SlotKind.PASS else 0]) + salt + keys.commitment
    return base64url(head + nonce + keys.cipher.encrypt(nonce, vault_key, _slot_context(head, acct)))


def read_slot(slot: str) -> SlotHead:
    """Read the outside of a slot."""
    value = from_base64url(slot)
    if len(value) != _SLOT_SIZE or value[0] != 1 or value[1] not in set(SlotKind):
        refuse(Code.SLOT)
    kind, kdf = SlotKind(value[1]), value[2]
    if (kdf not in KDF) if kind is SlotKind.PASS else kdf != 0:
        refuse(Code.KDF)
    return SlotHead(kind, kdf, value[3:19])


def open_slot(slot: str, keys: SlotKeys, acct: str) -> bytes:
    """Get the vault key out of a slot."""
    read_slot(slot)
    value = from_base64url(slot)
    head = value[:_SLOT_HEAD]
    # First the commitment: one ciphertext that opens under many guesses would turn the server into an oracle.
    if not same(value[19:_SLOT_HEAD], keys.commitment):
        refuse(Code.PASSPHRASE)
    return decrypt(keys.cipher, value[51:63], _slot_context(head, acct), value[63:])


def _slot_context(head: bytes, acct: str) -> bytes:
    return head + label("kring/v1/slot", acct).encode()


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A vault key kept on a device. Neither half opens it: one lies on the device, the other with the server."""

    device_secret: str = field(repr=False)
    server_share: str = field(repr=False)
    wrapped: str


_KEPT_HEAD = 17
_KEPT_SIZE = 77


def keep_key(vault_key: bytes, acct: str, group: str) -> KeptKey:
    """Lock a vault key in two halves; `wrapped` is 77 bytes: `01 | account 16 | nonce 12 | ciphertext 48`."""
    device_secret, server_share, nonce = (secrets.token_bytes(length) for length in (32, 32, 12))
    head = b"\x01" + uuid_bytes(acct)
    cipher = _kept_cipher(device_secret, server_share, acct)
    sealed = cipher.encrypt(nonce, vault_key, _kept_context(head, acct, group))
    return KeptKey(base64url(device_secret), base64url(server_share), base64url(head + nonce + sealed))


def open_kept_key(kept: KeptKey, group: str) -> tuple[str, bytes]:
    """Give account and vault key."""
    value = from_base64url(kept.wrapped)
    if len(value) != _KEPT_SIZE or value[0] != 1:
        refuse(Code.SLOT)
    head = value[:_KEPT_HEAD]
    acct = uuid_of(head[1:])
    cipher = _kept_cipher(from_base64url(kept.device_secret), from_base64url(kept.server_share), acct)
    return acct, decrypt(cipher, value[17:29], _kept_context(head, acct, group), value[29:])


def _kept_cipher(device_secret: bytes, server_share: bytes, acct: str) -> AESGCM:
    if (len(device_secret), len(server_share)) != (32, 32):
        refuse(Code.SLOT)
    return AESGCM(hkdf(device_secret + server_share, label("kring/v1/device", acct)))


def _kept_context(head: bytes, acct: str, group: str) -> bytes:
    return head + label("kring/v1/device", acct, group).encode()
