"""The live meeting as one person's client has it: what the events add up to, what one sees, and what one does."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import uuid4

import msgspec

from kring.client.connection import Connection
from kring.client.messages import Message, Welcome, numbered
from kring.client.seat import Keys, Seat
from kring.client.site import Refused
from kring.client.table import Table, new_entry, writing_of
from kring.core.meetings import AnyCommand, EntryId, PersonId, State, View, evolve, replay, view

A_HALL = 12  # from so many on, who comes at about the same time is let in at once
TOGETHER_SECONDS = 1.5
NEXT_HELPS_AFTER_SECONDS = 2.0  # the lowest seat opens the door; the next one when that didn't happen
SEALED_FOR_BEFORE = "old_key"  # somebody came in between sealing and sending
TRIES_TO_SEAL = 5
KEY_COMES_WITHIN_SECONDS = 3 * NEXT_HELPS_AFTER_SECONDS
KEY_LOOKED_FOR_EVERY_SECONDS = 0.2


class Room:
    """
    A meeting, for as long as one is `async with` it.

    Attributes:
        state: The meeting so far; none before one is let in.
        ended: Why the server ended it; none as long as it goes on.
    """

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.table = Table(seat)
        self.state: State | None = None
        self.language = seat.site.language
        self.ended: str | None = None
        self._connection = Connection(seat, lambda: self.state.number if self.state else 0, self._hear)
        self._server_ahead = timedelta(0)
        self._changed = asyncio.Event()
        self._keys_changed = asyncio.Event()
        self._has_keys = asyncio.Event()
        self._epochs = 0
        self._tasks: list[asyncio.Task[None]] = []
        self._helping: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._keys_changed.set()
        self._tasks = [asyncio.create_task(self._stay()), asyncio.create_task(self._tend_keys())]
        for task in self._tasks:
            task.add_done_callback(self._stopped)
        return self

    async def __aexit__(self, *_: object) -> None:
        tasks = [*self._tasks, *([self._helping] if self._helping else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # what one sees ----------------------------------------------------------------------------------

    @property
    def me(self) -> PersonId:
        """Whose client this is."""
        return PersonId(self.seat.acct)

    @property
    def now(self) -> datetime:
        """The time on the server's clock."""
        return datetime.now(UTC) + self._server_ahead

    def view(self) -> View | None:
        """What this person sees and may do; none before one has sat down and has the keys."""
        if self.state is None or self.me not in self.state.people or not self._has_keys.is_set():
            return None
        return view(self.state, self.me, self.now)

    def opened(self) -> dict[EntryId, str]:
        """The texts of the cards that this person may read now."""
        seen = self.view()
        return {} if self.state is None or seen is None else self.table.opened(self.state, seen.cards)

    async def change(self, seconds: float) -> None:
        """Wait until something happens, or until that much time has passed."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)
        self._changed.clear()

    # what one does ----------------------------------------------------------------------------------

    async def do(
        self, deed: str, /, **fields: Any
    ) -> int:  # Any: checked here against the command of that name
        """
        Do something; returns once it is stored, with the number of its last event.

        Raises:
            Refused: with the reason.
        """
        command = msgspec.convert({"do": deed, "id": str(uuid4()), **fields}, AnyCommand)
        return await self._connection.ask(command)

    async def introduce(self, name: str, times: int = 1) -> int:
        """Tell one's name, for the `times`-th time."""
        return await self._do_sealed("introduce", lambda: self.table.seal_name(name, times))

    async def contribute(self, slot: str, text: str, about: EntryId | None = None) -> EntryId:
        """Write a card; returns its id."""
        assert self.state is not None  # nobody writes before being let in
        entry, writing = new_entry(), writing_of(self.state, slot, self.state.phase)
        fields = {"entry": entry, "slot": slot, "about": about}
        await self._do_sealed("contribute", lambda: self.table.seal_entry(writing, entry, 1, text), **fields)
        return entry

    async def rewrite(self, entry: EntryId, text: str) -> int:
        """Write an own card anew."""
        assert self.state is not None  # nobody writes before being let in
        card = self.state.entries[entry]
        writing, revision = writing_of(self.state, card.slot, card.phase), card.revision + 1
        fields = {"entry": entry, "revision": revision}
        return await self._do_sealed(
            "change", lambda: self.table.seal_entry(writing, entry, revision, text), **fields
        )

    async def _do_sealed(self, deed: str, seal: Any, **fields: Any) -> int:  # Any: see `do`
        for _ in range(TRIES_TO_SEAL):
            await self._has_keys.wait()
            try:
                return await self.do(deed, text=seal(), **fields)
            except Refused as refused:
                if refused.code != SEALED_FOR_BEFORE:
                    raise
                await self._wait_for_newer_key()
        raise Refused(SEALED_FOR_BEFORE, "people keep coming in")

    async def _wait_for_newer_key(self) -> None:
        """There is one already where somebody came in; where somebody left, it is made just now."""
        before, end = self._epochs, asyncio.get_running_loop().time() + KEY_COMES_WITHIN_SECONDS
        while self._epochs == before and asyncio.get_running_loop().time() < end:
            await self._fetch_keys()
            if self._epochs == before:
                await self.change(KEY_LOOKED_FOR_EVERY_SECONDS)

    # what happens by itself ---------------------------------------------------------------------------

    async def _stay(self) -> None:
        self.ended = await self._connection.stay()

    def _stopped(self, task: asyncio.Task[None]) -> None:
        """The server ended it, or the keys are no longer in order: without either there is no meeting."""
        if not task.cancelled() and (problem := task.exception()) is not None:
            self.ended = self.ended or str(problem)
        self._changed.set()

    def _hear(self, message: Message) -> None:
        if message.welcome is not None:
            self._enter(message.welcome)
        if message.events:
            self._follow(message.events)
        if message.keys is not None:
            self._keys_changed.set()
        self._changed.set()

    def _enter(self, welcome: Welcome) -> None:
        self._server_ahead = welcome.now - datetime.now(UTC)
        self.language = welcome.language
        if self.state is None:
            self.state = State(plan=welcome.plan)
        self._keys_changed.set()

    def _follow(self, events: tuple[dict[str, Any], ...]) -> None:  # Any: JSON, read by `numbered`
        assert self.state is not None  # the welcome comes first
        new = [event for event in map(numbered, events) if event.number > self.state.number]
        if self.state.number == 0:
            self.state = replay(self.state.plan, new)
            return
        for event in new:
            self.state = evolve(self.state, event.event, event.at)

    async def _tend_keys(self) -> None:
        """Keep the keys up to date and open the door to others, as every browser in the room does."""
        while True:
            await self._keys_changed.wait()
            self._keys_changed.clear()
            try:
                keys = await self._fetch_keys()
                if keys is not None and keys.need_help:
                    self._help_soon()
            except (OSError, Refused):
                await asyncio.sleep(NEXT_HELPS_AFTER_SECONDS)  # the server is away, or in between
                self._keys_changed.set()

    def _help_soon(self) -> None:
        """Waiting for one's turn to help must keep nobody from the keys that come meanwhile."""
        if self._helping is None or self._helping.done():
            self._helping = asyncio.create_task(self._help_in_turn())

    async def _fetch_keys(self) -> Keys | None:
        keys = await self.seat.fetch_keys()
        if keys is not None:
            self._epochs = len(keys.epochs)
            self._has_keys.set()
            self._changed.set()
        return keys

    async def _help_in_turn(self) -> None:
        here = 0 if self.state is None else len(self.state.people)
        together = TOGETHER_SECONDS if here >= A_HALL else 0.0
        await asyncio.sleep(together + self._place_in_row() * NEXT_HELPS_AFTER_SECONDS)
        try:
            keys = await self._fetch_keys()
            if keys is None or not keys.need_help:
                return
            await self.seat.help(keys)
        except (OSError, Refused):
            await asyncio.sleep(NEXT_HELPS_AFTER_SECONDS)  # the server is away, or somebody was first
        self._keys_changed.set()

    def _place_in_row(self) -> int:
        """How many people who are here sat down before."""
        if self.state is None or self.me not in self.state.people:
            return 0
        mine = self.state.people[self.me].seat
        return sum(person.present and person.seat < mine for person in self.state.people.values())
