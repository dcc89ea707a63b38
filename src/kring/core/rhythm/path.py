"""
From guided to self-guided: watch, lead a round, lead with the coach beside, lead alone (product rule 9).

One step forward takes both, the circle and its coach; back again takes either of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path as File
from types import MappingProxyType

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = File(__file__).parent / "path.yaml"


class Step(Enum):
    """Where a circle is, in order."""

    GUIDED = "guided"
    WATCH = "watch"
    LEAD_A_ROUND = "lead_a_round"
    LEAD_BESIDE = "lead_beside"
    LEAD_ALONE = "lead_alone"
    SELF_GUIDED = "self_guided"


class Side(Enum):
    """Who ticks off."""

    CIRCLE = "circle"
    COACH = "coach"


class Deed(Enum):
    """What a side does: tick off the step, take that back, or ask to go a step back."""

    TICK = "tick"
    UNTICK = "untick"
    STEP_BACK = "step_back"


class Done(msgspec.Struct, frozen=True):
    """A deed that happened; stored in order with who and when, and all there is to replay."""

    deed: Deed
    by: Side


class Path(msgspec.Struct, frozen=True):
    """The step a circle is at, and who has ticked it off already."""

    step: Step = Step.GUIDED
    ticked: frozenset[Side] = frozenset()

    @property
    def needs_coach(self) -> bool:
        """Whether the coach still belongs to the circle."""
        return self.step is not Step.SELF_GUIDED


class StepWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step: its name, and what happens in it."""

    name: Text
    what: Text


_STEPS = tuple(Step)
FORWARD: Mapping[Step, Step] = MappingProxyType(dict(pairwise(_STEPS)))
BACK: Mapping[Step, Step] = MappingProxyType({after: before for before, after in FORWARD.items()})


def after(path: Path, done: Done) -> Path | None:
    """How it stands after a deed, or none where that deed isn't possible now."""
    match done.deed:
        case Deed.TICK if path.step in FORWARD and done.by not in path.ticked:
            ticked = path.ticked | {done.by}
            return Path(FORWARD[path.step]) if ticked == frozenset(Side) else Path(path.step, ticked)
        case Deed.UNTICK if done.by in path.ticked:
            return Path(path.step, path.ticked - {done.by})
        case Deed.STEP_BACK if path.step in BACK:
            return Path(BACK[path.step])
        case _:
            return None


def deeds_now(path: Path, side: Side) -> tuple[Deed, ...]:
    """What a side can do now."""
    return tuple(deed for deed in Deed if after(path, Done(deed, side)) is not None)


@cache
def load_steps() -> Mapping[Step, StepWords]:
    """The words of each step."""
    plain = plain_from(FILE.read_text(encoding="utf-8"))
    return msgspec.convert(plain, dict[str, dict[Step, StepWords]])["steps"]
