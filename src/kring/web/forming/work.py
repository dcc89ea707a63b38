"""
Forming in a process of its own: `python -m kring.web.forming.work`.

In comes a `Task` as a line of JSON, and perhaps later a line that says stop; out go lines of `Going`, and at the end
`Done` or `Failure`. It knows no database. When whoever started it goes away, its input ends, and so does it.
"""

from __future__ import annotations

import os
import sys
from threading import Event, Thread
from typing import IO

import msgspec
from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.formed import Formed, Progress
from kring.core.circles.forming.people import Circle, Person, Rules

POLITE = 10  # niceness: pages go first


class Task(msgspec.Struct, frozen=True):
    """
    Whom to divide.

    Attributes:
        people: Who looks for a circle.
        everybody: The same people, and those who lead circles and don't look for one.
        locked: Circles that stay as they are, with whoever leads them.
    """

    people: tuple[Person, ...]
    everybody: tuple[Person, ...]
    rules: Rules
    seed: int
    locked: tuple[Circle, ...] = ()


class Going(msgspec.Struct, frozen=True, tag=True):
    """How far it is."""

    progress: Progress


class Done(msgspec.Struct, frozen=True, tag=True):
    """What came of it; its circles have who leads them."""

    formed: Formed


class Failure(msgspec.Struct, frozen=True, tag=True):
    """What is in the way: `ring` or `kinds`."""

    why: str


Line = Going | Done | Failure


def divide(task: Task, *, stop: Event, tell: IO[bytes]) -> None:
    """Do it, and tell."""
    from kring.core.circles.forming.forming import form
    from kring.core.circles.forming.lineage import RoundAndRound
    from kring.core.circles.forming.people import TooManyKinds

    def say(line: Line) -> None:
        tell.write(msgspec.json.encode(line) + b"\n")
        tell.flush()

    try:
        formed = form(
            task.people,
            task.rules,
            seed=task.seed,
            locked=[replace(circle, facilitator=None) for circle in task.locked],
            progress=lambda progress: say(Going(progress)),
            stop=stop.is_set,
        )
        say(Done(replace(formed, circles=led(formed.circles, task))))
    except RoundAndRound:
        say(Failure("ring"))
    except TooManyKinds:
        say(Failure("kinds"))


def led(circles: tuple[Circle, ...], task: Task) -> tuple[Circle, ...]:
    """With who leads them, where somebody can; locked ones, which come first, keep theirs."""
    from kring.core.circles.forming.facilitators import with_facilitators

    kept = tuple(
        replace(circles[place], facilitator=one.facilitator) for place, one in enumerate(task.locked)
    )
    return with_facilitators((*kept, *circles[len(kept) :]), Everybody(task.everybody, task.rules))


def main() -> None:
    """Read the task, listen for a stop, and work."""
    os.nice(POLITE)
    task = msgspec.json.decode(sys.stdin.buffer.readline(), type=Task)
    stop = Event()

    def listen() -> None:
        if not sys.stdin.buffer.readline():
            os._exit(1)  # nobody is left to tell
        stop.set()

    Thread(target=listen, daemon=True).start()
    divide(task, stop=stop, tell=sys.stdout.buffer)
    sys.stdout.flush()
    os._exit(0)  # the thread that listens holds on to its input


if __name__ == "__main__":
    main()
