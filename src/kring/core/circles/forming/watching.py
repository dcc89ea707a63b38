"""How far it is, told by several workers and heard one at a time; and whether somebody wants it to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

from kring.core.circles.forming.formed import Progress

BEGUN = 0.02  # the share that the first answer is of the whole work


class Watch:
    """Asked and told by every worker."""

    def __init__(
        self, people: Sequence[int], progress: Callable[[Progress], object], stop: Callable[[], bool]
    ) -> None:
        """Begin at nothing, with so many people in each block."""
        self._people, self._progress, self._stop = people, progress, stop
        self._share, self._placed = [0.0] * len(people), [0] * len(people)
        self._begun: set[int] = set()
        self._is_stopped = False
        self._highest = 0.0
        self._lock = Lock()

    def goes_on(self) -> bool:
        """Whether nobody said stop; once said it stays."""
        if not self._is_stopped and self._stop():
            self._is_stopped = True
        return not self._is_stopped

    def has_begun(self, number: int, *, placed: int) -> None:
        """A block has a first answer."""
        with self._lock:
            self._begun.add(number)
            self._placed[number] = placed
            self._tell(BEGUN * len(self._begun) / len(self._people))

    def told(self, number: int, share: float, *, placed: int) -> bool:
        """A block is so far; whether it goes on."""
        with self._lock:
            self._share[number] = max(self._share[number], share)
            self._placed[number] = placed
            everybody = max(1, sum(self._people))
            done = sum(share * people for share, people in zip(self._share, self._people, strict=True))
            self._tell(BEGUN + (0.99 - BEGUN) * done / everybody)
        return self.goes_on()

    def finish(self) -> None:
        """All is done, reasons included."""
        with self._lock:
            self._tell(1.0)

    def _tell(self, share: float) -> None:
        self._highest = max(self._highest, share)
        has_answer = len(self._begun) == len(self._people)
        self._progress(Progress(self._highest, sum(self._people), sum(self._placed), has_answer))
