"""The group of a circle: no door and no cookie, but members who sign in and invitations of one person each."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kring.web.vault import queries
from kring.web.vault.actions.epochs import key_is_due, store_epoch, taken
from kring.web.vault.fields import declared
from kring.web.vault.models import Box, Grant, Proof, Sealed, Seat, SelfBox, Statement
from kring.web.vault.statements import Member, Signed, not_a_statement, read
from kring.web.vault.tell import KeysChanged, tell


@transaction.atomic
def begin_lasting(
    group: UUID, acct: UUID, *, statement: Signed, grant: str, box: tuple[UUID, str], now: datetime
) -> None:
    """
    Begin a group of one that lasts.

    Raises:
        Refused: the statement isn't a first one of this group by this account, or the group is there already.
    """
    said = read(statement)
    begins = said.why == "create" and said.epoch == 0 and not said.prev
    if not begins or said.group != str(group) or said.by != str(acct) or list(said.roster) != [acct]:
        raise not_a_statement()
    if Statement.objects.filter(group=group).exists():
        raise taken()
    Seat.objects.create(group=group, acct=acct, member=said.roster[acct], admitted_at=now)
    store_epoch(group, said, statement, grants={acct: grant}, box=box, proofs={})


@transaction.atomic
def ask_in(group: UUID, *, invite: UUID | None, member: Member, mac: str, now: datetime) -> None:
    """
    Accept an invitation: wait until a member's vault has checked it. Also how somebody with new keys comes back.

    Without an invitation (and then with an empty `mac`) a member has to say that this person may come in.

    Whoever calls has looked whether the invitation holds and whether it is this person's to accept.

    Raises:
        Refused: they left a moment ago, and the key that they had still holds.
    """
    acct = UUID(member[0])
    seat = Seat.objects.filter(group=group, acct=acct).first() or Seat(group=group, acct=acct)
    if seat.revoked_at is not None:
        newest = queries.newest_statement(group)
        if newest is not None and acct in newest[1].roster:
            raise key_is_due()
        seat.revoked_at, seat.admitted_at = None, None  # who left and was invited again begins anew
    seat.member, seat.mac, seat.invite, seat.knocked_at = list(member), mac, invite, now
    seat.save()
    tell(KeysChanged(group, queries.newest_epoch(group)))


@transaction.atomic
def give_up_place(group: UUID, acct: UUID, *, now: datetime) -> None:
    """
    Leave, or be removed: from now on nothing is handed out. The next member's vault makes a key without them.

    Their keys and their own texts go at once, and those for all that are theirs to bring.
    """
    Seat.objects.filter(group=group, acct=acct, revoked_at=None).update(
        revoked_at=now, knocked_at=None, admitted_at=now
    )
    Grant.objects.filter(group=group, acct=acct).delete()
    Proof.objects.filter(group=group, acct=acct).delete()
    SelfBox.objects.filter(group=group, acct=acct).delete()
    Sealed.objects.filter(group=group, owner=acct).delete()
    leaving = [field.name for field in declared() if field.leaves_with_writer]
    Sealed.objects.filter(group=group, author=acct, field__in=leaving).delete()


@transaction.atomic
def destroy_lasting(group: UUID) -> None:
    """Destroy the salts first, because without them nothing else can be opened; then the rest."""
    for rows in (
        Box.objects.filter(group=group),
        SelfBox.objects.filter(group=group),
        Grant.objects.filter(group=group),
        Sealed.objects.filter(group=group),
        Statement.objects.filter(group=group),
        Proof.objects.filter(group=group),
        Seat.objects.filter(group=group),
    ):
        rows.delete()
