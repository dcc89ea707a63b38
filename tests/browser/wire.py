"""A wire with an ear on it: passes everything on between browsers and a server, and keeps every byte of it."""

import asyncio
import contextlib
import re
import zlib
from typing import Self

GZIP = b"\x1f\x8b\x08"
UPGRADED = re.compile(rb"HTTP/1.1 101 .*?\r\n\r\n", re.DOTALL)
ASKED_FOR_UPGRADE = re.compile(rb"GET [^\r]*/live/ HTTP/1.1\r\n.*?\r\n\r\n", re.DOTALL)


class Wire:
    """
    Listens while one is `async with` it.

    Args:
        port: Of the server, on this machine.
    """

    def __init__(self, port: int) -> None:
        self._to = port
        self._lines: list[tuple[bytearray, bytearray]] = []  # what the browser said, and what the server said
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def heard(self) -> list[bytes]:
        """Everything, as it went over the wire, and as it reads: unpacked, and frames of sockets unmasked."""
        readable: list[bytes] = []
        for said, answered in self._lines:
            readable += [bytes(said), bytes(answered), *unpacked(bytes(answered))]
            request = ASKED_FOR_UPGRADE.search(said)
            if request is not None and UPGRADED.search(answered):
                readable.append(unmasked(bytes(said[request.end() :])))
        return readable

    def said(self) -> bytes:
        """What the browsers sent over plain requests, in the order of their lines."""
        return b"\n".join(bytes(said) for said, _ in self._lines)

    async def _connect(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        server, to_server = await asyncio.open_connection("127.0.0.1", self._to)
        said, answered = bytearray(), bytearray()
        self._lines.append((said, answered))
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(pass_on(browser, to_server, said), pass_on(server, to_browser, answered))
        for writer in (to_server, to_browser):
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, kept: bytearray) -> None:
    while chunk := await reader.read(65_536):
        kept += chunk
        writer.write(chunk)
        await writer.drain()
    writer.close()


def unpacked(answered: bytes) -> list[bytes]:
    """Every gzipped body in it."""
    bodies, place = [], answered.find(GZIP)
    while place >= 0:
        with contextlib.suppress(zlib.error):
            bodies.append(zlib.decompressobj(31).decompress(answered[place:]))
        place = answered.find(GZIP, place + 1)
    return bodies


def unmasked(frames: bytes) -> bytes:
    """What a browser's frames say (RFC 6455, 5.2): each is masked with four bytes of its own."""
    said, place = bytearray(), 0
    while place + 6 <= len(frames):
        length, head = frames[place + 1] & 0x7F, 2
        if length >= 126:
            head = 4 if length == 126 else 10
            length = int.from_bytes(frames[place + 2 : place + head])
        mask, start = frames[place + head : place + head + 4], place + head + 4
        masked = frames[start : start + length]
        said += bytes(byte ^ mask[i % 4] for i, byte in enumerate(masked)) + b"\n"
        place = start + length
    return bytes(said)
