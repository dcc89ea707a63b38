"""A real server for the conversations in this folder, and the people at it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import new_database
from tests.live.people import Line, Person
from tests.web.keys import Link

STARTS_WITHIN_SECONDS = 30


@dataclass
class Server:
    """`kring serve` in a process of its own."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, on the same port as before if there was one."""
        new_database.lay_ready(self.data)
        self.port = self.port or free_port()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
        environment |= {
            "KRING_DATA": str(self.data),
            "DJANGO_SETTINGS_MODULE": "kring.web.settings",
            **self.settings,
        }
        with (self.data / "log").open("ab") as log:
            command = [sys.executable, "-m", "kring.cli", "serve", "--port", str(self.port)]
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        while not self.answers():
            assert self.process.poll() is None, self.log[-500:]
            assert time.monotonic() < deadline, self.log[-500:]
            time.sleep(0.05)
        new_database.remember(self.data)

    def answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """As a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        assert self.process is not None
        self.process.terminate()
        self.process.wait()

    @property
    def log(self) -> str:
        return (self.data / "log").read_text()

    def on_disk(self) -> bytes:
        """Everything that the database keeps, its log of changes included."""
        return b"".join(path.read_bytes() for path in sorted(self.data.glob("kring.sqlite3*")))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all conversations that don't hurt it."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that may be killed."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
async def noor(server: Server) -> Person:
    """Noor has begun a meeting."""
    noor = Person(server.port, Link())
    await noor.begin()
    return noor


@pytest.fixture
async def bram(noor: Person) -> Person:
    """Bram came in with Noor's link."""
    return await come_in(noor, [noor])


@pytest.fixture
async def imane(noor: Person, bram: Person) -> Person:
    """Imane came in after Bram, and speaks English."""
    imane = await come_in(noor, [noor, bram])
    imane.language = "en"
    return imane


async def come_in(noor: Person, members: list[Person]) -> Person:
    """Somebody new, let in by Noor."""
    person = Person(noor.port, noor.link)
    await person.knock()
    await noor.begin_epoch([*members, person], admitted=[person])
    return person


Sit = Callable[[Person], Awaitable[Line]]


@pytest.fixture
async def sit() -> AsyncIterator[Sit]:
    """Open a line that ends with the test, and listen until one sits."""
    async with AsyncExitStack() as lines:

        async def sit(person: Person) -> Line:
            line = await lines.enter_async_context(person.line())
            await line.until(lambda _: line.state is not None and person.acct in line.state.people)
            return line

        yield sit
