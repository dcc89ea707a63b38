"""Who belongs to a group, epoch by epoch: a chain of signed statements that each client checks for itself."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypedDict, TypeGuard

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kring.client.vault.errors import Code, KringError, refuse
from kring.client.vault.keys import Keys
from kring.client.vault.primitives import base64url, from_base64url, hkdf, is_uuid, label, sha256

GUEST_NAME = "gast"  # in meetings of guests the name is always this one: a host can read it
_REASONS = frozenset({"create", "add", "remove", "rekey", "rotate"})
_LONGEST_NAME = 80

# An explicit list: Unicode grows, and two clients must agree on every statement for ever.
_FORBIDDEN = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES = (
    "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?Z")


class Member(NamedTuple):
    """One entry of a roster, in the order in which it is written."""

    acct: str
    exchange: str
    signing: str
    name: str


class Statement(TypedDict):
    """As it is stored and sent. `body` is JSON text, signed exactly as it is written."""

    body: str
    sig: str


@dataclass(frozen=True, slots=True)
class Pin:
    """The newest epoch that was seen before: a later chain must hold it."""

    epoch: int
    hash: str


@dataclass(frozen=True, slots=True)
class Epoch:
    """A statement that was checked."""

    statement: Statement
    group: str
    epoch: int
    hash: str
    members: Mapping[str, Member]
    commitment: bytes


def is_name(name: str) -> bool:
    """Whether it is 1 to 80 characters, none of which moves the cursor, ends the line or turns its direction."""
    return 1 <= len(name) <= _LONGEST_NAME and not _FORBIDDEN.search(name) and name.strip(_SPACES) == name


def is_member(value: object) -> TypeGuard[Sequence[str]]:
    """Whether this is an entry as a roster has it: four strings, a UUID, two keys and a name."""
    if not isinstance(value, list | tuple) or len(value) != len(Member._fields):
        return False
    if not all(isinstance(part, str) for part in value):
        return False
    acct, exchange, signing, name = value
    return is_uuid(acct) and _is_key(exchange) and _is_key(signing) and is_name(name)


def _is_key(text: str) -> bool:
    try:
        return len(from_base64url(text)) == 32  # noqa: PLR2004 - bytes, as the format has it
    except KringError:
        return False


def member_of(keys: Keys, name: str) -> Member:
    """Our own entry."""
    member = Member(keys.acct, keys.exchange_open, keys.signing_open, unicodedata.normalize("NFC", name))
    if not is_member(member):
        refuse(Code.MEMBER)
    return member


def key_commitment(group_key: bytes, group: str, epoch: int) -> bytes:
    """What the signed statement says about the group key, so that nobody can hand out another one."""
    return hkdf(group_key, label("kring/v1/epoch-commit", group, epoch))


def statement_hash(statement: Statement) -> bytes:
    """What the next statement points back to."""
    return sha256(statement["body"].encode(), from_base64url(statement["sig"]))


def sign_statement(
    keys: Keys,
    *,
    group: str,
    previous: Epoch | None,
    why: str,
    members: Sequence[Member],
    group_key: bytes,
    at: str,
) -> Statement:
    """Sign the epoch after `previous` (or the first one). Nothing changes until everybody was told."""
    epoch = previous.epoch + 1 if previous else 0
    kc = base64url(key_commitment(group_key, group, epoch))
    prev = previous.hash if previous else ""
    body = _write(_Body(group, epoch, prev, keys.acct, why, tuple(sorted(members)), kc, at))
    return {"body": body, "sig": base64url(keys.signing.sign(_signed_bytes(body)))}


def verify_chain(group: str, statements: Sequence[Statement], known: Epoch | None = None) -> list[Epoch]:
    """
    Check the statements that follow on `known` (nothing, for a whole chain).

    Raises on anything that doesn't follow: a gap, another group, a roster that can't be, signed by a stranger.
    """
    checked: list[Epoch] = []
    for statement in statements:
        known = _verify(group, statement, known)
        checked.append(known)
    return checked


def check_pin(epochs: Sequence[Epoch], pin: Pin) -> None:
    """Refuse a whole chain that doesn't hold what was seen before."""
    if pin.epoch >= len(epochs):
        refuse(Code.ROLLBACK)
    if epochs[pin.epoch].hash != pin.hash:
        refuse(Code.FORK)


def epoch_of(statement: Statement) -> int:
    """The number a statement gives itself, for finding where it belongs; not checked any further."""
    return _read(statement["body"]).epoch


def _verify(group: str, statement: Statement, previous: Epoch | None) -> Epoch:
    body = _read(statement["body"])
    expected = previous.epoch + 1 if previous else 0
    if (body.group, body.epoch, body.prev) != (group, expected, previous.hash if previous else ""):
        refuse(Code.CHAIN)
    if (body.why == "create") != (expected == 0):
        refuse(Code.CHAIN)
    members = {member.acct: member for member in body.members}
    # The one who signs must have been a member before: else a server could let anybody admit themselves.
    signer = (previous.members if previous else members).get(body.by)
    if signer is None:
        refuse(Code.SIGNER)
    try:
        key = Ed25519PublicKey.from_public_bytes(from_base64url(signer.signing))
        key.verify(from_base64url(statement["sig"]), _signed_bytes(statement["body"]))
    except InvalidSignature:
        refuse(Code.SIGNATURE)
    hashed = base64url(statement_hash(statement))
    return Epoch(statement, group, expected, hashed, members, from_base64url(body.kc))


def _signed_bytes(body: str) -> bytes:
    return b"kring/v1/epoch\n" + body.encode()


@dataclass(frozen=True, slots=True)
class _Body:
    group: str
    epoch: int
    prev: str
    by: str
    why: str
    members: tuple[Member, ...]
    kc: str
    at: str


def _write(body: _Body) -> str:
    fields = {name: getattr(body, name) for name in _Body.__slots__}
    written = {"v": 1, "kind": "kring-epoch", **fields}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> _Body:
    """Refuse any text that isn't exactly what we would have written: two readers can't see two things in it."""
    body = _parse(text)
    strings = (body.group, body.prev, body.by, body.why, body.kc, body.at)
    if not all(isinstance(value, str) for value in strings) or type(body.epoch) is not int:
        refuse(Code.CHAIN)
    if (
        body.why not in _REASONS
        or not is_uuid(body.group)
        or not _AT.fullmatch(body.at)
        or not _is_key(body.kc)
    ):
        refuse(Code.CHAIN)
    accts = [member.acct for member in body.members]
    if accts != sorted(set(accts)) or _write(body) != text:
        refuse(Code.CHAIN)
    return body


def _parse(text: str) -> _Body:
    try:
        read = json.loads(text)
        members = read["members"]
        if not isinstance(members, list) or not all(map(is_member, members)):
            refuse(Code.CHAIN)
        rest = {name: read[name] for name in _Body.__slots__ if name != "members"}
        return _Body(members=tuple(Member(*member) for member in members), **rest)
    except (ValueError, RecursionError, LookupError, TypeError):
        refuse(Code.CHAIN)
