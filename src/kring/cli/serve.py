"""`kring serve`: bring the database up to date and serve the site, pages and sockets, from one process."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uvicorn import Config

NAME = "serve"
HELP = "Serve Kring on this machine."

LARGEST_FRAME = 256 * 1024  # bytes; above the largest sealed text, so that a larger one is refused in words


def configure(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument(
        "--port", type=int, default=8000, help="port to listen on; 0 takes a free one (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until the process is told to stop."""
    from uvicorn import Server

    if not prepare():
        return 1
    config = loaded(args.host, args.port)
    collect_garbage_seldom()
    Server(config).run()
    return 0


def loaded(host: str, port: int) -> Config:
    """How the site is served, with the whole site in memory."""
    from uvicorn import Config

    config = Config(
        "kring.web.asgi:application",
        host=host,
        port=port,
        ws="kring.web.live.wire:Wire",  # sends to a whole room what was framed once
        ws_max_size=LARGEST_FRAME,
        ws_ping_interval=30,  # seconds; half of what a proxy usually leaves a silent line
        ws_ping_timeout=15,  # so who is gone without a word is missed within 45
        ws_per_message_deflate=False,  # sealed text doesn't shrink, and each connection would pay for trying
        access_log=False,  # an address with its query string is nobody's business, the host's included
        server_header=False,
        timeout_graceful_shutdown=5,  # seconds; browsers come back by themselves
    )
    config.load()
    return config


def prepare() -> bool:
    """Say what a host should know, and bring the database up to date. False where the site can't run like this."""
    import django
    from django.core.checks import CheckMessage, run_checks
    from django.core.management import call_command

    def say(found: CheckMessage) -> None:
        print(f"{found.msg} {found.hint or ''}".strip(), file=sys.stderr)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    django.setup()
    messages = run_checks()
    for message in messages:
        say(message)
    if any(message.is_serious() for message in messages):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def collect_garbage_seldom() -> None:
    """
    Keep Python's search for cycles from stopping all rooms at once.

    With thousands of connections one full search takes 30 ms or more. What is loaded by now lives until the end and
    is left out of every search; the thresholds make the rest a rare event.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
