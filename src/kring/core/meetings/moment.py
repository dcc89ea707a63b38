"""One person at one moment of a meeting: what every rule is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kring.core.meetings.clocks import remaining_seconds
from kring.core.meetings.plan import Pace, PersonId, PlannedPhase
from kring.core.meetings.standing import anybody_here_is, role_of, running
from kring.core.meetings.state import Person, State
from kring.core.methods.method import Phase, Role


@dataclass(frozen=True, slots=True)
class Moment:
    """Somebody, the meeting as it is, and the time."""

    state: State
    by: PersonId
    now: datetime

    @property
    def me(self) -> Person | None:
        """Who asks, if they ever sat down."""
        return self.state.people.get(self.by)

    @property
    def planned(self) -> PlannedPhase | None:
        """The phase in its place in the plan."""
        return running(self.state)

    @property
    def phase(self) -> Phase | None:
        """The phase that is running."""
        planned = running(self.state)
        return None if planned is None else planned.phase

    @property
    def facilitates(self) -> bool:
        """Whether they are the facilitator."""
        return self.state.facilitator == self.by

    def decides(self, roles: tuple[Role, ...]) -> bool:
        """
        Whether a decision that the method gives to these roles is theirs.

        The facilitator decides where nobody who is here has such a role, so that no phase waits for somebody
        who isn't there.
        """
        if role_of(self.state, self.by) in roles:
            return True
        return self.facilitates and (Role.FACILITATOR in roles or not anybody_here_is(self.state, roles))

    def deadline_has_passed(self) -> bool:
        """Written over days, anybody may go on once the phase's days are over."""
        left = remaining_seconds(self.state, self.now)
        return self.state.plan.pace is Pace.DAYS and left is not None and left <= 0
