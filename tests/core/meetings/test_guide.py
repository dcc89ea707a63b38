"""The developers' guide to the meeting. `python -m tests.core.meetings.test_guide` draws its table anew."""

import re
from pathlib import Path

from kring.core.meetings.diagram import as_markdown

GUIDE = Path(__file__).parents[3] / "docs" / "developer" / "meeting.md"
DRAWN = re.compile(r"(?<=<!-- drawn from the transitions -->\n\n).*(?=\n<!-- until here -->)", re.DOTALL)


def test_guide_shows_the_transitions_as_they_are() -> None:
    drawn = DRAWN.search(GUIDE.read_text(encoding="utf-8"))

    assert drawn is not None
    assert drawn.group() == as_markdown()


if __name__ == "__main__":
    GUIDE.write_text(DRAWN.sub(lambda _: as_markdown(), GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
