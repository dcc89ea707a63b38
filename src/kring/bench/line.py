"""
The client's side of a web socket, as little of it as measuring needs, so that the generator isn't what is measured.

Source: RFC 6455.
"""

from __future__ import annotations

import asyncio
import base64
import os
import random
from collections.abc import Callable, Mapping
from enum import IntEnum
from time import perf_counter
from typing import cast

HEAD_BYTES = 2
LENGTH_IN_2_BYTES, LENGTH_IN_8_BYTES = 126, 127  # shorter ones fit in the head itself


class Op(IntEnum):
    """What a frame is."""

    TEXT = 1
    CLOSE = 8
    PING = 9
    PONG = 10


class Line(asyncio.Protocol):
    """
    One connection.

    Args:
        received: Called with each text message and the time of its arrival.
    """

    def __init__(
        self, host: str, path: str, headers: Mapping[str, str], received: Callable[[bytes, float], None]
    ) -> None:
        self._request = _request(host, path, headers)
        self._received = received
        self._rest = b""
        self._open = asyncio.get_running_loop().create_future()
        self._closing = False
        self.dropped = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the socket."""
        self._transport = cast("asyncio.Transport", transport)  # a TCP connection can do both directions
        self._transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        """Note whose doing it was."""
        self.dropped = not self._closing
        if not self._open.done():
            self._open.set_exception(ConnectionError(f"not let in: {self._rest[:300]!r}"))

    async def opened(self) -> None:
        """Wait until the server has agreed to speak this protocol."""
        await asyncio.wait_for(self._open, 30)

    def send(self, text: bytes) -> None:
        """Send one text message."""
        self._transport.write(_frame(Op.TEXT, text))

    def close(self) -> None:
        """End it, without ceremony."""
        self._closing = True
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Read the answer to the request, and after that frames."""
        now = perf_counter()
        data = self._rest + data
        if not self._open.done():
            end = data.find(b"\r\n\r\n")
            if end < 0 or b" 101 " not in data[:20]:
                self._rest = data
                return
            self._open.set_result(None)
            data = data[end + 4 :]
        self._rest = self._read(data, now)

    def _read(self, data: bytes, now: float) -> bytes:
        """Deal with all whole frames; the answer is what is left."""
        place = 0
        while (frame := _payload(data, place)) is not None:
            begin, end = frame
            self._deal_with(data[place] & 15, data[begin:end], now)
            place = end
        return data[place:]

    def _deal_with(self, op: int, payload: bytes, now: float) -> None:
        if op == Op.TEXT:
            self._received(payload, now)
        elif op == Op.PING:
            self._transport.write(_frame(Op.PONG, payload))
        elif op == Op.CLOSE:
            self._transport.close()


def _payload(data: bytes, place: int) -> tuple[int, int] | None:
    """Where the payload of the frame at `place` begins and ends, if all of it is there. A server doesn't mask."""
    if len(data) - place < HEAD_BYTES:
        return None
    length, begin = data[place + 1] & 127, place + HEAD_BYTES
    if length >= LENGTH_IN_2_BYTES:
        size = 2 if length == LENGTH_IN_2_BYTES else 8
        if len(data) - begin < size:
            return None
        length, begin = int.from_bytes(data[begin : begin + size], "big"), begin + size
    return (begin, begin + length) if len(data) - begin >= length else None


def _frame(op: Op, payload: bytes) -> bytes:
    length = len(payload)
    mask = random.getrandbits(32).to_bytes(4, "big")
    if length < LENGTH_IN_2_BYTES:
        head = bytes((0x80 | op, 0x80 | length))
    elif length < 1 << 16:
        head = bytes((0x80 | op, 0x80 | LENGTH_IN_2_BYTES)) + length.to_bytes(2, "big")
    else:
        head = bytes((0x80 | op, 0x80 | LENGTH_IN_8_BYTES)) + length.to_bytes(8, "big")
    repeated = (mask * (length // 4 + 1))[:length]
    masked = int.from_bytes(payload, "big") ^ int.from_bytes(
        repeated, "big"
    )  # the quickest way that Python has
    return head + mask + masked.to_bytes(length, "big")


def _request(host: str, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
