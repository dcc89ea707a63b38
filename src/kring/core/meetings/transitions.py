"""
The one table of a meeting: which command, at which stage, by whom, and what it leads to.

`decide` goes by this table, `view` derives from it what somebody may do, and the picture in the developers'
guide is drawn from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from kring.core.meetings import commands as asked, events as happened
from kring.core.meetings.deeds import leading, presence, speaking, writing
from kring.core.meetings.deeds.presence import Deed
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.moment import Moment
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.state import Stage


class Who(Enum):
    """Who may ask, before anything else is looked at."""

    AT_THE_DOOR = "whoever has a seat at the server"
    SEATED = "everybody here"
    MEMBER = "everybody here who agreed to the ground rules"
    FACILITATOR = "the facilitator"


class During(Enum):
    """Whether it can be done while the meeting stands still."""

    RUNNING = "only while the clock runs"
    PAUSE = "also in a pause"
    TIME_OUT = "only in a time-out"
    ALWAYS = "always"


_BOTH = (Stage.GATHERING, Stage.MEETING)
_GATHERING = (Stage.GATHERING,)
_MEETING = (Stage.MEETING,)


@dataclass(frozen=True, slots=True)
class Transition:
    """
    One row of the table.

    Attributes:
        when: What else must hold, in words for the guide; `possible` decides it.
        possible: Why the deed isn't possible now whatever its fields say, or nothing.
        deed: What happens, or why these fields won't do.
        gives: The events it can lead to, besides those that mend the floor.
        tag: The command's word on the wire.
    """

    command: type[asked.Command]
    stages: tuple[Stage, ...]
    who: Who
    during: During
    when: str
    possible: Callable[[Moment], Refusal | None]
    deed: Callable[[Moment, Any], Deed]  # each takes its own command; the table brings the two together
    gives: tuple[type[AnyEvent], ...]
    tag: str

    def refusal(self, moment: Moment) -> Refusal | None:
        """Why this can't be done by this person at this moment; nothing where it can with fitting fields."""
        return (
            _wrong_person(self.who, moment)
            or _wrong_time(self.stages, self.during, moment)
            or self.possible(moment)
        )


def offered(moment: Moment) -> tuple[str, ...]:
    """The tags of all rows without a refusal, sorted. What several rows ask in common is asked once."""
    tags: list[str] = []
    for (who, stages, during), rows in _ALIKE:
        if _wrong_person(who, moment) is None and _wrong_time(stages, during, moment) is None:
            tags += [row.tag for row in rows if row.possible(moment) is None]
    return tuple(sorted(tags))


def _wrong_person(who: Who, moment: Moment) -> Refusal | None:
    state, me = moment.state, moment.me
    if state.stage is Stage.CLOSED:
        return Refusal(Code.CLOSED)
    if who is Who.AT_THE_DOOR:
        return None
    if me is not None and me.left:
        return Refusal(Code.HAS_LEFT)
    if me is None or not me.present:
        return Refusal(Code.NOT_JOINED)
    if who is Who.MEMBER and not me.assented:
        return Refusal(Code.NOT_ASSENTED)
    if who is Who.FACILITATOR and not moment.facilitates:
        return Refusal(Code.FACILITATOR_ONLY)
    return None


def _wrong_time(stages: tuple[Stage, ...], during: During, moment: Moment) -> Refusal | None:
    state = moment.state
    if state.stage not in stages:
        return Refusal(Code.NOT_STARTED if state.stage is Stage.GATHERING else Code.ALREADY_STARTED)
    if state.time_out_by is not None and during in (During.RUNNING, During.PAUSE):
        return Refusal(Code.IN_TIME_OUT)
    if state.paused and during is During.RUNNING:
        return Refusal(Code.PAUSED)
    return None


def _always(moment: Moment) -> Refusal | None:
    return None


def _row(
    command: type[asked.Command],
    stages: tuple[Stage, ...],
    who: Who,
    during: During,
    when: str,
    possible: Callable[[Moment], Refusal | None],
    deed: Callable[[Moment, Any], Deed],
    *gives: type[AnyEvent],
) -> Transition:
    tag = str(command.__struct_config__.tag)
    return Transition(command, stages, who, during, when, possible, deed, gives, tag)


_ROWS = (
    _row(asked.Join, _BOTH, Who.AT_THE_DOOR, During.ALWAYS, "not here yet, and not left for good",
         presence.joining_is_possible, presence.join,
         happened.Joined, happened.CameBack, happened.FacilitationPassed),
    _row(asked.Leave, _BOTH, Who.SEATED, During.ALWAYS, "", _always, presence.leave, happened.Left),
    _row(asked.Introduce, _BOTH, Who.SEATED, During.ALWAYS, "", _always, presence.introduce, happened.Introduced),
    _row(asked.Assent, _BOTH, Who.SEATED, During.ALWAYS, "not agreed yet",
         presence.assenting_is_possible, presence.assent, happened.Assented),
    _row(asked.SitWith, _BOTH, Who.MEMBER, During.ALWAYS,
         "where several circles gather; not once one's cards lie with those of a circle",
         presence.sitting_is_possible, presence.sit_with, happened.SatWith),
    _row(asked.Observe, _BOTH, Who.MEMBER, During.ALWAYS, "neither facilitator nor presenter",
         presence.observing_is_possible, presence.observe, happened.ObserverChanged),
    _row(asked.TakeOver, _BOTH, Who.MEMBER, During.ALWAYS, "the facilitator left, or has been away for a minute",
         presence.taking_over_is_possible, presence.take_over, happened.FacilitationPassed),
    _row(asked.HandOver, _BOTH, Who.FACILITATOR, During.ALWAYS, "to somebody here who agreed to the ground rules",
         presence.handing_over_is_possible, presence.hand_over, happened.FacilitationPassed),
    _row(asked.Start, _GATHERING, Who.FACILITATOR, During.RUNNING,
         "at least two are here, and all who are here, or as many as the plan says, told a name and agreed to the ground "
         "rules; the facilitator among them",
         leading.starting_is_possible, leading.start, happened.Started, happened.PhaseEntered, happened.SortedByCircle),
    _row(asked.Next, _MEETING, Who.MEMBER, During.RUNNING,
         "a role that ends the phase (`end_by`), or over days anybody after the deadline; "
         "a presenter is chosen where the phase is for that",
         leading.going_on_is_possible, leading.go_on,
         happened.PartsTakenOff, happened.FacilitationPassed, happened.PresenterChosen, happened.PhaseEntered,
         happened.Revealed, happened.SortedByCircle, happened.Closed),
    _row(asked.Back, _MEETING, Who.FACILITATOR, During.RUNNING, "not in the first phase",
         leading.going_back_is_possible, leading.go_back, happened.PartsTakenOff, happened.PhaseEntered,
         happened.Revealed, happened.SortedByCircle),
    _row(asked.Loop, _MEETING, Who.MEMBER, During.RUNNING, "a role that decides on it (`decided_by`), not too often",
         leading.looping_is_possible, leading.loop, happened.PartsTakenOff, happened.PhaseEntered,
         happened.Revealed, happened.SortedByCircle),
    _row(asked.GiveTime, _MEETING, Who.MEMBER, During.ALWAYS, "a role that may (`extend_by`)",
         leading.giving_time_is_possible, leading.give_time, happened.TimeGiven),
    _row(asked.Pause, _MEETING, Who.FACILITATOR, During.RUNNING, "", _always, leading.pause, happened.Paused),
    _row(asked.Resume, _MEETING, Who.FACILITATOR, During.PAUSE, "in a pause",
         leading.resuming_is_possible, leading.resume, happened.Resumed),
    _row(asked.AskBreak, _MEETING, Who.MEMBER, During.RUNNING, "not asked yet",
         presence.break_is_possible, presence.ask_break, happened.BreakAsked),
    _row(asked.CallTimeOut, _MEETING, Who.MEMBER, During.RUNNING, "", _always,
         presence.call_time_out, happened.TimeOutCalled),
    _row(asked.EndTimeOut, _MEETING, Who.MEMBER, During.TIME_OUT,
         "whoever called it or the facilitator; anybody when both are gone",
         presence.ending_time_out_is_possible, presence.end_time_out, happened.TimeOutEnded),
    _row(asked.RaiseHand, _MEETING, Who.MEMBER, During.RUNNING, "a speaker, while another has the floor",
         speaking.raising_is_possible, speaking.raise_hand, happened.FloorPassed),
    _row(asked.LowerHand, _MEETING, Who.MEMBER, During.RUNNING, "whose hand is up",
         speaking.lowering_is_possible, speaking.lower_hand, happened.FloorPassed),
    _row(asked.TakeFloor, _MEETING, Who.MEMBER, During.RUNNING,
         "a speaker, where the floor is free and doesn't go around; others first after `most_in_a_row`",
         speaking.taking_is_possible, speaking.take_floor, happened.FloorPassed),
    _row(asked.YieldFloor, _MEETING, Who.MEMBER, During.RUNNING, "the holder of the floor",
         speaking.yielding_is_possible, speaking.yield_floor, happened.FloorPassed),
    _row(asked.Pass, _MEETING, Who.MEMBER, During.RUNNING, "the holder, or whoever has a turn to come; `may_pass`",
         speaking.passing_is_possible, speaking.pass_by, happened.FloorPassed),
    _row(asked.GiveFloor, _MEETING, Who.FACILITATOR, During.RUNNING, "to a speaker, or to whoever answers",
         speaking.giving_is_possible, speaking.give_floor, happened.FloorPassed),
    _row(asked.Skip, _MEETING, Who.FACILITATOR, During.RUNNING, "somebody who has the floor or is in the row",
         speaking.skipping_is_possible, speaking.skip, happened.FloorPassed),
    _row(asked.TakePart, _MEETING, Who.MEMBER, During.RUNNING, "in a role play a speaker, in an interview whoever answers; a part is free",
         speaking.playing_is_possible, speaking.take_part, happened.PartTaken),
    _row(asked.TakeOffPart, _MEETING, Who.MEMBER, During.ALWAYS, "whoever plays a part",
         speaking.stepping_out_is_possible, speaking.take_off_part, happened.PartsTakenOff),
    _row(asked.Contribute, _MEETING, Who.MEMBER, During.PAUSE, "a slot of this phase is theirs and has room",
         writing.contributing_is_possible, writing.contribute, happened.Contributed),
    _row(asked.Change, _MEETING, Who.MEMBER, During.PAUSE, "an own entry; a vote or rating only until it is shown",
         writing.changing_is_possible, writing.change, happened.Changed),
    _row(asked.Withdraw, _MEETING, Who.MEMBER, During.PAUSE, "an own entry; a vote or rating only until it is shown",
         writing.withdrawing_is_possible, writing.withdraw, happened.Withdrawn),
    _row(asked.Finish, _MEETING, Who.MEMBER, During.PAUSE, "a slot of this phase is theirs",
         writing.finishing_is_possible, writing.finish, happened.Finished),
    _row(asked.Unfinish, _MEETING, Who.MEMBER, During.PAUSE, "was ready",
         writing.unfinishing_is_possible, writing.unfinish, happened.Unfinished),
    _row(asked.Decline, _MEETING, Who.MEMBER, During.PAUSE, "before the case begins",
         writing.declining_is_possible, writing.decline, happened.Declined),
    _row(asked.ChoosePresenter, _MEETING, Who.FACILITATOR, During.RUNNING,
         "somebody else who is here, agreed to the ground rules and didn't decline",
         leading.choosing_is_possible, leading.choose_presenter, happened.PresenterChosen),
    _row(asked.CloseMeeting, _BOTH, Who.FACILITATOR, During.ALWAYS, "", _always,
         leading.close_meeting, happened.Closed),
)  # fmt: skip

TABLE = {row.command: row for row in _ROWS}
_KEYS = dict.fromkeys((row.who, row.stages, row.during) for row in _ROWS)
_ALIKE = [(key, [row for row in _ROWS if (row.who, row.stages, row.during) == key]) for key in _KEYS]
