"""
`kring serve`, all but begun: what a server loads before anybody asks for something is loaded once, and each server that a
test asks for is a copy of this process.

Run by path, with a data folder of its own. Reads one server a line, as `{"data": "…", "port": 8000}`, and answers with
the id of its process.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from uvicorn import Config, Server

from kring.cli import serve


def warm() -> None:
    """What the first visitors of a server wait for."""
    from django.test import Client

    for language in ("nl", "en"):
        for address in ("/", "/methods/", "/sign-up/"):
            answer = Client().get(address, headers={"host": "localhost", "accept-language": language})
            assert answer.status_code == 200, address


def move(to: Path) -> None:
    """From the folder in which this process began to another, before anybody asks for something."""
    from django.conf import settings
    from django.db import connection

    here = settings.DATA
    shutil.copy(here / "secret-key", to)
    for name in dir(settings):
        value: Any = getattr(settings, name)
        if isinstance(value, Path) and value.is_relative_to(here):
            setattr(settings, name, to / value.relative_to(here))
    connection.settings_dict["NAME"] = settings.DATABASE


def begin(config: Config, data: Path, port: int) -> None:
    """As `kring serve` goes on, in this folder and at this port."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    log = os.open(data / "server.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(log, stream.fileno())
    move(data)
    config.port = port
    Server(config).run()


def say(line: str) -> None:
    """To who asked."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Until nobody asks any more."""
    from django.db import connection

    assert serve.prepare()
    config = serve.loaded("127.0.0.1", 0)
    warm()
    connection.close()
    serve.collect_garbage_seldom()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who stops is gone at once
    say("ready")
    for line in iter(sys.stdin.readline, ""):
        asked = json.loads(line)
        process = os.fork()
        if process == 0:
            begin(config, Path(asked["data"]), asked["port"])
            return
        say(str(process))


main()
