"""What a client uses: the deeds of `frontend/vault/vault.ts` by the same names, without a worker."""

import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kring.client.vault.chain import GUEST_NAME, Member, Pin, Statement
from kring.client.vault.door import OPEN_DOOR, Invited, door_token, join_mac, new_secret
from kring.client.vault.errors import Code, refuse
from kring.client.vault.keys import KeptKey, derive_keys, keep_key, open_kept_key
from kring.client.vault.primitives import base64url, from_base64url, is_uuid
from kring.client.vault.seat import Seat
from kring.client.vault.shapes import (
    Admission,
    Box,
    Candidate,
    Entered,
    Guest,
    NextEpoch,
    Opened,
    Placed,
    PlacedBox,
    Sealed,
    new_box,
)
from kring.client.vault.words import Language, Words, control_words


@dataclass(frozen=True, slots=True)
class Begun:
    """A new group, ready to be sent; `secret` is S, for the fragment of the link and nowhere else."""

    acct: str
    member: Member
    statement: Statement
    grant: str
    box: Box
    secret: str = field(repr=False)
    door_token: str = field(repr=False)
    door_token_hash: str


@dataclass(frozen=True, slots=True)
class Knocked:
    """What to show at the door."""

    acct: str
    member: Member
    join_mac: str
    door_token: str = field(repr=False)


class Vault:
    """The keys of one client: a seat per group, in memory only."""

    def __init__(self, own: tuple[str, bytes] | None = None) -> None:
        """Without anything a guest's; `own`: account and vault key of somebody who signs in."""
        self._own = own
        self._seats: dict[str, Seat] = {}
        self._pins: dict[str, Pin] = {}
        self._self_boxes: dict[str, Box] = {}

    def begin_group(self, *, group: str, now: datetime, acct: str | None = None) -> Begun:
        """Make a vault key and a group with its first epoch and box; `acct` is given where people sign in."""
        secret = new_secret()
        seat = self._take(group, acct or str(uuid.uuid4()), secrets.token_bytes(32), Invited(secret))
        first, door, acct = seat.begin(_at(now)), door_token(secret, group), seat.keys.acct
        return Begun(
            acct,
            seat.member,
            first.statement,
            first.grants[acct],
            first.box,
            base64url(secret),
            door.token,
            door.hash,
        )

    def knock(self, *, group: str, secret: str, acct: str | None = None) -> Knocked:
        """
        What to show at the door.

        As long as the keys live it is the same every time; else it is a new key, under `acct` if given.
        """
        read = _read_secret(secret)
        seat = self._seats.get(group)
        if seat is None:
            seat = self._take(group, acct or str(uuid.uuid4()), secrets.token_bytes(32), Invited(read))
        mac = join_mac(read, group, OPEN_DOOR, seat.member)
        return Knocked(seat.keys.acct, seat.member, mac, door_token(read, group).token)

    def enter(
        self,
        *,
        group: str,
        chain: Sequence[Statement],
        grants: Mapping[str, str],
        boxes: Iterable[PlacedBox],
        proofs: Mapping[str, str] | None = None,
    ) -> Entered:
        """
        Check the chain and take in grants (by epoch) and boxes; call it with everything, or only what is new.

        Raises:
            KringError: `not-yet` as long as nobody has let us in, `taken` or `removed` when the seat is gone,
                and whatever is wrong with the chain.
        """
        pin = self._pins.get(group)
        entered = self._seat(group).enter(chain, grants, boxes, proofs or {}, pin)
        if pin is None or pin.epoch < entered.pin.epoch:
            self._pins[group] = entered.pin
        return entered

    def admit(
        self, *, group: str, secret: str, candidates: Iterable[Candidate], now: datetime | None = None
    ) -> Admission:
        """
        Sign the next epoch with those at the door who know the secret; send it, then `enter` it.

        Raises:
            KringError: `refused` when none of them does.
        """
        read = _read_secret(secret)
        guests = [Guest(candidate, read, OPEN_DOOR) for candidate in candidates]
        return self._seat(group).admit(guests, _at(now))

    def remove(self, *, group: str, acct: str, now: datetime | None = None) -> NextEpoch:
        """Sign the next epoch without somebody who left."""
        return self._seat(group).remove(acct, _at(now))

    def regrant(
        self, *, group: str, acct: str, epochs: Iterable[int] | None = None, while_member: bool = False
    ) -> dict[str, str]:
        """Grants of earlier epochs for a late comer, by epoch: all that we can open, or only those named."""
        return self._seat(group).regrant(acct, epochs, while_member=while_member)

    # groups that last: one's own keys, a name on the roster, an invitation for each person

    def sit(self, *, group: str, name: str, invited: tuple[str, str] | None = None) -> str:
        """Take a seat with one's own keys; `invited` (invitation, secret) where one hasn't been let in. Gives the account."""
        acct, vault_key = self._own or refuse(Code.LOCKED)
        if invited is not None or group not in self._seats:
            link = None if invited is None else Invited(_read_secret(invited[1]), invited[0])
            self._take(group, acct, vault_key, link, name)
        return acct

    def begin_circle(self, *, group: str, name: str, now: datetime | None = None) -> NextEpoch:
        """Make the first epoch and box of a group with one's own keys."""
        self.sit(group=group, name=name)
        return self._seat(group).begin(_at(now))

    def accept(self, *, group: str, invite: str, secret: str) -> tuple[Member, str]:
        """What to show with an invitation, after `sit`: the own entry and the join MAC."""
        member = self._seat(group).member
        return member, join_mac(_read_secret(secret), group, invite, member)

    def entry(self, *, group: str) -> Member:
        """What to show where one has a place and no link, after `sit`."""
        return self._seat(group).member

    def welcome(
        self, *, group: str, guests: Iterable[Guest | Placed], now: datetime | None = None
    ) -> Admission:
        """
        Sign the next epoch with those who accepted an invitation of ours, or who have a place and our word for it.

        Raises:
            KringError: `refused` when none of them shows the secret.
        """
        return self._seat(group).admit(guests, _at(now))

    def seal(
        self, *, group: str, item: str, field: str, rev: int, text: str, author: str | None = None
    ) -> str:
        """Seal under the newest epoch's box; `author` is oneself unless it is "anonymous"."""
        return self._seat(group).seal(item, field, rev, author, text)

    def open(self, *, group: str, items: Iterable[Sealed]) -> list[Opened]:
        """Open many texts; each gives its text or the code of why not."""
        seat = self._seat(group)
        return [seat.open(item) for item in items]

    def seal_self(self, *, group: str, item: str, field: str, rev: int, text: str) -> str:
        """Seal for oneself alone: private notes and drafts."""
        return self._seat(group).seal_self(self._self_box(group), item, field, rev, text)

    def open_self(self, *, group: str, items: Iterable[Sealed]) -> list[Opened]:
        """Open what was sealed for oneself."""
        seat, box = self._seat(group), self._self_box(group)
        return [seat.open_self(box, item) for item in items]

    def words(self, *, group: str, language: Language) -> Words:
        """Control words for reading aloud; takes a third of a second."""
        return control_words(self._seat(group).newest, language)

    def seat(self, *, group: str) -> str | None:
        """The account of the seat whose keys are in memory."""
        seat = self._seats.get(group)
        return seat.keys.acct if seat else None

    def keep(self, *, group: str) -> KeptKey:
        """Lock the vault key in two halves: one for this device, `server_share` for the server."""
        seat = self._seat(group)
        return keep_key(seat.vault_key, seat.keys.acct, group)

    def resume(self, *, group: str, kept: KeptKey, secret: str | None = None) -> str:
        """Take the seat again with both halves; gives the account."""
        acct, vault_key = open_kept_key(kept, group)
        if self.seat(group=group) != acct:
            self._take(group, acct, vault_key, None if secret is None else Invited(_read_secret(secret)))
        return acct

    def forget(self, *, group: str) -> None:
        """Drop everything of a group."""
        for held in (self._seats, self._pins, self._self_boxes):
            held.pop(group, None)

    def lock(self) -> None:
        """Drop every key; pins stay."""
        self._seats.clear()

    def _take(
        self, group: str, acct: str, vault_key: bytes, invited: Invited | None, name: str = GUEST_NAME
    ) -> Seat:
        if not is_uuid(group) or not is_uuid(acct):
            refuse(Code.CONTEXT)
        self._seats[group] = Seat(group, derive_keys(vault_key, acct), vault_key, invited, name)
        return self._seats[group]

    def _seat(self, group: str) -> Seat:
        return self._seats.get(group) or refuse(Code.LOCKED)

    def _self_box(self, group: str) -> Box:
        return self._self_boxes.setdefault(group, new_box())


def _read_secret(text: str) -> bytes:
    secret = from_base64url(text)
    if len(secret) != 32:  # noqa: PLR2004 - bytes, as the format has it
        refuse(Code.ENCODING)
    return secret


def _at(now: datetime | None) -> str:
    return (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
