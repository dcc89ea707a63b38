"""
The door to forming: from people and rules to circles, with reasons, proof and progress.

The compiled search comes with the extra `kring[forming]` and is fetched here, at the first call, so that a server without
it starts and shows what was formed before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec

from kring.core.circles.forming.formed import Formed, Progress
from kring.core.circles.forming.people import Circle, Person, Rules

NEEDED = ("highspy", "numba", "numpy", "ortools", "scipy")
INSTALL = "pip install 'kring[forming]'"


class NotInstalled(RuntimeError):
    """What forming needs isn't on this server; the message says what the host does about it."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__(f"Forming circles needs more than Kring alone. Install it: {INSTALL}")


def is_installed() -> bool:
    """Whether this server can form; quick, nothing is loaded."""
    return all(find_spec(name) is not None for name in NEEDED)


def form(
    people: Sequence[Person],
    rules: Rules,
    *,
    seed: int = 1,
    locked: Iterable[Circle] = (),
    facilitators: bool = False,
    progress: Callable[[Progress], object] = lambda _progress: None,
    stop: Callable[[], bool] = lambda: False,
) -> Formed:
    """
    Divide people over circles.

    The same people, rules, seed and locked circles give the same answer, in whatever order they come, unless it is
    stopped. It takes seconds to minutes and both cores: run it in a process or a thread of its own.

    Args:
        people: All of them, those in locked circles included.
        rules: What is never done, and what is rather.
        seed: Another number gives another answer, about as good.
        locked: Circles that stay as they are, with whoever leads them; not looked at again.
        facilitators: Whether to find somebody to lead each circle, out of the people with a capacity.
        progress: Hears now and then how far it is, at least once a second; from another thread, never two at a time.
        stop: Asked at least twice a second; once it says yes, the best answer so far comes back within about a second.
            An event's `is_set` will do.

    Raises:
        NotInstalled: the extra isn't there.
        RoundAndRound: people report to each other in a ring.
        TooManyKinds: more different slots, languages or goals than can be counted.
    """
    if not is_installed():
        raise NotInstalled
    from kring.core.circles.forming.dividing import divided

    return divided(
        people, rules, seed=seed, locked=locked, facilitators=facilitators, progress=progress, stop=stop
    )
