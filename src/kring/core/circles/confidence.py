"""
A break of confidence: stop, talk, help, leave. One table; what was said stays out of it.

While it isn't calm no case is brought. When it is calm again everybody assents anew: the caller sets the `since` of the
ground rules to that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from kring.core.members import MemberId
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "confidence.yaml"


class Stage(Enum):
    """Where a circle is in the protocol."""

    CALM = "calm"
    STOPPED = "stopped"
    TALKING = "talking"
    HELP = "help"
    PARTING = "parting"
    ENDED = "ended"


class Deed(Enum):
    """What a member can do about it. Anyone may stop; it takes all to settle."""

    STOP = "stop"
    MEET_TO_TALK = "meet_to_talk"
    SETTLE = "settle"
    ASK_HELP = "ask_help"
    PART = "part"
    HAS_LEFT = "has_left"
    END = "end"


class Done(msgspec.Struct, frozen=True):
    """A deed that happened, by whom; stored in order, and all there is to replay."""

    deed: Deed
    by: MemberId


class Trust(msgspec.Struct, frozen=True):
    """
    How confidence stands.

    Attributes:
        settled_by: Who has said that it is settled for them since the last talk.
    """

    stage: Stage = Stage.CALM
    settled_by: frozenset[MemberId] = frozenset()

    @property
    def allows_cases(self) -> bool:
        """Whether a case may be brought, as far as this is concerned."""
        return self.stage is Stage.CALM


class Protocol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words, from `confidence.yaml`."""

    stages: dict[Stage, StageWords]
    deeds: dict[Deed, Text]


class StageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stage: its name, and what the circle does in it."""

    title: Text
    what: Text


TRANSITIONS: Mapping[tuple[Stage, Deed], Stage] = MappingProxyType(
    {
        (Stage.CALM, Deed.STOP): Stage.STOPPED,
        (Stage.STOPPED, Deed.MEET_TO_TALK): Stage.TALKING,
        (
            Stage.STOPPED,
            Deed.ASK_HELP,
        ): Stage.HELP,  # some things can't be talked about without somebody beside one
        (Stage.STOPPED, Deed.PART): Stage.PARTING,
        (Stage.TALKING, Deed.SETTLE): Stage.CALM,
        (Stage.TALKING, Deed.STOP): Stage.STOPPED,  # not now, and not like this
        (Stage.TALKING, Deed.ASK_HELP): Stage.HELP,
        (Stage.TALKING, Deed.PART): Stage.PARTING,
        (Stage.HELP, Deed.SETTLE): Stage.CALM,
        (Stage.HELP, Deed.PART): Stage.PARTING,
        (Stage.PARTING, Deed.HAS_LEFT): Stage.CALM,
        (Stage.PARTING, Deed.END): Stage.ENDED,
    }
)


def deeds_now(trust: Trust) -> tuple[Deed, ...]:
    """What can be done now, in the order of the protocol."""
    return tuple(deed for deed in Deed if (trust.stage, deed) in TRANSITIONS)


def after(trust: Trust, done: Done, members: Iterable[MemberId]) -> Trust | None:
    """
    How it stands after a deed, or none where that deed isn't possible now.

    Args:
        trust: How it stood.
        done: By a member; the doors see to that.
        members: Who is in the circle at that moment: all of them must have settled before it is calm.
    """
    stage = TRANSITIONS.get((trust.stage, done.deed))
    if stage is None:
        return None
    if done.deed is not Deed.SETTLE:
        return Trust(stage)
    settled = trust.settled_by | {done.by}
    return Trust(stage) if settled >= frozenset(members) else Trust(trust.stage, settled)


@cache
def load_protocol() -> Protocol:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Protocol)
