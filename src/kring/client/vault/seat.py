"""One person in one group: the chain they checked, the keys they were granted, the boxes they can open."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kring.client.vault.chain import (
    GUEST_NAME,
    Epoch,
    Member,
    Pin,
    Statement,
    check_pin,
    epoch_of,
    is_member,
    member_of,
    sign_statement,
    verify_chain,
)
from kring.client.vault.door import OPEN_DOOR, Invited, admission_proof, join_mac, same_text
from kring.client.vault.errors import Code, KringError, refuse
from kring.client.vault.grants import make_grant, open_grant
from kring.client.vault.keys import Keys
from kring.client.vault.primitives import from_base64url
from kring.client.vault.seal import Place, box_key, box_of, group_scope, open_envelope, seal, self_scope
from kring.client.vault.shapes import (
    Admission,
    Box,
    Entered,
    Guest,
    KeyWarning,
    NextEpoch,
    Opened,
    Placed,
    PlacedBox,
    Sealed,
    new_box,
)

DOOR_ADMITS = (
    59  # how many the secret of one link lets in at most, beside the one who began; most doors take fewer
)
ANONYMOUS = "anonymous"


class Seat:
    """What one person knows and can open in one group."""

    def __init__(
        self, group: str, keys: Keys, vault_key: bytes, invited: Invited | None, name: str = GUEST_NAME
    ) -> None:
        self.group = group
        self.keys = keys
        self.vault_key = vault_key
        self.member = member_of(keys, name)
        self._invited = invited
        self._epochs: list[Epoch] = []
        self._group_keys: dict[int, bytes] = {}
        self._boxes: dict[str, PlacedBox] = {}
        self._box_keys: dict[tuple[str, str, str], AESGCM] = {}

    @property
    def newest(self) -> Epoch:
        """The newest epoch that was checked."""
        return self._epochs[-1] if self._epochs else refuse(Code.NOT_YET)

    def begin(self, at: str) -> NextEpoch:
        """Make the first epoch of a new group: its statement, the own grant and the first box."""
        first = self._next("create", [self.member], at)
        self._epochs = verify_chain(self.group, [first.statement])
        return first

    def enter(
        self,
        chain: Sequence[Statement],
        grants: Mapping[str, str],
        boxes: Iterable[PlacedBox],
        proofs: Mapping[str, str],
        pin: Pin | None,
    ) -> Entered:
        """
        Take in what the server tells about the group.

        Nothing is taken over from a chain that doesn't hold. A grant that doesn't open is only warned about:
        any other member can grant again.
        """
        known = len(self._epochs)
        epochs = [*self._epochs, *self._follow(chain)]
        if not epochs:
            refuse(Code.NOT_YET)
        if pin:
            check_pin(epochs, pin)
        admitting = next((epoch for epoch in epochs if self._holds(epoch)), None)
        if admitting is None:
            refuse(Code.NOT_YET)
        first_visit = known == 0 and pin is None
        warnings = self._check_proof(admitting, epochs[-1], proofs) if first_visit else []
        self._epochs = epochs
        newest = epochs[-1]
        if not self._holds(newest):
            refuse(Code.TAKEN if self.keys.acct in newest.members else Code.REMOVED)
        if not first_visit:
            warnings += _rekeyed(epochs[max(known - 1, pin.epoch if pin else -1) :])
        warnings += self._open_grants(grants)
        self._boxes.update((box["id"], box) for box in boxes)
        roster = tuple(newest.members.values())
        return Entered(self.keys.acct, newest.epoch, roster, tuple(warnings), Pin(newest.epoch, newest.hash))

    def admit(self, guests: Iterable[Guest | Placed], at: str) -> Admission:
        """
        Let in who can show the secret of their link. Who was in under an older key takes their seat again.

        By the open door of a meeting always, by a personal invitation only where it was made for that. Who has a place
        and a member's word for it comes in without a link, and takes nobody's seat.
        """
        admitted: dict[str, Member] = {}
        by: dict[str, Guest] = {}
        refused: list[str] = []
        for guest in guests:
            acct, entry = _shown_by(guest)
            if not self._may_come_in(guest, admitted):
                refused.append(acct)
                continue
            admitted[acct] = Member(*entry)
            if isinstance(guest, Guest):
                by[acct] = guest
        if not admitted:
            refuse(Code.REFUSED)
        roster = self.newest.members
        why = "rekey" if admitted.keys() <= roster.keys() else "add"
        made = self._next(why, list({**roster, **admitted}.values()), at)
        proofs = {
            acct: admission_proof(guest.secret, self.group, guest.invite, made.statement)
            for acct, guest in by.items()
        }
        return Admission(made.statement, made.grants, made.box, proofs, tuple(refused))

    def remove(self, acct: str, at: str) -> NextEpoch:
        """Make the next epoch without somebody who left."""
        if acct not in self.newest.members:
            refuse(Code.MEMBER)
        return self._next("remove", [m for m in self.newest.members.values() if m.acct != acct], at)

    def regrant(
        self, acct: str, wanted: Iterable[int] | None = None, *, while_member: bool = False
    ) -> dict[str, str]:
        """
        Grants of earlier epochs to a member, as far as this person can open them.

        With `while_member` only of epochs in which they were a member already: lost keys come back, history isn't
        handed out.
        """
        member = self.newest.members.get(acct) or refuse(Code.MEMBER)
        asked = set(self._group_keys) if wanted is None else self._group_keys.keys() & set(wanted)
        if while_member:
            asked = {number for number in asked if acct in self._epochs[number].members}
        return {
            str(number): make_grant(self._group_keys[number], self._epochs[number], acct, member.exchange)
            for number in sorted(asked)
        }

    def seal(self, item: str, field: str, rev: int, author: str | None, text: str) -> str:
        """Seal under the newest epoch's box."""
        newest = self.newest.epoch
        if newest not in self._group_keys:
            refuse(Code.NO_GRANT)
        boxes = [box for box in self._boxes.values() if box["epoch"] == newest]
        if not boxes:
            refuse(Code.NOT_YET)
        author = author or self.keys.acct
        if author not in {self.keys.acct, ANONYMOUS}:
            refuse(Code.CONTEXT)
        scope = group_scope(self.group, newest)
        place = Place(scope, boxes[-1]["id"], item, field, author, rev)
        return seal(self._key(boxes[-1], scope, self._group_keys[newest]), place, text)

    def open(self, sealed: Sealed) -> Opened:
        """Open one envelope, or say why not."""
        try:
            box = self._boxes.get(box_of(sealed.envelope)) or refuse(Code.BOX)
            group_key = self._group_keys.get(box["epoch"]) or refuse(Code.NO_GRANT)
            return self._opened(sealed, box, group_scope(self.group, box["epoch"]), group_key)
        except KringError as error:
            return Opened(error=error.code)

    def seal_self(self, box: Box, item: str, field: str, rev: int, text: str) -> str:
        """Seal for oneself alone."""
        scope = self_scope(self.keys.acct)
        key = self._key(box, scope, self.keys.self_key)
        return seal(key, Place(scope, box["id"], item, field, self.keys.acct, rev), text)

    def open_self(self, box: Box, sealed: Sealed) -> Opened:
        """Open what was sealed for oneself."""
        try:
            return self._opened(sealed, box, self_scope(self.keys.acct), self.keys.self_key)
        except KringError as error:
            return Opened(error=error.code)

    def _opened(self, sealed: Sealed, box: Box, scope: str, scope_key: bytes) -> Opened:
        place = Place(scope, box["id"], sealed.item, sealed.field, sealed.author, sealed.rev)
        return Opened(text=open_envelope(self._key(box, scope, scope_key), place, sealed.envelope))

    def _holds(self, epoch: Epoch) -> bool:
        entry = epoch.members.get(self.keys.acct)
        return entry is not None and entry[:3] == self.member[:3]

    def _follow(self, chain: Sequence[Statement]) -> list[Epoch]:
        """Check the statements that are new. What is known already must be the same, word for word."""
        if not chain:
            return []
        start, known = epoch_of(chain[0]), self._epochs
        if start > len(known):
            refuse(Code.CHAIN)
        if start == 0 and len(chain) < len(known):
            refuse(Code.ROLLBACK)
        overlap = max(0, min(len(known) - start, len(chain)))
        before = [
            (epoch.statement["body"], epoch.statement["sig"]) for epoch in known[start : start + overlap]
        ]
        if before != [(statement["body"], statement["sig"]) for statement in chain[:overlap]]:
            refuse(Code.FORK)
        return verify_chain(self.group, chain[overlap:], known[-1] if known else None)

    def _check_proof(self, admitting: Epoch, newest: Epoch, proofs: Mapping[str, str]) -> list[KeyWarning]:
        """On a first visit nothing is pinned yet: only who has the secret can have made this chain."""
        if self._invited is None:
            return [KeyWarning(Code.UNPINNED, newest.epoch)]
        proof = admission_proof(self._invited.secret, self.group, self._invited.invite, admitting.statement)
        if not any(same_text(shown, proof) for shown in proofs.values()):
            refuse(Code.PROOF)
        return []

    def _open_grants(self, grants: Mapping[str, str]) -> list[KeyWarning]:
        warnings = []
        for epoch in self._epochs:
            grant = grants.get(str(epoch.epoch))
            if grant is None or epoch.epoch in self._group_keys:
                continue
            try:
                self._group_keys[epoch.epoch] = open_grant(self.keys, epoch, grant)
            except KringError as error:
                # Of the time before we took our seat again, grants to the old key are all there is until a regrant.
                if error.code is not Code.GRANT or self._holds(epoch):
                    warnings.append(KeyWarning(error.code, epoch.epoch))
        newest = self.newest.epoch
        if newest not in self._group_keys and all(warning.epoch != newest for warning in warnings):
            warnings.append(KeyWarning(Code.NO_GRANT, newest))
        return warnings

    def _may_come_in(self, guest: Guest | Placed, admitted: Mapping[str, Member]) -> bool:
        roster = self.newest.members
        acct, entry = _shown_by(guest)
        # Nobody signs away their own seat: who is here to sign is here.
        if not is_member(entry) or entry[0] != acct or acct == self.keys.acct or acct in admitted:
            return False
        member = Member(*entry)
        if roster.get(acct) == member:
            return False  # another page of ours was first
        if acct in roster and not _takes_seat_again(guest):
            return False
        if acct not in roster and len(roster.keys() | admitted.keys()) > DOOR_ADMITS:
            return False
        if isinstance(guest, Guest) and not self._shows_link(guest, member):
            return False
        try:
            # A key that nobody can agree a secret with would spoil the epoch for everyone.
            make_grant(bytes(32), self.newest, acct, member.exchange)
        except KringError:
            return False
        return True

    def _shows_link(self, guest: Guest, member: Member) -> bool:
        return same_text(join_mac(guest.secret, self.group, guest.invite, member), guest.candidate["mac"])

    def _next(self, why: str, members: Sequence[Member], at: str) -> NextEpoch:
        previous = self._epochs[-1] if self._epochs else None
        if previous and not self._holds(previous):
            refuse(Code.TAKEN if self.keys.acct in previous.members else Code.REMOVED)
        group_key = secrets.token_bytes(32)
        statement = sign_statement(
            self.keys,
            group=self.group,
            previous=previous,
            why=why,
            members=members,
            group_key=group_key,
            at=at,
        )
        (epoch,) = verify_chain(self.group, [statement], previous)
        grants = {
            member.acct: make_grant(group_key, epoch, member.acct, member.exchange) for member in members
        }
        return NextEpoch(statement, grants, new_box())

    def _key(self, box: Box, scope: str, scope_key: bytes) -> AESGCM:
        name = (scope, box["id"], box["salt"])
        if name not in self._box_keys:
            self._box_keys[name] = box_key(scope_key, scope, box["id"], from_base64url(box["salt"]))
        return self._box_keys[name]


def _shown_by(guest: Guest | Placed) -> tuple[str, Sequence[str]]:
    if isinstance(guest, Placed):
        return guest.acct, guest.member
    return guest.candidate["acct"], guest.candidate["member"]


def _takes_seat_again(guest: Guest | Placed) -> bool:
    if isinstance(guest, Placed):
        return False
    return guest.invite == OPEN_DOOR or guest.replaces == guest.candidate["acct"]


def _rekeyed(epochs: Sequence[Epoch]) -> list[KeyWarning]:
    return [
        KeyWarning(Code.REKEYED, after.epoch, acct)
        for before, after in pairwise(epochs)
        for acct, member in after.members.items()
        if before.members.get(acct, member) != member
    ]
