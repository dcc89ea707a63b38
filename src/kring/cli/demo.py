"""`kring demo`: a server and companions on this machine, to try everything out."""

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kring.cli import _demo_cast

NAME = "demo"
HELP = "Try Kring out on this machine, alone with companions or with colleagues."

USUAL_PORT = 8000
STARTS_WITHIN_SECONDS = 120
STOPS_WITHIN_SECONDS = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """Where, and what to keep."""
    parser.add_argument(
        "--port", type=int, default=USUAL_PORT, help="port to serve on (default: %(default)s)"
    )
    parser.add_argument(
        "--data", type=Path, help="folder to keep everything in (default: a temporary one, gone afterwards)"
    )
    parser.add_argument(
        "--pace",
        choices=["human", "fast"],
        default="human",
        help="how quick companions are (default: %(default)s)",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    port = args.port if is_free(args.port) else free_port()
    if port != args.port != 0:
        print(f"Port {args.port} is in use by something else, so this is on port {port}.")
    with data_folder(args.data) as data:
        return asyncio.run(demonstrate(port, data, args.pace))


async def demonstrate(port: int, data: Path, pace: str) -> int:
    """Start both, say where to go, and wait."""
    from kring.client.companions import FAST, HUMAN
    from kring.client.companions.service import Companions

    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    is_new = not _demo_cast.is_there(data)
    sites = frozenset({f"http://127.0.0.1:{port}", f"http://localhost:{port}"})
    async with Companions(sites, pace=FAST if pace == "fast" else HUMAN) as companions:
        server = start_server(port, data, companions.port)
        try:
            if not await answers(port, server, stop):
                if not stop.is_set():
                    print(
                        f"The server didn't start. What it said:\n{(data / 'server.log').read_text()}",
                        file=sys.stderr,
                    )
                return 0 if stop.is_set() else 1
            if is_new:
                print("Seating three people and a programme of sixty ...", flush=True)
                await _demo_cast.seat(f"http://127.0.0.1:{port}", data)
                await asyncio.to_thread(_demo_cast.programme, data)
            print(welcome(port, data), flush=True)
            ended = asyncio.create_task(asyncio.to_thread(server.wait))
            await asyncio.wait({ended, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
            return 0 if stop.is_set() else 1
        finally:
            end(server)


def start_server(port: int, data: Path, companions_port: int) -> subprocess.Popen[bytes]:
    """`kring serve` in a process of its own; what it has to say goes to a file beside its data."""
    settings = {"KRING_DATA": str(data), "KRING_COMPANIONS_URL": f"http://127.0.0.1:{companions_port}"}
    with (data / "server.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own server
            [sys.executable, "-m", "kring.cli", "serve", "--port", str(port)],
            env={**os.environ, **settings},
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for us; we end the server in our own time
        )


async def answers(port: int, server: subprocess.Popen[bytes], stop: asyncio.Event) -> bool:
    """Wait until the server answers."""
    from kring.client.site import Refused, Site

    site = Site(f"http://127.0.0.1:{port}")
    for _ in range(10 * STARTS_WITHIN_SECONDS):
        if server.poll() is not None or stop.is_set():
            return False
        try:
            await site.get("/")
        except Refused:
            return True  # a page instead of JSON: it is there
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return True
    return False


def end(server: subprocess.Popen[bytes]) -> None:
    """Let the server finish; not for ever."""
    server.terminate()
    try:
        server.wait(STOPS_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def welcome(port: int, data: Path) -> str:
    """The one thing to read."""
    cast = "\n".join(f"  {role.mail:20}{role.what}" for role in _demo_cast.CAST)
    return f"""
Kring is here:  http://127.0.0.1:{port}/

Press 'Oefenen' ('Practise') for a meeting with four companions: you lead it, they take part.
Or 'Begin nu' ('Begin now') for one with colleagues.

'Aanmelden' ('Sign in') as one of these, with the passphrase '{_demo_cast.PASSPHRASE}':
{cast}
As the organiser, put the sixty people of '{_demo_cast.PROGRAMME}' into circles.
Or be whoever you like: mails, such as the one with the code that confirms your address, are kept in
{data / "mail"}. Ctrl-C stops it.
"""


def is_free(port: int) -> bool:
    """Whether one can listen there. A connection that was closed a moment ago is no hindrance."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return port != 0


def free_port() -> int:
    """Any port that is free."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def data_folder(chosen: Path | None) -> Iterator[Path]:
    """The folder that was asked for, or one that is gone afterwards."""
    if chosen is not None:
        chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield chosen.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="kring-demo-") as folder:
        yield Path(folder)
