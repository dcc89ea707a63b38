"""`kring serve`: bring the database up to date and serve the site, pages and sockets, from one process."""

import argparse
import os
from pathlib import Path

NAME = "serve"
HELP = "Serve Kring on this machine."


def configure(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument(
        "--port", type=int, default=8000, help="port to listen on; 0 takes a free one (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until the process is told to stop."""
    import uvicorn

    prepare()
    uvicorn.run(
        "kring.web.asgi:application",
        host=args.host,
        port=args.port,
        ws="websockets-sansio",  # the older implementation pings in a busy loop from 300 connections on
        ws_max_size=256 * 1024,  # above the largest sealed text, so that a too large one is refused in words
        access_log=False,  # an address with its query string is nobody's business, the host's included
        server_header=False,
    )
    return 0


def prepare() -> None:
    """Make the data directory and bring the database up to date."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")
    data = Path(os.environ.setdefault("KRING_DATA", str(Path.home() / ".local/share/kring"))).expanduser()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
