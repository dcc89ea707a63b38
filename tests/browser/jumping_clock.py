"""
`kring serve` by a clock that a test moves on: at each SIGUSR1 a minute has passed, at SIGUSR2 as many seconds as stand in
the file `ahead` of its data, which goes.

Run by path, as a server of its own. The seconds in which an absence is but a glance are left out.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import time_machine

from kring.cli import main, serve

prepare = serve.prepare


def prepare_without_patience() -> bool:
    can_run = prepare()
    from kring.web.live import hub

    hub.AWAY_AFTER_SECONDS = 0
    return can_run


def leap(*_: object) -> None:
    ahead = Path(os.environ["KRING_DATA"]) / "ahead"
    clock.shift(int(ahead.read_text()))
    ahead.unlink()


serve.prepare = prepare_without_patience
with time_machine.travel(datetime.now(UTC), tick=True) as clock:
    signal.signal(signal.SIGUSR1, lambda *_: clock.shift(61))
    signal.signal(signal.SIGUSR2, leap)
    sys.exit(main(sys.argv[1:]))
