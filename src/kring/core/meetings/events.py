"""
What happened in a meeting: numbered, append only, enough to know everything.

Events carry results, not reasons: a `FloorPassed` holds the whole floor afterwards, so that the screen
(which replays the same events in TypeScript) sets it and needn't know the rules.
On the wire and in the database an event is `{"event": "<tag>", …fields}`; number and time stand beside it.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from kring.core.meetings.plan import EntryId, PersonId
from kring.core.meetings.turns import Card, FacilitationHow, FloorHow, FloorNow, Heap, PhaseHow


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", omit_defaults=True):
    """
    Something that happened.

    Attributes:
        by: Who did it; blank where whoever gets this event may not know.
        command: The id of the command it came from, on the first event of a deed. With `by` it makes a
            command that is sent again recognisable.
    """

    by: PersonId
    command: str = ""


class Joined(Event, frozen=True, tag="joined"):
    """Took a seat for the first time."""


class CameBack(Event, frozen=True, tag="came_back"):
    """The line is open again."""


class WentAway(Event, frozen=True, tag="went_away"):
    """The line has been gone for longer than a glance."""


class Left(Event, frozen=True, tag="left"):
    """Left for good."""


class Introduced(Event, frozen=True, tag="introduced"):
    """Told a name (sealed)."""

    text: str


class Assented(Event, frozen=True, tag="assented"):
    """
    Agreed to the ground rules.

    Attributes:
        cards: On the way to whoever agreed: what lies on the table for them, with its envelopes, which nobody
            gets before. Empty for everybody else, and in the stored event.
    """

    cards: tuple[Card, ...] = ()


class Started(Event, frozen=True, tag="started"):
    """The meeting began."""


class PhaseEntered(Event, frozen=True, tag="phase_entered"):
    """
    A phase began.

    Attributes:
        phase: Index in the plan.
        seconds: Its planned length from now.
        groups: Small groups: who sits with whom.
    """

    phase: int
    seconds: int
    how: PhaseHow
    floor: FloorNow
    groups: tuple[tuple[PersonId, ...], ...] = ()


class GroupsMade(Event, frozen=True, tag="groups_made"):
    """The small groups of this phase changed, because somebody came or left."""

    groups: tuple[tuple[PersonId, ...], ...]


class FloorPassed(Event, frozen=True, tag="floor_passed"):
    """The floor moved, or somebody joined or left the row for it (`queued`)."""

    how: FloorHow
    floor: FloorNow


class Contributed(Event, frozen=True, tag="contributed"):
    """
    An entry was written.

    Attributes:
        entry: Its id. While an entry without a name is hidden, others get `?` and a number instead, so that
            nobody can tell later which of the cards came at the moment when somebody was ready.
        text: The envelope; empty where the one who gets this event may not see it (yet).
        hidden: Shown together with the others at the reveal.
    """

    entry: EntryId
    slot: str
    phase: int
    text: str
    about: EntryId | None = None
    hidden: bool = False


class Changed(Event, frozen=True, tag="changed"):
    """An entry was written anew."""

    entry: EntryId
    revision: int
    text: str


class Withdrawn(Event, frozen=True, tag="withdrawn"):
    """An entry was taken back."""

    entry: EntryId


class Revealed(Event, frozen=True, tag="revealed"):
    """
    Hidden entries appeared, all at one moment.

    Attributes:
        entries: All of them, and on the way to a person also the numbers that stood in for some.
        cards: The entries with their envelopes, as far as whoever gets this event may read them.
            Empty in the stored event: the envelopes are in `contributed` and `changed` there.
    """

    entries: tuple[EntryId, ...]
    cards: tuple[Card, ...] = ()


class Finished(Event, frozen=True, tag="finished"):
    """Ready with this phase's writing."""


class Unfinished(Event, frozen=True, tag="unfinished"):
    """Not ready after all."""


class Declined(Event, frozen=True, tag="declined"):
    """Won't have the own case chosen today."""


class PresenterChosen(Event, frozen=True, tag="presenter_chosen"):
    """It is this person's case."""

    person: PersonId
    entry: EntryId | None = None


class FacilitationPassed(Event, frozen=True, tag="facilitation_passed"):
    """Somebody else facilitates."""

    to: PersonId
    how: FacilitationHow


class ObserverChanged(Event, frozen=True, tag="observer_changed"):
    """Became the observer, or stopped being it."""

    on: bool


class SatWith(Event, frozen=True, tag="sat_with"):
    """Said with which circle they sit; blank: with none."""

    circle: str


class SortedByCircle(Event, frozen=True, tag="sorted_by_circle"):
    """The cards were put together by circle."""

    heaps: tuple[Heap, ...]


class TimeGiven(Event, frozen=True, tag="time_given"):
    """More time for this phase."""

    seconds: int


class Paused(Event, frozen=True, tag="paused"):
    """The clock stopped."""


class Resumed(Event, frozen=True, tag="resumed"):
    """The clock runs again."""


class TimeOutCalled(Event, frozen=True, tag="time_out_called"):
    """The content stopped, to talk about the talk. The clock stops too."""


class TimeOutEnded(Event, frozen=True, tag="time_out_ended"):
    """Back to the content."""


class BreakAsked(Event, frozen=True, tag="break_asked"):
    """Somebody would like a break."""


class PartTaken(Event, frozen=True, tag="part_taken"):
    """Role play: a part was taken on."""

    part: str


class PartsTakenOff(Event, frozen=True, tag="parts_taken_off"):
    """Stepped out of their parts."""

    people: tuple[PersonId, ...]


class Closed(Event, frozen=True, tag="closed"):
    """The meeting is over."""


AnyEvent = (
    Joined
    | CameBack
    | WentAway
    | Left
    | Introduced
    | Assented
    | Started
    | PhaseEntered
    | GroupsMade
    | FloorPassed
    | Contributed
    | Changed
    | Withdrawn
    | Revealed
    | Finished
    | Unfinished
    | Declined
    | PresenterChosen
    | FacilitationPassed
    | ObserverChanged
    | SatWith
    | SortedByCircle
    | TimeGiven
    | Paused
    | Resumed
    | TimeOutCalled
    | TimeOutEnded
    | BreakAsked
    | PartTaken
    | PartsTakenOff
    | Closed
)


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """An event in its place: number (from 1, without gaps) and moment, as they are stored and sent."""

    number: int
    at: datetime
    event: AnyEvent
