"""The servers that are measured, each in a process of its own and with nothing in it that this machine's host chose."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kring.bench import machine

STARTS_WITHIN_SECONDS = 30


class Process(NamedTuple):
    """A server: which process it is, and where it listens."""

    pid: int
    port: int


@contextmanager
def kring_server(data: Path, core: int | None = None) -> Iterator[Process]:
    """`kring serve` on a free port; with the database in that folder, and kept to a core."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "kring.cli", "serve", "--port", str(port)]
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment(data), stdout=log, stderr=log)
    machine.keep_to(core, process.pid)
    machine.put_first(process.pid)
    try:
        wait_for(port, process, data / "server.log")
        yield Process(process.pid, port)
    finally:
        process.kill()  # nothing has to survive it
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers; with what it had to say if it never does."""
    for _ in range(10 * STARTS_WITHIN_SECONDS):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"the server didn't start:\n{log.read_text()}")


@contextmanager
def baseline_server(core: int | None = None) -> Iterator[Process]:
    """The least that a server of live rooms could do."""
    command = [sys.executable, "-m", "kring.bench.baseline"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    machine.keep_to(core, process.pid)
    machine.put_first(process.pid)
    try:
        assert process.stdout is not None  # asked for above
        yield Process(process.pid, int(process.stdout.readline()))
    finally:
        process.kill()  # nothing has to survive it
        process.wait()


def environment(data: Path) -> dict[str, str]:
    """What a measured process finds around it."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
    return {**own, "KRING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "kring.web.settings"}
