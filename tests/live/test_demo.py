"""`kring demo`, as somebody meets it who has just installed Kring."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@contextmanager
def demo(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "kring.cli", "demo", *arguments],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kring.web.settings"},  # not those of the tests
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def said_by(process: subprocess.Popen[str]) -> str:
    """Everything up to the line about Ctrl-C, which is the last."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    return "".join(lines)


def test_it_prints_one_address_and_who_to_be_and_the_begin_page_offers_practice(tmp_path: Path) -> None:
    with demo("--port", "0", "--data", str(tmp_path / "kept")) as process:
        told = said_by(process)
        addresses = ADDRESS.findall(told)

        assert len(addresses) == 1
        line = HTTPConnection("127.0.0.1", int(addresses[0]), timeout=10)
        line.request("GET", "/", headers={"Accept-Language": "nl"})
        page = line.getresponse().read().decode()
        line.close()

    assert 'href="/begin/?practice"' in page
    assert process.returncode == 0
    with closing(sqlite3.connect(tmp_path / "kept" / "kring.sqlite3")) as database:
        for role in ("organisations_organiser", "programmes_client", "enrolment_participant"):
            [(mail,)] = database.execute(f"SELECT mail FROM {role} WHERE person_id IS NOT NULL")
            assert re.search(rf"^  {re.escape(mail)} ", told, re.MULTILINE)
        assert list(database.execute("SELECT stage FROM programmes_programme")) == [("enrolling",)]


def test_a_port_in_use_is_said_and_got_round() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        with demo("--port", port) as process:
            said = said_by(process)

    assert f"Port {port} is in use" in said
    assert ADDRESS.findall(said) != [port]
