"""
The one thread that writes events. Whatever came in while it was writing goes into the next transaction together.

An event is delivered and acknowledged only after its transaction is on the disk (WAL, synchronous=FULL): killing the
server loses nothing that anybody saw.
"""

from __future__ import annotations

import logging
import signal
import sqlite3
from asyncio import AbstractEventLoop
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from typing import Generic, TypeVar
from weakref import WeakSet

from msgspec import Struct

from kring.web.meetings.models import Event, Meeting

_MOST_TOGETHER = 500  # deeds in one transaction: some 15 ms
# Between two transactions. One costs as much processor time as ten deeds in it: with 250 deeds a second a deed takes
# 30 to 50 us less than at 10 ms. Nobody notices the wait, and a lone meeting doesn't wait.
_PACE_SECONDS = 0.020
_log = logging.getLogger(__name__)

# Nothing is written for a meeting whose content has been destroyed meanwhile.
_INSERT = (
    f"INSERT INTO {Event._meta.db_table} (meeting_id, number, at, body)"  # noqa: S608, SLF001 -- names of tables
    f" SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM {Meeting._meta.db_table} WHERE id = ?)"  # noqa: SLF001
)
_CLOSE = f"UPDATE {Meeting._meta.db_table} SET closed_at = ? WHERE id = ?"  # noqa: S608, SLF001


class Entry(Struct, frozen=True, kw_only=True):
    """
    The events of one deed: stored all, or none.

    Attributes:
        meeting: Its id as the database writes it.
        at: The moment, as the database writes it.
        first: Number of the first event.
        bodies: The events.
        closes: Whether the meeting is over with them.
        source: Where it comes from. After one of its entries couldn't be stored none of the later ones is, because
            they were decided upon what never happened.
    """

    meeting: str
    at: str
    first: int
    bodies: list[str]
    closes: bool
    source: object


_Entry = TypeVar("_Entry", bound=Entry)


class Writer(Generic[_Entry]):
    """Give it entries; it calls `written` on the loop with those that are stored and those that couldn't be."""

    def __init__(
        self,
        database: Path | str,
        loop: AbstractEventLoop,
        written: Callable[[Sequence[_Entry], Sequence[_Entry]], None],
    ) -> None:
        self._database, self._loop, self._written = database, loop, written
        self._queue: SimpleQueue[_Entry | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="kring-writer", daemon=True)
        self._broken: WeakSet[object] = WeakSet()
        self.put = self._queue.put

    def start(self) -> None:
        """
        Begin to write.

        Raises:
            sqlite3.Error: the database can't be opened.
        """
        self._connection = _connect(self._database)
        self._thread.start()

    def stop(self) -> None:
        """Write what came in so far, and end."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        try:
            self._write_until_told(self._connection)
        except Exception:  # noqa: BLE001 -- whatever it is, nobody may believe that their words are kept
            _log.critical("events can't be stored any more, so the server stops", exc_info=True)
            signal.raise_signal(signal.SIGTERM)
        finally:
            self._connection.close()

    def _write_until_told(self, connection: sqlite3.Connection) -> None:
        going_on, earliest = True, 0.0
        while going_on:
            first = self._queue.get()
            # A lone meeting never waits here; hundreds of them share their transactions.
            sleep(max(0.0, earliest - monotonic()))
            earliest = monotonic() + _PACE_SECONDS
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

    def _write(self, connection: sqlite3.Connection, batch: list[_Entry]) -> None:
        stored, lost = batch, list[_Entry]()
        if self._broken or not _try(connection, batch):
            # Somebody's meeting is gone, or the disk is full: what belongs to the others must not suffer from it.
            stored = []
            for entry in batch:
                if entry.source not in self._broken and _try(connection, [entry]):
                    stored.append(entry)
                else:
                    self._broken.add(entry.source)
                    lost.append(entry)
        self._loop.call_soon_threadsafe(self._written, stored, lost)


def _connect(database: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=20, isolation_level=None, check_same_thread=False)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "secure_delete = ON",
        "wal_autocheckpoint = 4000",  # pages: events of one meeting lie together, so later is less work
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _try(connection: sqlite3.Connection, batch: Sequence[Entry]) -> bool:
    rows = [
        (entry.meeting, number, entry.at, body, entry.meeting)
        for entry in batch
        for number, body in enumerate(entry.bodies, entry.first)
    ]
    closing = [(entry.at, entry.meeting) for entry in batch if entry.closes]
    try:
        connection.execute("BEGIN IMMEDIATE")
        complete = connection.executemany(_INSERT, rows).rowcount == len(rows)
        if closing:
            connection.executemany(_CLOSE, closing)
        connection.execute("COMMIT" if complete else "ROLLBACK")
    except sqlite3.Error as problem:
        _log.warning("events of %d deeds were not stored: %s", len(batch), problem)
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False
    return complete
