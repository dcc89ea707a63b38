"""
The line to a meeting: it comes back by itself, and what was asked for while it was gone is asked again.

A command keeps its id, so the server does it once, however often it hears it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Origin

from kring.client.messages import Message, read_message
from kring.client.seat import Seat
from kring.client.site import Refused
from kring.core.meetings.commands import AnyCommand

SOONEST_SECONDS, LATEST_SECONDS = 0.2, 5.0  # between two tries to come back
FINAL_CODES = frozenset({4400, 4403, 4404, 4410})  # the server would say the same to another try
NO_SUCH_MEETING = frozenset({403, 404, 410})


class Connection:
    """
    One seat's line.

    Args:
        since: Tells the number of the last event that was taken in.
        hear: Called with each message that isn't an answer to a command.
    """

    def __init__(self, seat: Seat, since: Callable[[], int], hear: Callable[[Message], None]) -> None:
        self._seat, self._since, self._hear = seat, since, hear
        self._line: ClientConnection | None = None
        self._inside = False
        self._asked: dict[str, tuple[str, asyncio.Future[int]]] = {}

    async def stay(self) -> str:
        """Stay connected until the server ends it for good; the answer is why it did."""
        wait = SOONEST_SECONDS
        while True:
            try:
                async with connect(
                    self._seat.site.socket(self._seat.path("live/")),
                    origin=Origin(self._seat.site.origin),
                    additional_headers=self._seat.site.cookie_headers,
                    compression=None,
                    max_size=None,  # the first answer holds the whole meeting
                ) as self._line:
                    await self._line.send(msgspec.json.encode({"hello": {"since": self._since()}}).decode())
                    wait = SOONEST_SECONDS
                    async for text in self._line:
                        await self._take(read_message(text))
            except InvalidStatus as refused:
                if refused.response.status_code in NO_SUCH_MEETING:
                    return self._end(f"refused ({refused.response.status_code})")
            except ConnectionClosed as closed:
                if closed.rcvd is not None and closed.rcvd.code in FINAL_CODES:
                    return self._end(closed.rcvd.reason or str(closed.rcvd.code))
            except (OSError, InvalidHandshake, TimeoutError):
                pass  # no server, or none that is ready: try again
            else:
                if self._line.close_code in FINAL_CODES:
                    return self._end(self._line.close_reason or str(self._line.close_code))
            finally:
                self._line, self._inside = None, False
            await asyncio.sleep(wait)
            wait = min(LATEST_SECONDS, 2 * wait)

    async def ask(self, command: AnyCommand) -> int:
        """
        Ask for something to be done; returns the number of its last event once it is stored.

        Raises:
            Refused: with the reason.
        """
        stored: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        text = msgspec.json.encode(command).decode()
        self._asked[command.id] = (text, stored)
        try:
            if self._inside:
                await self._send(text)
            return await stored
        finally:
            self._asked.pop(command.id, None)

    async def _send(self, text: str) -> None:
        with contextlib.suppress(ConnectionClosed):  # sent again once the line is back
            if self._line is not None:
                await self._line.send(text)

    async def _take(self, message: Message) -> None:
        if message.done is not None:
            self._answer(message.done, message.number)
        elif message.refused is not msgspec.UNSET:
            self._answer(message.refused, Refused(message.code, message.say))
        else:
            self._hear(message)
        if message.welcome is not None:
            self._inside = True
            for text, _ in list(self._asked.values()):
                await self._send(text)

    def _answer(self, command: str | None, answer: int | Refused) -> None:
        _, stored = self._asked.get(command or "", (None, None))
        if stored is None or stored.done():
            return
        if isinstance(answer, Refused):
            stored.set_exception(answer)
        else:
            stored.set_result(answer)

    def _end(self, why: str) -> str:
        for command in list(self._asked):
            self._answer(command, Refused("ended", why))
        return why
