"""The vectors that hold the browser's view to the engine's."""

from collections.abc import Iterable

from kring.core.methods.method import Mode, Place
from tests.core.meetings.circle import METHODS
from tests.core.meetings.replay_vectors import FILE, WALKED, as_text


def test_vectors_are_current() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text(), (
        "write them anew: python -m tests.core.meetings.replay_vectors"
    )


def test_vectors_walk_through_every_kind_of_phase() -> None:
    assert kinds_of_phases(WALKED) == kinds_of_phases(METHODS)


def kinds_of_phases(names: Iterable[str]) -> set[tuple[Mode, Place]]:
    phases = [phase for name in names for phase in METHODS[name].phases]
    return {(phase.floor.mode, phase.presenter_place) for phase in phases}
