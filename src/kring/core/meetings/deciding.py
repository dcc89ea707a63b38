"""What happens when somebody asks for something: events, or a refusal that says why."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import PersonId
from kring.core.meetings.refusals import Refusal
from kring.core.meetings.state import State
from kring.core.meetings.transitions import TABLE


def decide(
    state: State, command: AnyCommand, *, by: PersonId, now: datetime
) -> tuple[AnyEvent, ...] | Refusal:
    """
    What follows from a command: one event or more, or why not.

    A command that was done before (the same id by the same person) gives no events and no refusal: it is
    done. Never raises, whoever asks whatever.
    """
    if command.id in state.seen_commands.get(by, ()):
        return ()
    transition, moment = TABLE[type(command)], Moment(state, by, now)
    refusal = transition.refusal(moment)
    if refusal is not None:
        return refusal
    deed = transition.deed(moment, command)
    if isinstance(deed, Refusal):
        return deed
    return (replace(deed[0], command=command.id), *deed[1:])
