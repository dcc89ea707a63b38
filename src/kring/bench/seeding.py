"""
Meetings in full swing, for a server that isn't running yet: `python -m kring.bench.seeding ROOMS FILE`.

The very deeds of the site make one, with real keys: six people with a seat each, in the middle of a phase in which
all of them may write. The others are copies of it under ids of their own, because making thousands would take
minutes. Which database is for KRING_DATA to say. The file tells how to get in, one room a line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.db.backends.utils import CursorWrapper
from msgspec.structs import replace

from kring.bench.load import MEMBERS
from kring.client.vault import Vault
from kring.client.vault.shapes import Candidate
from kring.core.meetings import (
    AnyCommand,
    Numbered,
    PersonId,
    Plan,
    PlannedPhase,
    Refusal,
    State,
    compose,
    decide,
    evolve,
)
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Mode, Phase, Role, ShownTo, Writing

SLOT = "cards"
ROOMS_OF = ("vault_", "meetings_")  # of the site, that keep something of a meeting


class SeededRoom(msgspec.Struct, frozen=True):
    """A room that the load may enter: the boxes of its group, newest last, and a seat cookie for each member."""

    meeting: str
    boxes: tuple[str, ...]
    seats: tuple[str, ...]


def main(rooms: int, file: Path) -> None:
    """Make them, and write down how to get in."""
    import django
    from django.core.management import call_command
    from django.db import connection, transaction

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        first = seed(plan_to_write_in(), datetime.now(UTC))
        copies = [first, *(copy_of(first) for _ in range(rooms - 1))]
        with connection.cursor() as cursor:
            tables = [
                name for name in connection.introspection.table_names(cursor) if name.startswith(ROOMS_OF)
            ]
            for table in tables:
                copy_rows(cursor, table, first, copies[1:])
    file.write_bytes(b"\n".join(map(msgspec.json.encode, copies)))


def copy_of(room: SeededRoom) -> SeededRoom:
    """Another room like this one, with the same people in it."""
    return SeededRoom(str(uuid4()), tuple(str(uuid4()) for _ in room.boxes), room.seats)


def copy_rows(cursor: CursorWrapper, table: str, first: SeededRoom, copies: list[SeededRoom]) -> None:
    """Everything that a table holds about a room, once more for each copy."""
    cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name from the database itself
    names = [column[0] for column in cursor.description]
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        if isinstance(row.get("id"), int):
            del row["id"]  # counted by the database
        columns, places = ", ".join(f'"{name}"' for name in row), ", ".join(["%s"] * len(row))
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - as above
            [[renamed(value, first, copy) for value in row.values()] for copy in copies],
        )


def renamed(value: Any, first: SeededRoom, copy: SeededRoom) -> Any:  # Any: whatever a column holds
    """A value with the ids of the copy in it, both ways in which ids are written."""
    if not isinstance(value, str):
        return value
    for old, new in zip((first.meeting, *first.boxes), (copy.meeting, *copy.boxes), strict=True):
        value = value.replace(old, new).replace(old.replace("-", ""), new.replace("-", ""))
    return value


def seeded(file: Path) -> Iterator[SeededRoom]:
    """Read what was written down."""
    for line in file.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=SeededRoom)


def plan_to_write_in() -> Plan:
    """A plan of one phase: whoever wants to speaks, and everybody may write as much as they like for all to see."""
    whole = compose(load_library()[0], load_blocks())
    usual = whole.phases[0]
    everybody = (Role.PEERS, Role.FACILITATOR)
    kind, prompt = next(
        (slot.kind, slot.prompt) for planned in whole.phases for slot in planned.phase.writing
    )
    cards = Writing(id=SLOT, kind=kind, by=everybody, prompt=prompt, shown_to=ShownTo.GROUP, most=1_000_000)
    floor = replace(usual.phase.floor, mode=Mode.OPEN_FLOOR, speakers=everybody, rounds=1)
    phase: Phase = replace(usual.phase, floor=floor, writing=(cards,), silent=(), reveals=())
    planned: PlannedPhase = replace(usual, phase=phase)
    return replace(whole, phases=(planned,))


def seed(plan: Plan, now: datetime) -> SeededRoom:
    """One meeting with everybody in it."""
    from kring.web.meetings import actions
    from kring.web.meetings.models import Event
    from kring.web.vault import access, actions as walls
    from kring.web.vault.statements import Signed

    meeting, vaults = uuid4(), [Vault() for _ in range(MEMBERS)]
    group = str(meeting)
    begun = vaults[0].begin_group(group=group, now=now)
    share = vaults[0].keep(group=group).server_share
    first = actions.FirstKeys(
        member=(*begun.member,),
        statement=Signed(**begun.statement),
        grant=begun.grant,
        box=(UUID(begun.box["id"]), begun.box["salt"]),
        door_hash=begun.door_token_hash,
        share=share,
    )
    seats = [actions.open_meeting(meeting, plan, first, now=now)]
    accts = [begun.acct]
    candidates: list[Candidate] = []
    for vault in vaults[1:]:
        knocked = vault.knock(group=group, secret=begun.secret)
        seats.append(
            walls.knock(
                meeting,
                door_token=knocked.door_token,
                member=(*knocked.member,),
                mac=knocked.join_mac,
                share=share,
                seat_token=None,
                now=now,
            )
        )
        accts.append(knocked.acct)
        candidates.append({"acct": knocked.acct, "member": knocked.member, "mac": knocked.join_mac})
    epoch = vaults[0].admit(group=group, secret=begun.secret, candidates=candidates)
    walls.begin_epoch(
        access.member_seat(meeting, seats[0]),
        Signed(**epoch.statement),
        grants={UUID(acct): grant for acct, grant in epoch.grants.items()},
        box=(UUID(epoch.box["id"]), epoch.box["salt"]),
        proofs={UUID(acct): proof for acct, proof in epoch.proofs.items()},
        now=now,
    )
    Event.objects.bulk_create(
        Event(
            meeting_id=meeting, number=told.number, at=told.at, body=msgspec.json.encode(told.event).decode()
        )
        for told in in_full_swing(plan, [PersonId(acct) for acct in accts], now)
    )
    return SeededRoom(meeting=group, boxes=(begun.box["id"], epoch.box["id"]), seats=tuple(seats))


def in_full_swing(plan: Plan, people: list[PersonId], now: datetime) -> Iterator[Numbered]:
    """Everything that happens until the first phase has begun."""
    deeds: list[tuple[PersonId, dict[str, str]]] = []
    for person in people:
        deeds += [
            (person, {"do": "join"}),
            (person, {"do": "introduce", "text": "-"}),
            (person, {"do": "assent"}),
        ]
    deeds.append((people[0], {"do": "start"}))
    state = State(plan=plan)
    for number, (person, deed) in enumerate(deeds):
        command = msgspec.convert({**deed, "id": f"seed-{number}"}, AnyCommand)
        decided = decide(state, command, by=person, now=now)
        if isinstance(decided, Refusal):
            raise RuntimeError(  # noqa: TRY004 - a refusal is an answer, not a wrong type
                f"the engine doesn't let a meeting begin like this: {deed['do']}, {decided.code}"
            )
        for event in decided:
            state = evolve(state, event, now)
            yield Numbered(number=state.number, at=now, event=event)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
