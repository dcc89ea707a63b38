"""Who hasn't brought a case for long, so that the meeting before can ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from kring.core.members import MemberId


class Reminder(msgspec.Struct, frozen=True):
    """A member whose turn it would be, and the meetings held since they last brought a case or came in."""

    member: MemberId
    meetings: int


def whom_to_remind(
    since: Mapping[MemberId, date], held: Sequence[date], least: int | None = None
) -> tuple[Reminder, ...]:
    """
    Who hasn't brought a case for as many meetings as it takes for everybody to have a turn, the longest first.

    Args:
        since: For each member the day they last brought a case, or the day they came in if they never did.
        held: Days on which the circle met.
        least: How many meetings are long; without it, as many as there are members.
    """
    long = len(since) if least is None else least
    waited = [Reminder(member, sum(day < on for on in held)) for member, day in since.items()]
    found = [reminder for reminder in waited if reminder.meetings >= max(1, long)]
    return tuple(sorted(found, key=lambda reminder: (-reminder.meetings, reminder.member)))
