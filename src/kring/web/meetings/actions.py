"""Opening a meeting, closing it, and destroying what was said in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import connection, transaction

from kring.core.meetings.plan import Plan
from kring.web.meetings.ears import tell_closing
from kring.web.meetings.fields import INVITATIONS
from kring.web.meetings.models import Deletion, Event, Meeting, Why
from kring.web.vault import access, actions as walls
from kring.web.vault.queries import unsettled
from kring.web.vault.statements import Member, Signed


@dataclass(frozen=True, slots=True)
class FirstKeys:
    """What the vault of whoever begins has made: a group of one, its first box, and the hash of the link's token."""

    member: Member
    statement: Signed
    grant: str
    box: tuple[UUID, str]
    door_hash: str
    share: str


@transaction.atomic
def open_meeting(
    meeting: UUID,
    plan: Plan,
    keys: FirstKeys,
    *,
    now: datetime,
    words: str = "",
    members_of: UUID | None = None,
    admits: int = walls.MOST_PEOPLE,
) -> str:
    """
    Open a meeting and its door. Returns the token of the seat of whoever began.

    `members_of`: the circle whose members alone may come, each under their own account. `admits`: how many people.

    Raises:
        Refused: the id was used before, or the keys aren't in order.
    """
    if Deletion.objects.filter(pk=meeting).exists():
        raise walls.taken()
    token = walls.open_group(
        meeting,
        member=keys.member,
        statement=keys.statement,
        grant=keys.grant,
        box=keys.box,
        door_hash=keys.door_hash,
        share=keys.share,
        now=now,
        members_of=members_of,
        admits=admits,
    )
    Meeting.objects.create(
        id=meeting,
        method=plan.method,
        plan=msgspec.json.encode(plan).decode(),
        words=words,
        opened_at=now,
        expires_at=now + timedelta(days=settings.RETENTION_DAYS),
    )
    return token


def give_up_seat(meeting: UUID, acct: UUID, *, now: datetime) -> None:
    """After somebody left for good: their seat opens nothing any more."""
    walls.give_up_seat(meeting, acct, now=now)


@transaction.atomic
def settle_closing(meeting: UUID, *, now: datetime) -> None:
    """After the last event: close the door, and let no device wake up any more. Doing it twice changes nothing."""
    Meeting.objects.filter(pk=meeting, closed_at=None).update(closed_at=now)
    tell_closing(meeting, now)
    walls.close_group(meeting, now=now)


def settle_what_closed(*, now: datetime) -> None:
    """Settle what a server that was killed right after the last event didn't."""
    closed = list(Meeting.objects.filter(closed_at__isnull=False).values_list("id", flat=True))
    for meeting in unsettled(closed):
        tell_closing(meeting, now)
        walls.close_group(meeting, now=now)


@transaction.atomic
def destroy_content(meeting: UUID, why: Why, *, now: datetime) -> None:
    """
    Destroy everything that was said, and leave the evidence that it is gone.

    The salts go first, because without them nothing else can be opened. SQLite overwrites what is deleted, and the
    log of changes is emptied as well.
    """
    row = Meeting.objects.filter(pk=meeting).first()
    if row is None:
        return
    tell_closing(meeting, row.closed_at or now)
    counts = walls.destroy_group(meeting)
    counts["events"] = Event.objects.filter(meeting=meeting).delete()[0]
    Deletion.objects.create(
        meeting=meeting,
        why=why,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        destroyed_at=now,
        counts=counts,
    )
    row.delete()
    transaction.on_commit(empty_log)


def empty_log() -> None:
    """Write what is in SQLite's log of changes into the database, and cut the log to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def go_on(meeting: UUID, seat_token: str | None, circle: UUID, text: str, *, now: datetime) -> None:
    """Hand the others invitations to a circle that lasts, sealed; they go with the meeting."""
    seat = access.member_seat(meeting, seat_token)
    walls.store_now(meeting, seat.acct, walls.NewText(circle, INVITATIONS, 1, text), now=now)


def take_leave(meeting: UUID, seat_token: str | None, *, now: datetime) -> None:
    """Say that one has what one wants to keep. Once everybody has, a closed meeting is destroyed at once."""
    everybody = walls.take_leave(access.member_seat(meeting, seat_token), now=now)
    if everybody and Meeting.objects.filter(pk=meeting, closed_at__isnull=False).exists():
        destroy_content(meeting, Why.CLOSING, now=now)


def destroy_what_is_due(*, now: datetime) -> int:
    """Destroy every meeting that is over its term, or was closed long enough ago. Returns how many."""
    closed_before = now - timedelta(minutes=settings.CLOSING_MINUTES)
    due = list(Meeting.objects.due(now, closed_before))
    for row in due:
        why = Why.CLOSING if row.closed_at is not None and row.closed_at <= closed_before else Why.TERM
        destroy_content(row.id, why, now=now)
    return len(due)
