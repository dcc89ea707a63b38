"""
What a person can do in a meeting. Sealed texts pass through unread.

Who does it isn't part of a command: the door tells the engine who knocked, never the message.
On the wire a command is a JSON object `{"do": "<tag>", "id": "<unique per person>", …fields}`.
"""

from __future__ import annotations

import msgspec

from kring.core.meetings.plan import EntryId, PersonId


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """`id` is made by the client; the same id twice is the same deed, done once."""

    id: str


# anyone -----------------------------------------------------------------------------------------


class Join(Command, frozen=True, tag="join"):
    """Sit down, or come back to the seat. Sent by the room itself when a seat's line opens."""


class Leave(Command, frozen=True, tag="leave"):
    """Leave for good; the seat stays empty."""


class Introduce(Command, frozen=True, tag="introduce"):
    """Tell one's name; sealed like every other word."""

    text: str


class Assent(Command, frozen=True, tag="assent"):
    """Agree to the ground rules."""


class RaiseHand(Command, frozen=True, tag="raise_hand"):
    """Ask for the floor; given in order as soon as it is free."""


class LowerHand(Command, frozen=True, tag="lower_hand"):
    """Never mind."""


class TakeFloor(Command, frozen=True, tag="take_floor"):
    """Begin to speak where the floor is free. `to`: whom a question is put to, where that matters."""

    to: PersonId | None = None


class YieldFloor(Command, frozen=True, tag="yield_floor"):
    """Done speaking. `to`: who should answer, where a question was put and more than one could."""

    to: PersonId | None = None


class Pass(Command, frozen=True, tag="pass"):
    """Let a turn go by."""


class Contribute(Command, frozen=True, tag="contribute"):
    """Write an entry into a slot. The client makes the entry's id, because it is sealed into the text."""

    entry: EntryId
    slot: str
    text: str
    about: EntryId | None = None


class Change(Command, frozen=True, tag="change"):
    """Write an own entry anew. `revision` is one more than the one seen."""

    entry: EntryId
    revision: int
    text: str


class Withdraw(Command, frozen=True, tag="withdraw"):
    """Take an own entry back."""

    entry: EntryId


class Finish(Command, frozen=True, tag="finish"):
    """Ready with writing, rating or voting in this phase."""


class Unfinish(Command, frozen=True, tag="unfinish"):
    """Not ready after all."""


class Decline(Command, frozen=True, tag="decline"):
    """Not with my case today: the right to refuse one's own case."""


class CallTimeOut(Command, frozen=True, tag="call_time_out"):
    """Stop the content to talk about the talk."""


class EndTimeOut(Command, frozen=True, tag="end_time_out"):
    """Back to the content: whoever called it, or the facilitator."""


class AskBreak(Command, frozen=True, tag="ask_break"):
    """Ask for a break; the facilitator pauses."""


class TakePart(Command, frozen=True, tag="take_part"):
    """Role play: take on a part."""

    part: str


class TakeOffPart(Command, frozen=True, tag="take_off_part"):
    """Step out of one's part."""


class TakeOver(Command, frozen=True, tag="take_over"):
    """Facilitate, because the facilitator has been gone for a minute."""


class SitWith(Command, frozen=True, tag="sit_with"):
    """Say with which of the circles one sits, by its id; blank: with none of them."""

    circle: str


class Observe(Command, frozen=True, tag="observe"):
    """Be the observer, or stop being it."""

    on: bool


# the facilitator ----------------------------------------------------------------------------------


class Start(Command, frozen=True, tag="start"):
    """Begin with the first phase."""


class Next(Command, frozen=True, tag="next"):
    """
    Go on to the next phase; closes the meeting after the last one.

    Attributes:
        from_phase: Guards against two presses.
        no_more_cases: Where the method would begin again with the next presenter: don't.
    """

    from_phase: int
    no_more_cases: bool = False


class Back(Command, frozen=True, tag="back"):
    """Return to the phase before."""

    from_phase: int


class Loop(Command, frozen=True, tag="loop"):
    """Go round once more from the phase that the method names."""

    from_phase: int


class GiveTime(Command, frozen=True, tag="give_time"):
    """More time for this phase, in seconds."""

    seconds: int


class Pause(Command, frozen=True, tag="pause"):
    """Stop the clock; also a break."""


class Resume(Command, frozen=True, tag="resume"):
    """Let the clock run again."""


class GiveFloor(Command, frozen=True, tag="give_floor"):
    """Give somebody the floor; on a shared screen this is the tap on a person."""

    to: PersonId


class Skip(Command, frozen=True, tag="skip"):
    """Let the turn of somebody who isn't there go by."""

    person: PersonId


class ChoosePresenter(Command, frozen=True, tag="choose_presenter"):
    """Whose case it is; also swaps the presenter. `entry`: the offer that was chosen."""

    person: PersonId
    entry: EntryId | None = None


class HandOver(Command, frozen=True, tag="hand_over"):
    """Let somebody else facilitate; also hands back."""

    to: PersonId


class CloseMeeting(Command, frozen=True, tag="close_meeting"):
    """End the meeting here."""


AnyCommand = (
    Join
    | Leave
    | Introduce
    | Assent
    | RaiseHand
    | LowerHand
    | TakeFloor
    | YieldFloor
    | Pass
    | Contribute
    | Change
    | Withdraw
    | Finish
    | Unfinish
    | Decline
    | CallTimeOut
    | EndTimeOut
    | AskBreak
    | TakePart
    | TakeOffPart
    | TakeOver
    | SitWith
    | Observe
    | Start
    | Next
    | Back
    | Loop
    | GiveTime
    | Pause
    | Resume
    | GiveFloor
    | Skip
    | ChoosePresenter
    | HandOver
    | CloseMeeting
)
