"""Who leads, and who chooses the method: by turns, fairly (product rule 9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

import msgspec
from msgspec.structs import replace

from kring.core.members import MemberId


class Duty(Enum):
    """What goes by turns."""

    FACILITATE = "facilitate"
    CHOOSE_METHOD = "choose_method"


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """
    A member, as far as one duty goes.

    Attributes:
        done: How often before; a newcomer starts with `start_of_newcomer`, or would get every turn at first.
        last_on: When last, if ever.
        ready: Whether the member feels up to it.
        asked_not_to: Whether the member asked to be left out.
        away: Dates on which the member can't come.
    """

    member: MemberId
    done: int = 0
    last_on: date | None = None
    ready: bool = True
    asked_not_to: bool = False
    away: frozenset[date] = frozenset()

    @property
    def is_willing(self) -> bool:
        """Whether turns may fall to the member at all."""
        return self.ready and not self.asked_not_to


class Turn(msgspec.Struct, frozen=True):
    """Whose turn it is at a meeting; nobody's where none is willing and there."""

    on: date
    duty: Duty
    member: MemberId | None


class WhyNot(Enum):
    """Why two turns can't be swapped."""

    NOT_YOURS = "not_yours"
    NOT_THEIRS = "not_theirs"
    PAST = "past"
    NOT_A_SWAP = "not_a_swap"
    CAN_NOT_COME = "can_not_come"


def rota(
    dates: Iterable[date],
    duty: Duty,
    candidates: Sequence[Candidate],
    rather_not: Mapping[date, MemberId] | None = None,
    agreed: Mapping[date, MemberId] | None = None,
) -> tuple[Turn, ...]:
    """
    A turn for each date, in order: who did it least, of those who did it longest ago, of those who stand first.

    Where everybody is willing and there, nobody is ever more than one turn ahead of another who began level.
    What was agreed stays, and counts from the beginning: whoever took a later turn isn't given an earlier one on top.

    Args:
        dates: Of the meetings to come.
        duty: What the turns are for.
        candidates: In the order of the circle, which settles what is equal otherwise.
        rather_not: Who has the other duty on a date; passed over among equals only, so that it stays fair. Of those
            who are equal then, whoever has it soonest comes first: otherwise they may be the only one left just then.
        agreed: Whose turn it is where somebody took it on or two swapped; willing or not, for they said so themselves.
    """
    other_duty, settled, planned = rather_not or {}, agreed or {}, sorted(dates)
    standing = [
        _with_turns_on(one, [on for on in planned if settled.get(on) == one.member]) for one in candidates
    ]
    turns = []
    for on in planned:
        if on in settled:
            turns.append(Turn(on, duty, settled[on]))
            continue
        able = [index for index, one in enumerate(standing) if one.is_willing and on not in one.away]
        if not able:
            turns.append(Turn(on, duty, None))
            continue
        index = min(able, key=lambda index: _order(standing[index], index, on, other_duty))
        turns.append(Turn(on, duty, standing[index].member))
        standing[index] = _with_turns_on(standing[index], [on])
    return tuple(turns)


def start_of_newcomer(others: Iterable[Candidate]) -> int:
    """The count a newcomer starts with: level with whoever of the willing did it least."""
    return min((other.done for other in others if other.is_willing), default=0)


def swap(
    turns: Sequence[Turn],
    mine: Turn,
    theirs: Turn,
    *,
    by: MemberId,
    agreed_by: MemberId,
    today: date,
    candidates: Iterable[Candidate] = (),
) -> tuple[Turn, ...] | WhyNot:
    """
    The turns after two members exchanged theirs, or why that can't be.

    Each still has as many turns, so it stays as fair as it was. A duty isn't swapped for another one.

    Args:
        turns: All that are planned.
        mine: The turn of whoever asks.
        theirs: The turn of whoever agreed.
        by: Who asks.
        agreed_by: Who said yes.
        today: Turns before today have been.
        candidates: To see who can't come on which date.
    """
    if mine not in turns or mine.member != by:
        return WhyNot.NOT_YOURS
    if theirs not in turns or theirs.member != agreed_by:
        return WhyNot.NOT_THEIRS
    if by == agreed_by or mine.duty is not theirs.duty:
        return WhyNot.NOT_A_SWAP
    if min(mine.on, theirs.on) < today:
        return WhyNot.PAST
    away = {candidate.member: candidate.away for candidate in candidates}
    if theirs.on in away.get(by, ()) or mine.on in away.get(agreed_by, ()):
        return WhyNot.CAN_NOT_COME
    changed = {mine: replace(mine, member=agreed_by), theirs: replace(theirs, member=by)}
    return tuple(changed.get(turn, turn) for turn in turns)


def hand_over(
    turns: Sequence[Turn],
    turn: Turn,
    *,
    by: MemberId,
    to: MemberId,
    today: date,
    candidates: Iterable[Candidate] = (),
) -> tuple[Turn, ...] | WhyNot:
    """
    The turns after somebody took over another's, with nothing in return, or why that can't be.

    Args:
        turns: All that are planned.
        turn: Which one.
        by: Whose it is.
        to: Who does it instead.
        today: Turns before today have been.
        candidates: To see who can't come on which date.
    """
    if turn not in turns or turn.member != by:
        return WhyNot.NOT_YOURS
    if by == to:
        return WhyNot.NOT_A_SWAP
    if turn.on < today:
        return WhyNot.PAST
    if any(candidate.member == to and turn.on in candidate.away for candidate in candidates):
        return WhyNot.CAN_NOT_COME
    return tuple(replace(one, member=to) if one == turn else one for one in turns)


def _with_turns_on(candidate: Candidate, dates: Sequence[date]) -> Candidate:
    """As they stand with these turns as well."""
    if not dates:
        return candidate
    last = max(dates[-1], candidate.last_on or date.min)
    return replace(candidate, done=candidate.done + len(dates), last_on=last)


def _order(
    candidate: Candidate, index: int, on: date, other_duty: Mapping[date, MemberId]
) -> tuple[int, bool, date, date, int]:
    """Smallest first. Who never did it goes before everybody who did as often."""
    has_other_duty = [day for day, member in other_duty.items() if member == candidate.member and day >= on]
    return (
        candidate.done,
        on in has_other_duty,
        min(has_other_duty, default=date.max),
        candidate.last_on or date.min,
        index,
    )
