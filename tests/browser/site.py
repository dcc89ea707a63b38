"""A server of our own: `kring serve` in a process, on a free port, with a data folder that is kept when it is killed."""

import asyncio
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests import new_database
from tests.browser.ready import Copy, ReadyServer

JUMPING_CLOCK = Path(__file__).parent / "jumping_clock.py"
STARTS_WITHIN_SECONDS = 60
LOOK_AGAIN_SECONDS = 0.05


class Site:
    """
    Starts, is killed and starts again on the same port and the same data.

    Args:
        by_jumping_clock: Whether its time can be moved on.
        ready: What it begins as a copy of, the first time; without it starts as a host would start it.
    """

    def __init__(
        self, data: Path, *, ready: ReadyServer | None = None, by_jumping_clock: bool = False, **settings: str
    ) -> None:
        self.data = data
        self._ready = ready
        self._program = [str(JUMPING_CLOCK)] if by_jumping_clock else ["-m", "kring.cli"]
        self.port = free_port()
        self._settings = settings
        self._process: subprocess.Popen[bytes] | Copy | None = None

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """Everything that the server said."""
        return self.data / "server.log"

    async def start(self) -> None:
        new_database.lay_ready(self.data)
        if self._ready is not None:
            self._process, self._ready = self._ready.copy(self.data, self.port), None
        else:
            self._run()
        async with asyncio.timeout(STARTS_WITHIN_SECONDS):
            while not await self._listens():
                assert self._process is not None
                assert self._process.poll() is None, self.log.read_text()
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        new_database.remember(self.data)

    def _run(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self._program, "serve", "--port", str(self.port)],
                env={**environment(), "KRING_DATA": str(self.data), **self._settings},
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """As a power cut would: no last words."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def let_a_minute_pass(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGUSR1)

    async def let_pass(self, time: timedelta) -> None:
        """
        So much time goes by for the server, and for no one's patience.

        Who is signed in stays so, as if they had come by meanwhile.
        """
        assert self._process is not None
        with closing(sqlite3.connect(self.data / "kring.sqlite3", timeout=10)) as database, database:
            database.execute(
                "UPDATE django_session SET expire_date = strftime('%Y-%m-%d %H:%M:%f', expire_date, ?)",
                [f"+{int(time.total_seconds())} seconds"],
            )
        ahead = self.data / "ahead"
        ahead.write_text(str(int(time.total_seconds())))
        self._process.send_signal(signal.SIGUSR2)
        async with asyncio.timeout(STARTS_WITHIN_SECONDS):
            while ahead.exists():  # noqa: ASYNC110 - of another process
                await asyncio.sleep(LOOK_AGAIN_SECONDS)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(20)
            self._process = None

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        await writer.wait_closed()
        return True


def environment() -> dict[str, str]:
    """Of a server: nothing of what this machine's host chose, and nobody is too fast."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KRING_", "DJANGO_"))}
    return {**kept, "KRING_POSTS_PER_MINUTE": "100000"}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
