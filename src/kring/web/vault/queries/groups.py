"""What somebody with a seat may fetch, and what the live room needs to know of who may sit where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from kring.web.vault.fields import declared, field_by_name
from kring.web.vault.models import (
    Box,
    Door,
    Grant,
    Proof,
    Sealed,
    Seat,
    SelfBox,
    Statement,
)
from kring.web.vault.queries.own_keys import public_keys
from kring.web.vault.statements import Said, Signed, keeps_somebody_out, read


@dataclass(frozen=True, slots=True)
class SeatNow:
    """A seat, as the live room sees it. `waits`: at the door, for the first time or with new keys."""

    acct: UUID
    waits: bool


@dataclass(frozen=True, slots=True)
class WallsNow:
    """
    A group at this moment.

    Attributes:
        boxes: Where texts may lie: no key of theirs is with anybody who isn't in.
    """

    epoch: int
    boxes: frozenset[UUID]
    door_open: bool
    seats: tuple[SeatNow, ...]


def walls_now(group: UUID, now: datetime) -> WallsNow | None:
    """The group as it is, or nothing where it is gone."""
    told = [
        read(Signed(row.body, row.sig)) for row in Statement.objects.filter(group=group).order_by("epoch")
    ]
    if not told:
        return None
    since = max(
        (after.epoch for before, after in pairwise(told) if keeps_somebody_out(before, after)), default=0
    )
    usable = Box.objects.filter(group=group, epoch__gte=since)
    boxes = () if without_seat(group, told[-1]) else usable.values_list("id", flat=True)
    seats = Seat.objects.filter(group=group, revoked_at=None)
    return WallsNow(
        epoch=told[-1].epoch,
        boxes=frozenset(boxes),
        door_open=is_door_open(group, now),
        seats=tuple(SeatNow(seat.acct, waits=seat.knocked_at is not None) for seat in seats),
    )


def waits_at_door(group: UUID, acct: UUID) -> bool:
    """Whether somebody still has to be let in, for the first time or with new keys."""
    return not Seat.objects.filter(group=group, acct=acct, revoked_at=None, knocked_at=None).exists()


def is_door_open(group: UUID, now: datetime) -> bool:
    """Whether somebody new may come in."""
    return Door.objects.filter(group=group, closed_at=None, closes_at__gt=now).exists()


def has_door(group: UUID) -> bool:
    """Whether this is the group of a meeting, into which a link leads; a circle has no door."""
    return Door.objects.filter(group=group).exists()


def members_of(group: UUID) -> UUID | None:
    """The circle whose members alone may come to this meeting, if it is one of a circle."""
    return Door.objects.filter(group=group).values_list("members_of", flat=True).first()


def unsettled(groups: Iterable[UUID]) -> set[UUID]:
    """Those of the groups whose door isn't closed yet, or whose devices could still wake up."""
    doors = Door.objects.filter(group__in=groups, closed_at=None).values_list("group", flat=True)
    shares = Seat.objects.filter(group__in=groups).exclude(share="").values_list("group", flat=True)
    return {*doors, *shares}


def newest_statement(group: UUID) -> tuple[Signed, Said] | None:
    """The statement that holds now, and what it says."""
    row = Statement.objects.filter(group=group).order_by("-epoch").first()
    if row is None:
        return None
    signed = Signed(row.body, row.sig)
    return signed, read(signed)


def newest_epoch(group: UUID) -> int:
    """Its number."""
    return Statement.objects.filter(group=group).order_by("-epoch").values_list("epoch", flat=True)[0]


def keys_for(seat: Seat, since: int = 0) -> dict[str, object]:
    """
    Everything that a member's vault needs: the chain, its own grants, the boxes, who waits for it, and who is gone.

    `since`: how many links of the chain they hold already; each names everybody, so in a hall most of the weight is there.
    """
    group, acct = seat.group, seat.acct
    statements = list(Statement.objects.filter(group=group).order_by("epoch"))
    held = list(Grant.objects.filter(group=group).values_list("acct", "epoch", "sealed"))
    seats = list(Seat.objects.filter(group=group, revoked_at=None).order_by("pk"))
    missing = missing_epochs(
        seats, [row.epoch for row in statements], ((who, epoch) for who, epoch, _ in held)
    )
    return {
        "epochs": [{"body": row.body, "sig": row.sig} for row in statements[since:]],
        "grants": {str(epoch): sealed for who, epoch, sealed in held if who == acct},
        "boxes": list(Box.objects.filter(group=group).order_by("epoch").values("id", "epoch", "salt")),
        "proofs": {
            str(row.epoch): row.proof
            for row in Proof.objects.filter(group=group, acct=acct).order_by("epoch")
        },
        "knocks": [
            {
                "acct": waiting.acct,
                "member": waiting.member,
                "mac": waiting.mac,
                "rekey": waiting.admitted_at is not None,
                "lacks_epochs": missing[waiting.acct],
            }
            for waiting in seats
            if waiting.knocked_at is not None
        ],
        "lacking": [
            {"acct": inside.acct, "epochs": missing[inside.acct]}
            for inside in seats
            if inside.knocked_at is None and missing[inside.acct]
        ],
        "gone": without_seat(group, read(Signed(statements[-1].body, statements[-1].sig))),
    }


def without_seat(group: UUID, said: Said) -> list[str]:
    """Who gave up their seat and still stands in a statement: the next one has to be made without them."""
    seated = {
        str(acct) for acct in Seat.objects.filter(group=group, revoked_at=None).values_list("acct", flat=True)
    }
    return [str(acct) for acct in said.roster if str(acct) not in seated]


def missing_epochs(
    seats: Iterable[Seat], epochs: Iterable[int], held: Iterable[tuple[UUID, int]]
) -> dict[UUID, list[int]]:
    """Per seat the epochs whose key it has not. Who knocks with new keys can open nothing that was sealed to earlier ones."""
    has = set(held)
    numbers = list(epochs)
    return {
        seat.acct: [
            epoch for epoch in numbers if seat.knocked_at is not None or (seat.acct, epoch) not in has
        ]
        for seat in seats
    }


def with_other_keys(group: UUID) -> set[UUID]:
    """Who belongs to a group and has made new keys since: they can't open anything of it until they are helped back in."""
    newest = newest_statement(group)
    if newest is None:
        return set()
    roster = newest[1].roster
    keys = public_keys(roster)
    return {acct for acct, member in roster.items() if acct in keys and keys[acct] != member[1:3]}


# groups that last ----------------------------------------------------------------------------------


ANONYMOUS = "anonymous"  # as the browser seals what bears no name


def belongs(group: UUID, acct: UUID) -> bool:
    """Whether somebody was let into a lasting group and hasn't left."""
    return Seat.objects.filter(
        group=group, acct=acct, revoked_at=None, admitted_at__isnull=False, token_hash=""
    ).exists()


def has_key_due(group: UUID) -> bool:
    """Whether somebody has left whose key still holds."""
    newest = newest_statement(group)
    return newest is not None and bool(without_seat(group, newest[1]))


def keys_of_member(seat: Seat) -> dict[str, object]:
    """As `keys_for`, with by which invitation people came, and what has to open for who joins."""
    standing = {field.name: field for field in declared() if field.standing}
    own = SelfBox.objects.filter(group=seat.group, acct=seat.acct).first()
    return {
        **keys_for(seat),
        "invites": {
            str(one.acct): one.invite for one in Seat.objects.filter(group=seat.group, revoked_at=None)
        },
        "own_box": None if own is None else {"id": own.pk, "salt": own.salt},
        "standing": [
            text
            for text in sealed_texts(seat.group, seat.acct, fields=standing)
            if text["mine"] or not standing[str(text["field"])].is_writers
        ],
    }


def sealed_texts(
    group: UUID, acct: UUID, *, fields: Iterable[str], items: Iterable[UUID] | None = None
) -> list[dict[str, object]]:
    """Envelopes as a page gives them to the vault: those of everybody, and one's own."""
    rows = Sealed.objects.filter(group=group, field__in=list(fields))
    rows = rows.filter(owner__isnull=True) | rows.filter(owner=acct)
    if items is not None:
        rows = rows.filter(item__in=list(items))
    return [handed_out(row, acct) for row in laid_down(rows.order_by("at", "pk"))]


def laid_down(rows: Iterable[Sealed]) -> list[Sealed]:
    """In order of writing; the unnamed ones last, by their random ids: their order would tell whose they are."""
    unnamed = {field.name for field in declared() if field.unnamed}
    by_now = list(rows)
    return [row for row in by_now if row.field not in unnamed] + sorted(
        (row for row in by_now if row.field in unnamed), key=lambda row: row.item
    )


def has_written(group: UUID, acct: UUID, field: str, since: datetime) -> bool:
    """Whether somebody wrote in a field, or wrote anew, from a moment on."""
    return Sealed.objects.filter(group=group, author=acct, field=field, at__gte=since).exists()


def writers_of(group: UUID, field: str) -> dict[UUID, UUID]:
    """By item who wrote a text of this field, the oldest first."""
    rows = Sealed.objects.filter(group=group, field=field, owner__isnull=True)
    return dict(rows.order_by("at", "pk").values_list("item", "author"))


def handed_out(row: Sealed, acct: UUID) -> dict[str, object]:
    """A text, for somebody. Of an unnamed one neither writer nor hour is told: an hour can give somebody away."""
    field = field_by_name(row.field)
    is_named = field is None or not field.unnamed
    return {
        "item": row.item,
        "field": row.field,
        "own": row.owner is not None,
        "mine": row.author == acct,
        "author": row.author if is_named else ANONYMOUS,
        "rev": row.rev,
        "box": row.box,
        "envelope": row.text,
        "at": row.at if is_named else row.at.replace(hour=0, minute=0, second=0, microsecond=0),
    }


def accounts_seated(group: UUID) -> list[UUID]:
    """Who was let into a group at any time: who was present at a meeting."""
    return list(
        Seat.objects.filter(group=group, admitted_at__isnull=False)
        .order_by("pk")
        .values_list("acct", flat=True)
    )


def waiting(group: UUID) -> set[UUID]:
    """Who has accepted an invitation, or came with new keys, and isn't let in yet."""
    seats = Seat.objects.filter(group=group, revoked_at=None, knocked_at__isnull=False)
    return set(seats.values_list("acct", flat=True))


def waiting_without_link(group: UUID) -> set[UUID]:
    """Those of them who showed no link: a member has to say that they may come in."""
    seats = Seat.objects.filter(group=group, revoked_at=None, knocked_at__isnull=False, mac="", token_hash="")
    return set(seats.values_list("acct", flat=True))
