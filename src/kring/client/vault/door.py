"""The door of a group: what the secret S in the fragment of a link proves. It never decrypts anything."""

import secrets
from dataclasses import dataclass, field

from kring.client.vault.chain import Member, Statement, statement_hash
from kring.client.vault.primitives import base64url, hkdf, hmac_sha256, label, same, sha256

OPEN_DOOR = "door"  # stands where a personal invitation has its id, in the open door of a meeting of guests


@dataclass(frozen=True, slots=True)
class Invited:
    """How somebody comes in: the secret of their link, and the invitation that it belongs to."""

    secret: bytes = field(repr=False)
    invite: str = OPEN_DOOR


@dataclass(frozen=True, slots=True)
class DoorToken:
    """Shown to the server to be let through to the members; the server keeps only the hash."""

    token: str
    hash: str


def new_secret() -> bytes:
    """S."""
    return secrets.token_bytes(32)


def door_token(secret: bytes, group: str) -> DoorToken:
    """What the secret gives for the server; the hash is over the 32 bytes that the token spells."""
    token = hkdf(secret, label("kring/v1/door", group))
    return DoorToken(base64url(token), base64url(sha256(token)))


def join_mac(secret: bytes, group: str, invite: str, member: Member) -> str:
    """Tie the keys of somebody who knocks to the link, so that the server can't knock with keys of its own."""
    key = hkdf(secret, label("kring/v1/invite-join", group, invite))
    return base64url(hmac_sha256(key, "\n".join(member).encode()))


def admission_proof(secret: bytes, group: str, invite: str, statement: Statement) -> str:
    """Tie an admission to the link, so that the server can't let anybody into another group."""
    key = hkdf(secret, label("kring/v1/invite-group", group, invite))
    return base64url(hmac_sha256(key, statement_hash(statement)))


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same, in a time that tells nothing."""
    return same(one.encode(), other.encode())
