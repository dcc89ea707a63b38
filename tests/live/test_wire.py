"""Messages in the frames in which they travel."""

import pytest
from websockets.frames import Frame, Opcode

from kring.web.live.wire import words


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 70_000])
def test_a_message_is_framed_as_the_library_would(size: int) -> None:
    text = "x" * size

    assert words(text).frame == Frame(Opcode.TEXT, text.encode()).serialize(mask=False)
