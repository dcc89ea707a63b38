"""
Keys as the server sees them: of the right shape, and random. It can't tell them from real ones, and needn't.

`tests/client` and `tests/vectors` have real ones.
"""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec

from kring.core.meetings import usual
from kring.core.methods.load import load_blocks, load_library

Json = dict[str, Any]


def b64(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def key(size: int = 32) -> str:
    return b64(secrets.token_bytes(size))


def envelope(box: str, size: int = 256) -> str:
    """A sealed text whose padding has this size."""
    return b64(b"\x01" + bytes.fromhex(box.replace("-", "")) + secrets.token_bytes(12 + size + 16))


@dataclass
class Peer:
    """Somebody's browser, as far as the server can see."""

    acct: str = field(default_factory=lambda: str(uuid4()))
    exchange: str = field(default_factory=key)
    signing: str = field(default_factory=key)

    @property
    def member(self) -> list[str]:
        return [self.acct, self.exchange, self.signing, "gast"]


@dataclass
class Link:
    """A meeting's id and what the fragment of its link proves."""

    meeting: str = field(default_factory=lambda: str(uuid4()))
    token: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def path(self) -> str:
        return f"/m/{self.meeting}/"

    @property
    def door_token(self) -> str:
        return b64(self.token)

    @property
    def door_hash(self) -> str:
        return b64(sha256(self.token).digest())


def statement(
    link: Link,
    *,
    epoch: int,
    by: Peer,
    members: Sequence[Peer],
    why: str,
    prev: str = "",
    twist: Json | None = None,
) -> Json:
    """Signed by nobody, which the server doesn't see. `twist` makes it say something else."""
    said = {
        "v": 1,
        "kind": "kring-epoch",
        "group": link.meeting,
        "epoch": epoch,
        "prev": prev,
        "by": by.acct,
        "why": why,
        "members": sorted(peer.member for peer in members),
        "kc": key(),
        "at": "2026-11-21T19:00:00Z",
    }
    return {"body": json.dumps({**said, **(twist or {})}, separators=(",", ":")), "sig": key(64)}


def hash_of(signed: Json) -> str:
    body, sig = signed["body"], signed["sig"]
    return b64(sha256(body.encode() + urlsafe_b64decode(sig + "==")).digest())


def agenda(method: str, minutes: int = 120) -> Json:
    """The usual meeting with a method."""
    found = next(one for one in load_library() if one.id == method)
    told: Json = msgspec.to_builtins(usual(found, load_blocks(), minutes))
    return told


def beginning(link: Link, by: Peer, **other: Any) -> Json:
    """What the begin page posts."""
    return {
        "meeting": link.meeting,
        "agenda": agenda("incident-kort"),
        "pace": "live",
        "acct": by.acct,
        "member": by.member,
        "statement": statement(link, epoch=0, by=by, members=[by], why="create"),
        "grant": key(80),
        "box": {"id": str(uuid4()), "salt": key()},
        "door_hash": link.door_hash,
        "share": key(),
        **other,
    }


def knock(link: Link, peer: Peer, **other: Any) -> Json:
    """What the room's page posts for somebody who comes in with the link."""
    return {
        "door_token": link.door_token,
        "acct": peer.acct,
        "member": peer.member,
        "mac": key(),
        "share": key(),
        **other,
    }


def epoch(signed: Json, members: Sequence[Peer], admitted: Sequence[Peer] = (), **other: Any) -> Json:
    """What a member's page posts to let others in."""
    return {
        "statement": signed,
        "grants": {peer.acct: key(80) for peer in members},
        "box": {"id": str(uuid4()), "salt": key()},
        "proofs": {peer.acct: key() for peer in admitted},
        **other,
    }
