"""Groups and their epochs: who is let in and who goes, for a meeting of guests and for a circle alike."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.web.ui.refusal import Refused
from kring.web.vault import access, queries
from kring.web.vault.models import Box, Door, Grant, Proof, Sealed, Seat, Statement
from kring.web.vault.statements import (
    Member,
    Said,
    Signed,
    keeps_somebody_out,
    not_a_statement,
    read,
    refuse_names,
)
from kring.web.vault.tell import Destroyed, DoorClosed, KeysChanged, tell

OPEN_FOR = timedelta(hours=24)  # a door that was forgotten closes by itself
MOST_PEOPLE = 15
MOST_IN_A_HALL = 60  # of a gathering for several circles; members' vaults let in no more either
WAITING_FOR_EACH = 2  # somebody who reloads before being let in knocks anew


@transaction.atomic
def open_group(
    group: UUID,
    *,
    member: Member,
    statement: Signed,
    grant: str,
    box: tuple[UUID, str],
    door_hash: str,
    share: str,
    now: datetime,
    members_of: UUID | None = None,
    admits: int = MOST_PEOPLE,
) -> str:
    """
    Begin a group of one, with an open door. Returns the token of the first seat.

    With `members_of` only people who belong to that lasting group may knock, and each of them under their own account.
    `admits`: how many people there may be, at most `MOST_IN_A_HALL`.

    Raises:
        Refused: the statement isn't a first one of this group by this member, or the group is there already.
    """
    said = read(statement)
    refuse_names(said)
    begins = said.why == "create" and said.epoch == 0 and not said.prev
    if not begins or said.group != str(group) or said.by != member[0] or said.members != (member,):
        raise not_a_statement()
    if Door.objects.filter(group=group).exists():
        raise taken()
    Door.objects.create(
        group=group, token_hash=door_hash, closes_at=now + OPEN_FOR, members_of=members_of, admits=admits
    )
    token = secrets.token_urlsafe(32)
    acct = UUID(member[0])
    Seat.objects.create(
        group=group, acct=acct, token_hash=access.hash_of(token), member=member, share=share, admitted_at=now
    )
    store_epoch(group, said, statement, grants={acct: grant}, box=box, proofs={})
    return token


@transaction.atomic
def knock(
    group: UUID,
    *,
    door_token: str,
    member: Member,
    mac: str,
    share: str,
    seat_token: str | None,
    now: datetime,
) -> str:
    """
    Ask to be let in, or with new keys to be let in again. Returns the token of the seat.

    Raises:
        Http404: not the link of this meeting.
        Refused: the door is closed, everybody is in already, or the account is somebody else's.
    """
    door = access.door_of(group, door_token)
    acct = UUID(member[0])
    seat = Seat.objects.filter(group=group, acct=acct).first()
    if seat is not None:
        if seat_token is None or seat.token_hash != access.hash_of(seat_token) or seat.revoked_at is not None:
            raise Refused(409, "seat_taken", _("That seat is taken. Open the link anew."))
        token = seat_token
    else:
        check_room_for_one_more(door, now)
        token = secrets.token_urlsafe(32)
        seat = Seat(group=group, acct=acct, token_hash=access.hash_of(token))
    seat.member, seat.mac, seat.share, seat.knocked_at = list(member), mac, share, now
    seat.save()
    tell(KeysChanged(group, queries.newest_epoch(group)))
    return token


def check_room_for_one_more(door: Door, now: datetime) -> None:
    """Whether somebody new may sit down."""
    if not queries.is_door_open(door.group, now):
        raise Refused(
            403, "door_closed", _("The door of this meeting is closed. Ask whoever sent you the link.")
        )
    seats = Seat.objects.filter(group=door.group, revoked_at=None)
    is_full = seats.filter(admitted_at__isnull=False).count() >= door.admits
    if is_full or seats.count() >= WAITING_FOR_EACH * door.admits:
        raise Refused(403, "full", _("This meeting is full."))


@transaction.atomic
def close_door(seat: Seat, *, now: datetime) -> None:
    """Let nobody new in from now on. Anyone in the room may."""
    if Door.objects.filter(group=seat.group, closed_at=None).update(closed_at=now):
        tell(DoorClosed(seat.group))


@transaction.atomic
def begin_epoch(
    seat: Seat,
    statement: Signed,
    *,
    grants: dict[UUID, str],
    box: tuple[UUID, str],
    proofs: dict[UUID, str],
    now: datetime,
) -> int:
    """
    Let people in, or out, or give everybody a new key. Returns the number of the epoch.

    Raises:
        Refused: 409 when somebody else was first; 422 when the books don't agree.
    """
    said, group = read(statement), seat.group
    newest = queries.newest_statement(group)
    if newest is None:
        raise not_a_statement()
    lasts = not queries.has_door(group)
    if not lasts:
        refuse_names(said)
    signed, before = newest
    if said.epoch != before.epoch + 1 or said.prev != signed.hash:
        raise somebody_was_first()
    fits = said.group == str(group) and said.by == str(seat.acct) and said.why != "create"
    came = {acct for acct, member in said.roster.items() if before.roster.get(acct) != member}
    if not fits or set(grants) != set(said.roster) or not set(proofs) <= came:
        raise not_a_statement()
    if lasts:
        check_who_belongs(group, said)
    if set(queries.without_seat(group, before)) & {str(acct) for acct in said.roster}:
        raise somebody_was_first()  # who left would get the new key too: look again, and make it without them
    try:
        with transaction.atomic():
            store_epoch(group, said, statement, grants=grants, box=box, proofs=proofs)
    except IntegrityError:
        raise somebody_was_first() from None
    for acct in came:
        let_in(group, said.roster[acct], said.epoch, now)
    gone = set(before.roster) - set(said.roster)
    alone = keeps_somebody_out(before, said)
    Seat.objects.filter(group=group, acct__in=gone).update(revoked_at=now, share="")
    tell(KeysChanged(group, said.epoch, box=box[0], alone=alone))
    return said.epoch


def check_who_belongs(group: UUID, said: Said) -> None:
    """Whether everybody who sits in a lasting group stays in it: who goes has gone on the site first."""
    sitting = Seat.objects.filter(group=group, revoked_at=None, admitted_at__isnull=False)
    if not set(sitting.values_list("acct", flat=True)) <= set(said.roster):
        raise not_a_statement()


def let_in(group: UUID, member: Member, epoch: int, now: datetime) -> None:
    """Give a seat to somebody who knocked with exactly these keys; what was sealed to earlier ones is of no use."""
    seat = Seat.objects.filter(
        group=group, acct=UUID(member[0]), revoked_at=None, knocked_at__isnull=False
    ).first()
    if seat is None or tuple(seat.member) != member:
        raise not_a_statement()
    Grant.objects.filter(group=group, acct=seat.acct, epoch__lt=epoch).delete()
    seat.knocked_at, seat.admitted_at = None, seat.admitted_at or now
    seat.save(update_fields=["knocked_at", "admitted_at"])


def store_epoch(
    group: UUID,
    said: Said,
    statement: Signed,
    *,
    grants: dict[UUID, str],
    box: tuple[UUID, str],
    proofs: dict[UUID, str],
) -> None:
    """Write an epoch into the books."""
    epoch = said.epoch
    Statement.objects.create(group=group, epoch=epoch, body=statement.body, sig=statement.sig)
    Box.objects.create(id=box[0], group=group, epoch=epoch, salt=box[1])
    Grant.objects.bulk_create(
        Grant(group=group, epoch=epoch, acct=acct, sealed=sealed) for acct, sealed in grants.items()
    )
    Proof.objects.bulk_create(
        Proof(group=group, epoch=epoch, acct=acct, proof=proof) for acct, proof in proofs.items()
    )


@transaction.atomic
def grant_earlier(seat: Seat, acct: UUID, grants: dict[int, str]) -> None:
    """
    Hand the keys of earlier epochs to somebody who came later.

    Raises:
        Refused: they aren't a member, or there are no such epochs.
    """
    newest = queries.newest_statement(seat.group)
    known = (
        newest is not None
        and acct in newest[1].roster
        and all(0 <= epoch <= newest[1].epoch for epoch in grants)
    )
    if newest is None or not known:
        raise not_a_statement()
    Grant.objects.bulk_create(
        (Grant(group=seat.group, epoch=epoch, acct=acct, sealed=sealed) for epoch, sealed in grants.items()),
        ignore_conflicts=True,  # two members helped at once
    )
    tell(KeysChanged(seat.group, newest[1].epoch))


@transaction.atomic
def give_up_seat(group: UUID, acct: UUID, *, now: datetime) -> None:
    """Somebody went for good. The others' vaults make a new key without them when they see it."""
    if not Seat.objects.filter(group=group, acct=acct, revoked_at=None).update(revoked_at=now, share=""):
        return
    newest = queries.newest_statement(group)
    if newest is not None:
        # Until there is a key without them, nothing new may be written where theirs would open it.
        tell(KeysChanged(group, newest[1].epoch, alone=acct in newest[1].roster))


@transaction.atomic
def take_leave(seat: Seat, *, now: datetime) -> bool:
    """Say that one has what one wants to keep. Returns whether everybody has said so."""
    seat.done_at = seat.done_at or now
    seat.save(update_fields=["done_at"])
    others = Seat.objects.filter(group=seat.group, revoked_at=None, admitted_at__isnull=False, done_at=None)
    return not others.exists()


@transaction.atomic
def close_group(group: UUID, *, now: datetime) -> None:
    """After the meeting: nobody new, and no device wakes up with the server's help any more."""
    Door.objects.filter(group=group, closed_at=None).update(closed_at=now)
    Seat.objects.filter(group=group).exclude(share="").update(share="")


@transaction.atomic
def destroy_group(group: UUID) -> dict[str, int]:
    """Destroy the salts first, because without them nothing else can be opened; then the rest. Returns how many of each."""
    counts = {}
    for name, rows in (
        ("salts", Box.objects.filter(group=group)),
        ("grants", Grant.objects.filter(group=group)),
        ("statements", Statement.objects.filter(group=group)),
        ("texts", Sealed.objects.filter(group=group)),
        ("proofs", Proof.objects.filter(group=group)),
        ("seats", Seat.objects.filter(group=group)),
        ("doors", Door.objects.filter(group=group)),
    ):
        counts[name] = rows.delete()[0]
    tell(Destroyed(group))
    return counts


def key_is_due() -> Refused:
    """Somebody has left, and their key still opens what would be written now."""
    return Refused(
        409, "key_due", _("Somebody has left, and a new key is being made. Try again in a moment.")
    )


def somebody_was_first() -> Refused:
    """Two let somebody in at the same moment; the other was first."""
    return Refused(409, "too_late", _("Somebody else did that just now."))


def taken() -> Refused:
    """An id that was used before: a meeting begins once."""
    return Refused(409, "taken", _("This meeting has begun already. Go back and begin anew."))


# somebody's own keys
