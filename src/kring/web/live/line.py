"""One open line to one browser."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from uuid import UUID

from kring.core.meetings.plan import PersonId
from kring.web.live.wire import Wire, Words
from kring.web.ui.pace import Bucket

Message = MutableMapping[str, Any]  # Any: ASGI's own messages
Send = Callable[[Any], Awaitable[None]]  # Any: servers, Django and we each have a type for its messages

_MOST_WAITING = 400  # messages; some minutes of a lively meeting, less than a megabyte
_GOODBYE_SECONDS = 5


class Line:
    """
    Sends without ever making the room wait.

    A message goes straight to the socket, without a task of its own. Only when that is full, because the phone at
    the other end doesn't take it, do messages wait here; whoever lets too many of them wait loses the line and comes
    back with the number of the last event they saw.
    """

    __slots__ = (
        "_behind",
        "_catching_up",
        "_reader",
        "_send",
        "_wire",
        "closed",
        "language",
        "meeting",
        "patience",
        "person",
        "sent",
    )

    def __init__(
        self, send: Send, meeting: UUID, person: PersonId, language: str, *, wire: Wire | None = None
    ) -> None:
        self.meeting, self.person, self.language = meeting, person, language
        self.sent = 0  # number of the last event that went out here
        self.closed = False
        self.patience: Bucket | None = None  # of the server, once this line goes too fast
        self._send, self._wire = send, wire
        self._reader = asyncio.current_task()
        self._behind: deque[Message] | None = None
        self._catching_up: asyncio.Task[None] | None = None

    def put(self, words: Words, more: Words | None = None) -> None:
        """Send a message, or two at once."""
        if self.closed:
            return
        if self._behind is None and self._wire is not None:
            frame = words.frame if more is None else words.frame + more.frame
            if self._wire.write(frame):
                return
        self._send_later({"type": "websocket.send", "text": words.text})
        if more is not None:
            self._send_later({"type": "websocket.send", "text": more.text})

    def close(self, code: int, reason: str) -> None:
        """Send what is still waiting, and end the line."""
        if not self.closed:
            self._send_later({"type": "websocket.close", "code": code, "reason": reason})
            self.closed = True

    async def finish(self) -> None:
        """Give the last messages a moment to go out."""
        if self._catching_up is not None:
            await asyncio.wait({self._catching_up}, timeout=_GOODBYE_SECONDS)

    def _send_later(self, message: Message) -> None:
        if self._behind is None:
            self._behind = deque()
            self._catching_up = asyncio.create_task(self._catch_up(self._behind))
        self._behind.append(message)
        if len(self._behind) > _MOST_WAITING:
            self._give_up(self._catching_up)

    async def _catch_up(self, behind: deque[Message]) -> None:
        try:
            while behind:
                await self._send(behind.popleft())
        except OSError:  # how a server says that nobody listens any more
            self.closed = True
        self._behind = None

    def _give_up(self, catching_up: asyncio.Task[None] | None) -> None:
        self.closed = True
        for task in (catching_up, self._reader):
            if task is not None:
                task.cancel()
