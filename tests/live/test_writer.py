"""The one thread that writes: all of a deed or nothing, and nobody suffers from somebody else's trouble."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from uuid import uuid4

import pytest

from kring.web.live.writer import Entry, Writer

NOW = "2026-11-21 19:00:00.000"


class Meeting:
    """Where entries come from."""

    def __init__(self) -> None:
        self.key = uuid4().hex

    def entry(self, first: int, *bodies: str, closes: bool = False) -> Entry:
        return Entry(meeting=self.key, at=NOW, first=first, bodies=list(bodies), closes=closes, source=self)


class Desk:
    """A database with the two tables that the writer knows, and what it said of each entry."""

    def __init__(self, file: Path) -> None:
        self.database = sqlite3.connect(file, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("CREATE TABLE meetings_meeting (id TEXT PRIMARY KEY, closed_at TEXT)")
        self.database.execute(
            "CREATE TABLE meetings_event (meeting_id TEXT, number INTEGER, at TEXT, body TEXT, UNIQUE (meeting_id, number))"
        )
        self.stored: list[Entry] = []
        self.lost: list[Entry] = []
        self.writer = Writer[Entry](file, asyncio.get_running_loop(), self.written)
        self.writer.start()

    def written(self, stored: Sequence[Entry], lost: Sequence[Entry]) -> None:
        self.stored += stored
        self.lost += lost

    async def write(self, *entries: Entry) -> None:
        """Give it these, and wait until it has said something of each."""
        told = len(self.stored) + len(self.lost) + len(entries)
        for entry in entries:
            self.writer.put(entry)
        async with asyncio.timeout(10):
            while len(self.stored) + len(self.lost) < told:  # noqa: ASYNC110 -- it tells by appending
                await asyncio.sleep(0.005)

    def begin(self) -> Meeting:
        meeting = Meeting()
        self.database.execute("INSERT INTO meetings_meeting VALUES (?, NULL)", (meeting.key,))
        return meeting

    def kept(self, meeting: Meeting) -> list[tuple[int, str]]:
        query = "SELECT number, body FROM meetings_event WHERE meeting_id = ? ORDER BY number"
        return self.database.execute(query, (meeting.key,)).fetchall()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path / "kring.sqlite3")
    yield desk
    await asyncio.to_thread(desk.writer.stop)
    desk.database.close()


async def test_what_is_stored_is_what_was_given(desk: Desk) -> None:
    meeting = desk.begin()
    body = '{"event":"introduced","text":"\\u20ac \\" \'"}'

    await desk.write(meeting.entry(1, body, "{}"), meeting.entry(3, "{}", closes=True))

    assert desk.kept(meeting) == [(1, body), (2, "{}"), (3, "{}")]
    assert desk.database.execute("SELECT closed_at FROM meetings_meeting").fetchone() == (NOW,)


async def test_nothing_is_written_for_a_meeting_that_is_gone(desk: Desk) -> None:
    here, gone = desk.begin(), Meeting()

    await desk.write(here.entry(1, "{}"), gone.entry(1, "{}"), here.entry(2, "{}"))

    assert (desk.kept(here), desk.kept(gone)) == ([(1, "{}"), (2, "{}")], [])
    assert [entry.source for entry in desk.lost] == [gone]


async def test_number_is_given_once(desk: Desk) -> None:
    meeting = desk.begin()
    await desk.write(meeting.entry(1, '"first"'))

    await desk.write(meeting.entry(1, '"second"'))

    assert desk.kept(meeting) == [(1, '"first"')]
    assert len(desk.lost) == 1


async def test_what_was_decided_upon_what_was_lost_is_lost_too(desk: Desk) -> None:
    meeting, other = desk.begin(), desk.begin()
    await desk.write(meeting.entry(1, "{}"))

    await desk.write(meeting.entry(1, "{}"), meeting.entry(2, "{}"), other.entry(1, "{}"))
    await desk.write(meeting.entry(3, "{}"))

    assert (desk.kept(meeting), desk.kept(other)) == ([(1, "{}")], [(1, "{}")])


async def test_deed_is_stored_whole_or_not_at_all(desk: Desk) -> None:
    meeting = desk.begin()
    await desk.write(meeting.entry(2, "{}"))

    await desk.write(meeting.entry(1, "{}", "{}"))

    assert desk.kept(meeting) == [(2, "{}")]


async def test_writer_that_stops_writes_first_what_it_was_given(desk: Desk) -> None:
    meeting = desk.begin()
    for number in range(1, 51):
        desk.writer.put(meeting.entry(number, "{}"))

    await asyncio.to_thread(desk.writer.stop)

    assert len(desk.kept(meeting)) == 50
