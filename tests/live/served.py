"""Kring's server in a process of its own, for tests that want the real thing."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from kring.client.site import Site
from tests import new_database


class Served:
    """`kring serve` on a port of its own."""

    def __init__(self, data: Path, **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.data, self.settings = data, settings
        self.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def site(self) -> Site:
        return Site(self.origin)

    def start(self) -> None:
        new_database.lay_ready(self.data)
        own = {"KRING_DATA": str(self.data), "KRING_POSTS_PER_MINUTE": "0", **self.settings}
        with (self.data / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kring.cli", "serve", "--port", str(self.port)],
                env={**os.environ, **own, "DJANGO_SETTINGS_MODULE": "kring.web.settings"},
                stdout=log,
                stderr=log,
            )
        for _ in range(300):
            with socket.socket() as line:
                if line.connect_ex(("127.0.0.1", self.port)) == 0:
                    new_database.remember(self.data)
                    return
            time.sleep(0.1)
        raise AssertionError((self.data / "log").read_text())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
