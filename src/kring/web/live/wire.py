"""
The socket of uvicorn with a few shortcuts for the live rooms.

An ASGI server frames each message for each line anew, and wakes a task for each message that comes in; together that
costs more than everything else that is done for a message. Here a room's message is framed once, what comes in is
taken on the spot, and who has just spoken isn't asked whether they are still there. `kring serve` has uvicorn use
this class; on any other ASGI server the rooms do without.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import Frame
from websockets.protocol import State

_log = logging.getLogger(__name__)
EXTENSION = "kring.wire"  # key of a `Wire` among the extensions of an ASGI scope

_WHOLE_TEXT = 0x81  # the first frame and the last one, of text
_IN_TWO_BYTES, _IN_EIGHT_BYTES = 126, 127  # instead of a size: it follows


class Words(Struct, frozen=True):
    """A message, and the frame in which it travels."""

    text: str
    frame: bytes


def words(text: str) -> Words:
    """Frame a message; no line masks or packs it differently."""
    payload = text.encode()
    return Words(text, _head(len(payload)) + payload)


def _head(size: int) -> bytes:
    """Of a whole text that isn't masked (RFC 6455, 5.2); the library's own way takes twenty times as long."""
    if size < _IN_TWO_BYTES:
        return bytes((_WHOLE_TEXT, size))
    if size < 1 << 16:
        return bytes((_WHOLE_TEXT, _IN_TWO_BYTES)) + size.to_bytes(2, "big")
    return bytes((_WHOLE_TEXT, _IN_EIGHT_BYTES)) + size.to_bytes(8, "big")


class Wire(WebSocketsSansIOProtocol):
    """
    One connection.

    Attributes:
        ear: Takes each text that comes in, once there is one; before, they wait to be received the usual way.
    """

    ear: Callable[[str], None] | None = None
    _was_heard: bool = False  # since it was last time to ask whether the other side is still there

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],  # Any: what an application keeps in it is its own
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.logger = self.conn.logger = _log  # who opens a line when belongs in no log; faults do

    async def run_asgi(self) -> None:
        """Offer the shortcuts to the application."""
        if not self.conn.extensions:  # what packs messages does so for each line differently
            self.scope["extensions"][EXTENSION] = self  # type: ignore[assignment]  # an extension of ours
        await super().run_asgi()

    def write(self, frame: bytes) -> bool:
        """Send a frame, unless the line is ending or the other side doesn't take what was sent before."""
        if self.conn.state is not State.OPEN or self.close_sent or not self.writable.is_set():
            return False
        self.transport.write(frame)
        return True

    def send_keepalive_ping(self) -> None:
        """Ask whether the other side is still there, unless it said something a moment ago."""
        if self._was_heard:
            self._was_heard = False
            self.schedule_ping()
        else:
            super().send_keepalive_ping()

    def handle_text(self, event: Frame) -> None:
        """A text came in, or the first part of one."""
        self._was_heard = True
        if self.ear is None or not event.fin or self.read_paused or self.close_sent:
            super().handle_text(event)
            return
        try:
            text = bytes(event.data).decode()
        except UnicodeDecodeError:
            super().handle_text(event)
            return
        self.ear(text)
