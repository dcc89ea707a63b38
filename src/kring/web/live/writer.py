"""
The one thread that writes events. Whatever came in while it was writing goes into the next transaction together.

An event is delivered and acknowledged only after its transaction is on the disk (WAL, synchronous=FULL): killing the
server loses nothing that anybody saw.
"""

from __future__ import annotations

import logging
import sqlite3
from asyncio import AbstractEventLoop
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar
from uuid import UUID

from kring.web.meetings.models import Event, Meeting

_MOST_TOGETHER = 500  # deeds in one transaction: some 15 ms
_log = logging.getLogger(__name__)

# Nothing is written for a meeting whose content has been destroyed meanwhile.
_INSERT = (
    f"INSERT INTO {Event._meta.db_table} (meeting_id, number, at, body)"  # noqa: S608, SLF001 -- names of tables
    f" SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM {Meeting._meta.db_table} WHERE id = ?)"  # noqa: SLF001
)
_CLOSE = f"UPDATE {Meeting._meta.db_table} SET closed_at = ? WHERE id = ?"  # noqa: S608, SLF001


@dataclass(frozen=True, slots=True)
class Row:
    """One event to store."""

    number: int
    at: datetime
    body: str


_Deed = TypeVar("_Deed")


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Deed]):
    """
    The events of one deed: stored all, or none.

    Attributes:
        closes: Whether the meeting is over with them.
        deed: Given back once they are stored.
    """

    meeting: UUID
    rows: tuple[Row, ...]
    closes: bool
    deed: _Deed


class Writer(Generic[_Deed]):
    """Give it entries; it calls `written` on the loop with those that are stored and those that couldn't be."""

    def __init__(
        self,
        database: Path | str,
        loop: AbstractEventLoop,
        written: Callable[[Sequence[_Deed], Sequence[_Deed]], None],
    ) -> None:
        self._database, self._loop, self._written = database, loop, written
        self._queue: SimpleQueue[Entry[_Deed] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="kring-writer", daemon=True)
        self.put = self._queue.put

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what came in so far, and end."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        connection = _connect(self._database)
        going_on = True
        while going_on:
            first = self._queue.get()
            batch = [first] if first is not None else []
            going_on = first is not None
            while going_on and len(batch) < _MOST_TOGETHER:
                try:
                    entry = self._queue.get_nowait()
                except Empty:
                    break
                going_on = entry is not None
                if entry is not None:
                    batch.append(entry)
            if batch:
                self._write(connection, batch)
        connection.close()

    def _write(self, connection: sqlite3.Connection, batch: list[Entry[_Deed]]) -> None:
        stored, lost = batch, list[Entry[_Deed]]()
        if not _try(connection, batch):
            # Somebody's meeting is gone, or the disk is full: what belongs to the others must not suffer from it.
            outcomes = [(entry, _try(connection, [entry])) for entry in batch]
            stored = [entry for entry, ok in outcomes if ok]
            lost = [entry for entry, ok in outcomes if not ok]
        self._loop.call_soon_threadsafe(
            self._written, [entry.deed for entry in stored], [entry.deed for entry in lost]
        )


def _connect(database: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=20, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _try(connection: sqlite3.Connection, batch: list[Entry[_Deed]]) -> bool:
    rows = [
        (entry.meeting.hex, row.number, _stamp(row.at), row.body, entry.meeting.hex)
        for entry in batch
        for row in entry.rows
    ]
    try:
        connection.execute("BEGIN IMMEDIATE")
        complete = connection.executemany(_INSERT, rows).rowcount == len(rows)
        for entry in batch:
            if entry.closes:
                connection.execute(_CLOSE, (_stamp(entry.rows[-1].at), entry.meeting.hex))
        connection.execute("COMMIT" if complete else "ROLLBACK")
    except sqlite3.Error as problem:
        _log.warning("events of %d deeds were not stored: %s", len(batch), problem)
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False
    return complete


def _stamp(at: datetime) -> str:
    """As Django writes moments into SQLite: in UTC, without saying so."""
    return at.replace(tzinfo=None).isoformat(" ", "microseconds")
