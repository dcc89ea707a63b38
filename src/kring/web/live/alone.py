"""One server for one data folder: people in one meeting have to be in one process."""

import fcntl
from pathlib import Path
from typing import IO


class AlreadyServed(Exception):
    """Another process serves the meetings of this folder."""


def claim(folder: Path) -> IO[str]:
    """
    Claim the folder until the process ends, however it ends.

    Raises:
        AlreadyServed: somebody else has.
    """
    claimed = (folder / "served").open("w")
    try:
        fcntl.flock(claimed, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        claimed.close()
        raise AlreadyServed(f"Another server already serves the meetings in {folder}.") from None
    return claimed
