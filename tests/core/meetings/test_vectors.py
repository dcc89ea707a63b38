"""The vectors that hold the browser's view to the engine's."""

from tests.core.meetings.replay_vectors import FILE, as_text


def test_vectors_are_current() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text(), (
        "write them anew: python -m tests.core.meetings.replay_vectors"
    )
