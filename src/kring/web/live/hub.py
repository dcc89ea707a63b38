"""Every room that somebody is in: opened when the first line comes, forgotten when the last one is gone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeVar
from uuid import UUID
from weakref import WeakValueDictionary

from django.conf import settings
from django.utils import timezone

from kring.core.meetings.deeds.presence import went_away
from kring.core.meetings.plan import PersonId
from kring.core.meetings.standing import here
from kring.web.live import protocol
from kring.web.live.line import Line
from kring.web.live.protocol import Ending
from kring.web.live.room import Deed, Room, moment
from kring.web.live.sentences import say
from kring.web.live.writer import Writer
from kring.web.meetings import actions, queries
from kring.web.vault.queries import WallsNow, walls_now
from kring.web.vault.tell import Destroyed, DoorClosed, KeysChanged, News, listen, stop_listening

AWAY_AFTER_SECONDS = 20  # a phone that locks for a glance is not an absence
SWEEP_SECONDS = 1
CLEAN_SECONDS = 60

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Hub:
    """Lives as long as the server. `start` and `stop` are called on the loop that it belongs to."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[UUID, Room] = {}
        self._opening: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
        self._quiet: set[Room] = set()  # rooms that somebody went from, or that nobody is in
        self._tasks: set[asyncio.Task[None]] = set()
        self.writer = Writer[Deed](settings.DATABASE, self.loop, self._written)

    def start(self) -> None:
        """Begin to write, to listen and to clean."""
        self.writer.start()
        listen(self._hear)
        self._begin(self._sweep_often())
        self._begin(self._clean_often())

    async def stop(self) -> None:
        """Write what is still to be written, and end."""
        stop_listening(self._hear)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self.writer.stop)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("a task of the live rooms failed", exc_info=task.exception())

    # rooms ------------------------------------------------------------------------------------------

    async def room(self, meeting: UUID) -> Room | None:
        """The room of a meeting, from its stored events where nobody was in it; nothing where it is gone."""
        if meeting in self.rooms:
            return self.rooms[meeting]
        async with self._opening.setdefault(meeting, asyncio.Lock()):
            if meeting not in self.rooms:
                found = await in_thread(_look_up, meeting)
                if found is None:
                    return None
                told, walls = found
                room = Room(meeting, told, walls, self.writer.put)
                now = self.loop.time()
                room.away_from = {
                    person.id: now for person in here(room.state)
                }  # until their line comes back
                for gone in [person.id for person in room.state.people.values() if person.left]:
                    self._begin(in_thread(_give_up_seat, meeting, gone))  # where a fall came in between
                self.rooms[meeting] = room
                self._quiet.add(room)
                # Keys that changed between looking and standing here were told to nobody.
                self._begin(self._look_who_sits(room))
        return self.rooms.get(meeting)

    def holds(self, room: Room) -> bool:
        """Whether this is still the room of its meeting, and not one that was given up."""
        return self.rooms.get(room.meeting) is room

    def left(self, room: Room, line: Line) -> None:
        """A line ended."""
        room.guests -= 1
        room.leave(line, self.loop.time())
        if self.holds(room):
            self._quiet.add(room)

    def _forget(self, room: Room) -> None:
        self._quiet.discard(room)
        if self.holds(room):
            del self.rooms[room.meeting]

    # what the writer says -----------------------------------------------------------------------------

    def _written(self, stored: Sequence[Deed], lost: Sequence[Deed]) -> None:
        for deed in stored:
            deed.room.deliver(deed)
            for person in deed.left:
                self._begin(in_thread(_give_up_seat, deed.room.meeting, person))
            if deed.closes:
                self._begin(in_thread(_settle, deed.room.meeting))
        for room in {deed.room for deed in lost}:
            # What was decided after it stands on what never happened: everybody comes back to what is stored.
            room.end(Ending.NOT_STORED, "not_stored")
            self._forget(room)

    # what the other rooms tell ------------------------------------------------------------------------

    def _hear(self, news: News) -> None:
        self.loop.call_soon_threadsafe(self._heard, news)

    def _heard(self, news: News) -> None:
        room = self.rooms.get(news.group)
        if room is None:
            return
        match news:
            case KeysChanged():
                room.boxes = (set() if news.alone else room.boxes) | ({news.box.bytes} if news.box else set())
                room.epoch = news.epoch
                room.tell_all(protocol.keys(news.epoch))
                self._begin(self._look_who_sits(room))
            case DoorClosed():
                room.door_open = False
                room.tell_all(protocol.DOOR_CLOSED)
            case Destroyed():
                room.end(Ending.CLOSED, "gone")
                self._forget(room)

    async def _look_who_sits(self, room: Room) -> None:
        """Authorise every line again, and let in who waited and was admitted."""
        walls = await in_thread(_walls, room.meeting)
        if walls is None:
            return
        if walls.epoch > room.epoch:
            room.epoch, room.boxes = walls.epoch, {box.bytes for box in walls.boxes}
            room.tell_all(protocol.keys(walls.epoch))
        waits = {PersonId(str(seat.acct)): seat.waits for seat in walls.seats}
        for line in room.every_line():
            if line.person not in waits:
                line.close(Ending.NO_SEAT, say("no_seat", line.language))
        for line in [line for line in room.waiting if not waits.get(line.person, True)]:
            room.waiting.remove(line)
            room.enter(line, line.sent)

    # what the clock says ------------------------------------------------------------------------------

    async def _sweep_often(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            self.sweep()

    def sweep(self) -> None:
        """Mark as away whose line has been gone for longer than a glance, and forget rooms that nobody is in."""
        now = self.loop.time()
        for room in tuple(self._quiet):
            for person in [who for who, since in room.away_from.items() if now - since >= AWAY_AFTER_SECONDS]:
                del room.away_from[person]
                events = went_away(room.state, person)
                if events:
                    room.record(events, moment())
            if room.is_empty:
                self._forget(room)
            elif room.guests and not room.away_from:
                self._quiet.discard(room)

    async def _clean_often(self) -> None:
        while True:
            gone = await in_thread(_clean)
            if gone:
                _log.info("destroyed what was said in %d meetings", gone)
            await asyncio.sleep(CLEAN_SECONDS)


async def in_thread(work: Callable[..., _T], *args: object) -> _T:
    """Do what waits for the database somewhere else. Its threads keep their connection from one time to the next."""
    return await asyncio.to_thread(work, *args)


def _look_up(meeting: UUID) -> tuple[queries.Told, WallsNow] | None:
    told, walls = queries.told(meeting), _walls(meeting)
    return None if told is None or walls is None else (told, walls)


def _walls(meeting: UUID) -> WallsNow | None:
    return walls_now(meeting, timezone.now())


def _clean() -> int:
    now = timezone.now()
    actions.settle_what_closed(now=now)
    return actions.destroy_what_is_due(now=now)


def _give_up_seat(meeting: UUID, person: PersonId) -> None:
    actions.give_up_seat(meeting, UUID(person), now=timezone.now())


def _settle(meeting: UUID) -> None:
    actions.settle_closing(meeting, now=timezone.now())
