"""One open line to one browser."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, MutableMapping
from types import coroutine
from typing import Any
from uuid import UUID

from kring.core.meetings.plan import PersonId

Message = MutableMapping[str, Any]  # Any: ASGI's own messages
Send = Callable[[Any], Awaitable[None]]  # Any: servers, Django and we each have a type for its messages

_MOST_WAITING = 400  # messages; some minutes of a lively meeting, less than a megabyte


class Line:
    """
    Sends without ever making the room wait.

    A message goes straight into the transport, without a task of its own. Only when that is full, because the phone
    at the other end doesn't take it, do messages wait here; whoever lets too many of them wait loses the line and
    comes back with the number of the last event they saw.
    """

    __slots__ = (
        "_behind",
        "_catching_up",
        "_reader",
        "_send",
        "closed",
        "language",
        "meeting",
        "person",
        "sent",
    )

    def __init__(self, send: Send, meeting: UUID, person: PersonId, language: str) -> None:
        self.meeting, self.person, self.language = meeting, person, language
        self.sent = 0  # number of the last event that went out here
        self.closed = False
        self._send = send
        self._reader = asyncio.current_task()
        self._behind: deque[Message] | None = None
        self._catching_up: asyncio.Task[None] | None = None

    def put(self, text: str) -> None:
        """Send a message."""
        if not self.closed:
            self._push({"type": "websocket.send", "text": text})

    def close(self, code: int, reason: str = "") -> None:
        """Send what is still waiting, and end the line."""
        if not self.closed:
            self._push({"type": "websocket.close", "code": code, "reason": reason})
            self.closed = True

    def _push(self, message: Message) -> None:
        if self._behind is None:
            self._send_now(message)
            return
        self._behind.append(message)
        if len(self._behind) > _MOST_WAITING:
            self._give_up()

    def _send_now(self, message: Message) -> None:
        sending = self._send(message)
        if not isinstance(sending, Coroutine):
            raise TypeError("the server's send must be a coroutine function")
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return
        except OSError:  # how a server says that nobody listens any more
            self.closed = True
            return
        self._behind = deque()
        self._catching_up = asyncio.create_task(self._catch_up(sending, waits_for))

    async def _catch_up(self, sending: Coroutine[Any, Any, None], waits_for: Any) -> None:
        try:
            await _carry_on(sending, waits_for)
            while self._behind:
                await self._send(self._behind.popleft())
        except OSError:
            self.closed = True
        self._behind = None

    def _give_up(self) -> None:
        self.closed = True
        if self._catching_up is not None:
            self._catching_up.cancel()
        if self._reader is not None:
            self._reader.cancel()


@coroutine
def _carry_on(begun: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """Let a task wait for what a coroutine that was begun by hand waits for, and go on with it."""
    while True:
        yield waits_for
        try:
            waits_for = begun.send(None)
        except StopIteration:
            return
