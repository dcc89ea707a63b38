"""Servers that begin at once: copies of one that is ready to."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests import new_database

READY_SERVER = Path(__file__).parent / "ready_server.py"
READY_WITHIN_SECONDS = 120
LOOK_AGAIN_SECONDS = 0.01


class Copy:
    """One of them; it answers to what a `Popen` is asked here."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def send_signal(self, signal_number: int) -> None:
        os.kill(self._pid, signal_number)

    def poll(self) -> int | None:
        """None as long as it runs; how it ended isn't told."""
        try:
            os.kill(self._pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self, timeout: float) -> int:
        """Until it is gone, for so many seconds at most."""
        until = time.monotonic() + timeout
        while (ended := self.poll()) is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(READY_SERVER), timeout)
            time.sleep(LOOK_AGAIN_SECONDS)
        return ended


class ReadyServer:
    """The one that is copied."""

    def __init__(self, data: Path, environment: dict[str, str]) -> None:
        new_database.lay_ready(data)
        self._data = data
        with (data / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(READY_SERVER)],
                env={**environment, "KRING_DATA": str(data)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    async def get_ready(self) -> None:
        async with asyncio.timeout(READY_WITHIN_SECONDS):
            said = await asyncio.to_thread(self._listen)
        assert said == "ready", (self._data / "server.log").read_text()
        new_database.remember(self._data)

    def copy(self, data: Path, port: int) -> Copy:
        """A server of this folder."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"data": str(data), "port": port}) + "\n")
        self._process.stdin.flush()
        return Copy(int(self._listen()))

    def stop(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()

    def _listen(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()
