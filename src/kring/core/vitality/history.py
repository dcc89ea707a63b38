"""
What a circle lived through, as far as its vitality rests on it: numbers, dates and who, never a sentence of anybody.

The server knows dates, minutes, attendance, methods and the time phases took; ratings and what came of intentions are
sealed, so the browser puts those in. The same words stand in the JSON that both sides exchange.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import msgspec

from kring.core.circles.attendance import Attendance, Presence
from kring.core.members import MemberId


class Stretch(Enum):
    """What the time of a phase went to, as far as it matters here."""

    SMALL_TALK = "small_talk"
    QUESTIONS = "questions"
    ADVICE = "advice"
    OTHER = "other"


class StretchTime(msgspec.Struct, frozen=True):
    """The time of all phases of one stretch in one meeting."""

    stretch: Stretch
    planned_seconds: int
    used_seconds: int


class Worked(msgspec.Struct, frozen=True):
    """A case that was worked through: by which method (its id), and whose it was where anybody noted it."""

    presenter: MemberId | None
    method: str


class Voice(msgspec.Struct, frozen=True):
    """How long somebody held the floor in a meeting, and how many turns that took."""

    member: MemberId
    seconds: int
    turns: int


class Rating(msgspec.Struct, frozen=True):
    """
    What one person said after a meeting, from 1 to 5, without saying who.

    Attributes:
        depth: Whether it went below the surface.
        safety: Whether one could say what mattered.
    """

    depth: int
    safety: int


class Intention(msgspec.Struct, frozen=True):
    """Something that a member left a meeting with, and whether it was looked back at since."""

    member: MemberId
    looked_back: bool


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """
    One meeting that was held.

    Attributes:
        on: The day, in the circle's own zone.
        planned_minutes, used_minutes: From the start to the end of the closing.
        presences: One for each member who was expected.
        facilitator: Who led; none where nobody is known.
        cases: What was worked through, in order.
        case_ahead: Whether a case stood ready a week before; none where nobody noted it.
        stretches: Where the time went; empty where the meeting wasn't led by Kring.
        voices: By person; empty where the floor wasn't passed by Kring.
        ratings: What members said afterwards; empty where nobody was asked, or it isn't opened.
        intentions: What members left with.
    """

    on: date
    planned_minutes: int
    used_minutes: int
    presences: tuple[Presence, ...] = ()
    facilitator: MemberId | None = None
    cases: tuple[Worked, ...] = ()
    case_ahead: bool | None = None
    stretches: tuple[StretchTime, ...] = ()
    voices: tuple[Voice, ...] = ()
    ratings: tuple[Rating, ...] = ()
    intentions: tuple[Intention, ...] = ()

    @property
    def present(self) -> int:
        """How many were there."""
        return sum(presence.attendance is Attendance.PRESENT for presence in self.presences)

    def seconds_for(self, stretch: Stretch) -> tuple[int, int]:
        """Planned and used, of all phases of a stretch together."""
        found = [time for time in self.stretches if time.stretch is stretch]
        return sum(time.planned_seconds for time in found), sum(time.used_seconds for time in found)

    def peer_voices(self) -> tuple[Voice, ...]:
        """The method decides how long a presenter and a facilitator speak; the others share what is left."""
        apart = {case.presenter for case in self.cases} | {self.facilitator}
        return tuple(voice for voice in self.voices if voice.member not in apart)


class Cancelled(msgspec.Struct, frozen=True):
    """A meeting that had a date and wasn't held, nor moved to another day in time."""

    on: date


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """
    How the ground rules stand.

    Attributes:
        agreed_on: The day on which the last member assented; none if they never all did.
        everyone: Whether all who are in the circle now have assented to the rules as they are now.
    """

    agreed_on: date | None = None
    everyone: bool = False


class History(msgspec.Struct, frozen=True, kw_only=True):
    """
    A circle from its start until now.

    Attributes:
        members: Who is in it now.
        started_on: The day of its start, or of its last renewal.
        agreed_until: The end of what was agreed, if anything was.
        meetings: Those that were held, the oldest first.
        cancelled: Those that weren't, the oldest first.
    """

    members: tuple[MemberId, ...]
    started_on: date
    agreed_until: date | None = None
    rules: Rules = Rules()
    meetings: tuple[Meeting, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
