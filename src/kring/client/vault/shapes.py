"""What a seat takes in and gives back: the shapes that travel between vault, client and server."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from kring.client.vault.chain import Member, Pin, Statement
from kring.client.vault.errors import Code
from kring.client.vault.primitives import base64url


class Box(TypedDict):
    """A box as it is sent: without its salt nobody opens what lies in it."""

    id: str
    salt: str


class PlacedBox(Box):
    """A box and the epoch whose key it needs."""

    epoch: int


class Candidate(TypedDict):
    """Somebody at the door, as the server tells it."""

    acct: str
    member: Sequence[str]
    mac: str


@dataclass(frozen=True, slots=True)
class Guest:
    """
    Somebody at the door, with what the members know of their link.

    Attributes:
        replaces: Whose lost keys it replaces; none for somebody new.
    """

    candidate: Candidate
    secret: bytes = field(repr=False)
    invite: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """
    Somebody for whom a place was kept in a circle that others put together.

    No secret says who they are: a member's word stands for it, given by hand. Afterwards the words have to be compared.
    """

    acct: str
    member: Sequence[str]


@dataclass(frozen=True, slots=True)
class KeyWarning:
    """Something about the keys that everyone in the room should see, or that hinders us."""

    code: Code
    epoch: int
    acct: str | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """Who we are, and who the signed chain says is here."""

    acct: str
    epoch: int
    roster: tuple[Member, ...]
    warnings: tuple[KeyWarning, ...]
    pin: Pin


@dataclass(frozen=True, slots=True)
class NextEpoch:
    """The next epoch, ready to be sent. It holds for nobody, its maker included, until it comes back."""

    statement: Statement
    grants: Mapping[str, str]
    box: Box


@dataclass(frozen=True, slots=True)
class Admission(NextEpoch):
    """The next epoch with newcomers; `refused` were left standing for a wrong MAC or an impossible key."""

    proofs: Mapping[str, str]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """An envelope and the place it claims."""

    envelope: str
    item: str
    field: str
    author: str
    rev: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The text, or the code of why not."""

    text: str | None = None
    error: Code | None = None


def new_box() -> Box:
    """A box with a fresh salt."""
    return {"id": str(uuid.uuid4()), "salt": base64url(secrets.token_bytes(32))}
