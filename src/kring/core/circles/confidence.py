"""
A break of confidence: stop, talk, help, leave. One table; what was said stays out of it.

While it isn't calm no case is brought. When it is calm again everybody assents anew: the caller sets the `since` of the
ground rules to that moment, which `Course.calm_since` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
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


class Happened(msgspec.Struct, frozen=True):
    """
    A deed as it is kept.

    Attributes:
        members: Who was in the circle then.
    """

    done: Done
    members: frozenset[MemberId]
    at: datetime


class Trust(msgspec.Struct, frozen=True):
    """
    How confidence stands.

    Attributes:
        settled_by: Who has said that it is settled for them since the last talk, or since somebody left.
        has_parted: Whether somebody left after the circle saw that somebody would.
    """

    stage: Stage = Stage.CALM
    settled_by: frozenset[MemberId] = frozenset()
    has_parted: bool = False

    @property
    def allows_cases(self) -> bool:
        """Whether a case may be brought, as far as this is concerned."""
        return self.stage is Stage.CALM


class Course(msgspec.Struct, frozen=True):
    """
    What became of everything that happened.

    Attributes:
        calm_since: When it was last made calm again; none where it never was broken.
    """

    trust: Trust
    calm_since: datetime | None = None


class Protocol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    The words, from `confidence.yaml`.

    Attributes:
        whom: Who can be asked for help, from near to far.
    """

    stages: dict[Stage, StageWords]
    deeds: dict[Deed, Text]
    whom: tuple[Text, ...]

    def deed_in(self, stage: Stage, deed: Deed) -> Text:
        """How a deed is called where the circle is now."""
        return self.stages[stage].deeds.get(deed, self.deeds[deed])


class StageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A stage: its name, and what the circle does in it.

    Attributes:
        deeds: What is called otherwise here than elsewhere.
    """

    title: Text
    what: Text
    deeds: dict[Deed, Text] = {}


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
        (Stage.PARTING, Deed.MEET_TO_TALK): Stage.TALKING,  # nobody goes after all
        (Stage.PARTING, Deed.HAS_LEFT): Stage.CALM,
        (Stage.PARTING, Deed.END): Stage.ENDED,
    }
)


def deeds_now(trust: Trust) -> tuple[Deed, ...]:
    """What can be done now, in the order of the protocol. A goodbye can be over only after somebody has left."""
    return tuple(
        deed
        for deed in Deed
        if (trust.stage, deed) in TRANSITIONS and (deed is not Deed.HAS_LEFT or trust.has_parted)
    )


def after(trust: Trust, done: Done, members: Iterable[MemberId]) -> Trust | None:
    """
    How it stands after a deed, or none where that deed isn't possible now.

    Args:
        trust: How it stood.
        done: By a member; the doors see to that.
        members: Who is in the circle at that moment: all of them must have settled before it is calm.
    """
    if done.deed not in deeds_now(trust):
        return None
    stage = TRANSITIONS[trust.stage, done.deed]
    if done.deed is not Deed.SETTLE:
        return Trust(stage)
    settled = trust.settled_by | {done.by}
    return Trust(stage) if settled >= frozenset(members) else Trust(trust.stage, settled)


def after_leaving(trust: Trust) -> Trust:
    """
    How it stands when somebody has left.

    For those who stay it is another matter then, so each says anew whether it is settled: whoever leaves because it
    isn't would otherwise settle it by going.
    """
    return Trust(trust.stage, has_parted=trust.stage is Stage.PARTING)


def replay(happened: Iterable[Happened], members: Iterable[MemberId]) -> Course:
    """
    How it stands now.

    Args:
        happened: In order. What wasn't possible when it came changes nothing.
        members: Who is in the circle now.
    """
    trust, calm_since = Trust(), None
    before: frozenset[MemberId] = frozenset()
    for one in happened:
        trust = after_leaving(trust) if before - one.members else trust
        following = after(trust, one.done, one.members)
        if following is not None and following.allows_cases:
            calm_since = one.at
        trust, before = following or trust, one.members
    return Course(after_leaving(trust) if before - frozenset(members) else trust, calm_since)


@cache
def load_protocol() -> Protocol:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Protocol)
