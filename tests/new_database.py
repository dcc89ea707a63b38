"""
What a server makes when it starts for the first time: an empty database with every table.

The first server of a worker makes it by itself; whoever starts after that with nothing is given the same.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

NAME = "kring.sqlite3"

_made: list[bytes] = []


def lay_ready(data: Path) -> None:
    """Before a server starts in this folder."""
    if _made and not (data / NAME).exists():
        (data / NAME).write_bytes(_made[0])


def remember(data: Path) -> None:
    """Once a server listens, before anybody asks it something."""
    if not _made:
        with closing(sqlite3.connect(data / NAME)) as database:
            _made.append(database.serialize())
