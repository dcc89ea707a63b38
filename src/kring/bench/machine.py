"""What a process costs on this machine, and which core it may use. Linux tells it in /proc; elsewhere it isn't known."""

from __future__ import annotations

import contextlib
import os
import resource
from pathlib import Path

PRIORITY = -10  # of -20, the highest, to 19
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def cores() -> tuple[int | None, int | None]:
    """One core for the server and one for whoever measures it; none where there is only one, or nobody can choose."""
    if not hasattr(os, "sched_getaffinity"):
        return None, None
    usable = sorted(os.sched_getaffinity(0))
    return (usable[0], usable[-1]) if len(usable) > 1 else (None, None)


def keep_to(core: int | None, pid: int = 0) -> None:
    """Pin a process (this one by default) to a core, threads that it starts later included."""
    if core is not None:
        os.sched_setaffinity(pid, {core})


def put_first(pid: int = 0) -> None:
    """Let a process go before what else runs here, where we may: a disturbance that both servers share is no news."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, PRIORITY)
        # where the kernel weighs sessions against each other, the number above counts within one only
        Path(f"/proc/{pid or 'self'}/autogroup").write_text(str(PRIORITY))


def allow_many_connections() -> None:
    """Raise the number of open files of this process, and of those it starts, as far as the system lets us."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def most_connections() -> int:
    """How many connections a process may hold, some files kept apart for its own use."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return soft - 200


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used so far, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def memory_kb(pid: int) -> int:
    """Memory that belongs to a process, its share of what it shares with others included."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def busy_seconds() -> float:
    """Processor time that the whole machine has used, time taken by a hypervisor included."""
    numbers = [int(number) for number in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    idle = numbers[3] + numbers[4]
    return (sum(numbers) - idle) / TICKS_A_SECOND
