"""
The formings that run on this server: each in a process of its own, watched by a thread.

Pages ask here how far one is. Only its end goes into the database, so a forming that was on its way when the server
stopped has no end, and is nowhere here: it is told as stopped.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from threading import BoundedSemaphore, Lock, Thread
from uuid import UUID

import msgspec
from django.db import connections

from kring.core.circles.forming.formed import Progress
from kring.web.forming.work import Done, Failure, Going, Line, Task

AT_ONCE = 2  # each takes all the processors it can get; the others wait their turn

Ended = Callable[[Done | Failure | None], object]

_log = logging.getLogger(__name__)
_turn = BoundedSemaphore(AT_ONCE)
_lock = Lock()
_running: dict[UUID, Run] = {}


class Run:
    """One forming. `progress` is None until it has something to tell; `is_waiting` as long as others go first."""

    def __init__(self, task: Task, ended: Ended) -> None:
        """Nothing happens yet."""
        self._task, self._ended = task, ended
        self._child: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self.progress: Progress | None = None
        self.is_waiting = True

    def stop(self) -> None:
        """Have it come with the best so far; within about a second."""
        self._is_stopped = True
        child = self._child
        if child is not None and child.stdin is not None:
            try:
                child.stdin.write(b"stop\n")
                child.stdin.flush()
            except OSError:
                _log.info("a forming had ended before it was stopped")

    def go_through(self) -> None:
        """Work until the end, and say what came of it; None where the process broke off."""
        with _turn:
            self.is_waiting = False
            outcome = self._outcome()
        self._ended(outcome)

    def _outcome(self) -> Done | Failure | None:
        command = [sys.executable, "-m", "kring.web.forming.work"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603 - ours
            assert child.stdin is not None
            assert child.stdout is not None
            try:
                child.stdin.write(msgspec.json.encode(self._task) + b"\n")
                child.stdin.flush()
            except OSError:
                return None
            self._child = child
            if self._is_stopped:
                self.stop()
            for line in child.stdout:
                said: Line = msgspec.json.decode(line, type=Line)
                if not isinstance(said, Going):
                    return said
                self.progress = said.progress
        return None


def begin(division: UUID, task: Task, ended: Ended) -> None:
    """Have it done in the background; `ended` is called in a thread of its own."""
    run = Run(task, ended)
    with _lock:
        _running[division] = run
    Thread(target=_watch, args=(division, run), name="kring-forming", daemon=True).start()


def run_of(division: UUID) -> Run | None:
    """The forming, if it runs on this server."""
    with _lock:
        return _running.get(division)


def _watch(division: UUID, run: Run) -> None:
    try:
        run.go_through()
    except Exception:  # noqa: BLE001 -- whatever it is, the page has to hear that it ended
        _log.exception("a forming broke off")
    finally:
        with _lock:
            del _running[division]
        connections.close_all()
