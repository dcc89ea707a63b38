"""What one person sees and may do now. The same in TypeScript (`frontend/live/view.ts`), held together by vectors."""

from __future__ import annotations

from enum import Enum

import msgspec

from kring.core.meetings.plan import EntryId, PersonId
from kring.core.meetings.turns import FloorNow
from kring.core.methods.method import Role


class Now(Enum):
    """
    The one thing to do now: decides the largest sentence on the screen.

    Each has a fixed sentence in both languages; where it says *instruction*, the phase's own sentence for
    the role follows.
    """

    INTRODUCE = "introduce"  # tell your name first
    ASSENT = "assent"  # read the ground rules and agree
    SIT = "sit"  # say with which circle you sit
    WAIT_FOR_OTHERS = "wait_for_others"  # the others still have to come or agree
    MAY_START = "may_start"  # facilitator: everybody agreed, begin
    WAIT_FOR_START = "wait_for_start"
    YOUR_TURN = "your_turn"  # you have the floor + instruction
    ANSWER = "answer"  # a question was put to you
    NEXT_UP = "next_up"  # you are next in the row
    MAY_SPEAK = "may_speak"  # the floor is free for you + instruction
    LISTEN = "listen"  # somebody else speaks + instruction
    TURNED_AWAY = "turned_away"  # presenter: listen, write for yourself
    OUT_OF_ROOM = "out_of_room"  # presenter: leave the room until called
    WRITE = "write"  # write your cards + instruction
    RATE = "rate"
    VOTE = "vote"
    READY = "ready"  # you are done, wait for the others
    CHOOSE = "choose"  # facilitator: choose whose case it is
    GO_ON = "go_on"  # facilitator: every turn has been, go on
    IN_GROUP = "in_group"  # talk in your pair or three
    PLAY = "play"  # you play a part
    STILL = "still"  # silence
    LOOK = "look"  # read what was revealed
    PAUSED = "paused"
    TIME_OUT = "time_out"  # talk about the talk
    MAY_TAKE_OVER = "may_take_over"  # the facilitator has been gone for a minute
    CLOSED = "closed"


class ClockWords(Enum):
    """The clock in words; a signal, never a cut."""

    NONE = "none"
    PLENTY = "plenty"  # more than a fifth left
    NEARLY = "nearly"  # the last fifth
    UP = "up"  # time is up: round off
    STOPPED = "stopped"


class SlotNow(msgspec.Struct, frozen=True, kw_only=True):
    """A slot this person may write into now. `left`: how many more; `own`: ids of own entries in it."""

    slot: str
    left: int
    own: tuple[EntryId, ...]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """
    One person's view of the meeting.

    Attributes:
        role: None before the start for everybody but the facilitator.
        may: Tags of the commands that would be accepted now (with fitting fields), sorted.
        slots: Where to write now.
        cards: Entries whose text this person may read now, in order of writing.
        hidden_counts: Per slot, how many entries are written but not shown yet.
        remaining_seconds: Of this phase, negative when over; None where nothing runs.
    """

    role: Role | None
    now: Now
    floor: FloorNow
    may: tuple[str, ...]
    slots: tuple[SlotNow, ...]
    cards: tuple[EntryId, ...]
    hidden_counts: dict[str, int]
    clock: ClockWords
    remaining_seconds: int | None
    presenter_turned_away: bool
    people_to_wait_for: tuple[PersonId, ...]
