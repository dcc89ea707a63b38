"""Why somebody has no circle, and the smallest change that would give them one. How it is found out stands in `asking`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import msgspec

from kring.core.circles.forming.rules import Rule


class Why(Enum):
    """What is in the way."""

    TOO_FEW = "too_few"  # with whom they may sit
    NOT_TOGETHER = (
        "not_together"  # each of those would do, but no circle of them all at once: searched to the end
    )
    NOT_FOUND = "not_found"  # a circle could be made, but none was found without taking another's place
    NOT_SEARCHED = "not_searched"  # it was stopped before that was known


class Change(msgspec.Struct, frozen=True):
    """
    What would help.

    Attributes:
        online: Whether to take part online as well.
        slots: Times at which to be free as well.
        circle: The place of the circle that would then have room for them.
    """

    online: bool
    slots: tuple[str, ...]
    circle: int


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """
    Why somebody has no circle.

    Attributes:
        fitting: With how many they may sit, one by one.
        kept_apart: Of the others of their profession, how many each rule keeps away; a person counts for the first.
        change: The fewest that would do, without anybody else moving; none where only another rule would help. Nothing
            in it where there is room already, as after a move by hand.
    """

    who: str
    why: Why
    fitting: int
    kept_apart: Mapping[Rule, int]
    change: Change | None
