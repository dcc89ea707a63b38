"""Who led a meeting, so that turns can be counted by what was really done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kring.core.meetings.events import FacilitationPassed, Numbered, Started
from kring.core.meetings.plan import PersonId


def who_led(numbered_events: Iterable[Numbered]) -> PersonId | None:
    """
    Who facilitated longest since the meeting began; nobody where it never did.

    Not who did it last: a line may drop in the closing round, and whoever presents in turn hands over for a while.
    """
    led: dict[PersonId, timedelta] = {}
    leads: PersonId | None = None
    since: datetime | None = None
    for numbered in numbered_events:
        if since is not None and leads is not None:
            led[leads] = led.get(leads, timedelta()) + (numbered.at - since)
        if since is not None or isinstance(numbered.event, Started):
            since = numbered.at
        if isinstance(numbered.event, FacilitationPassed):
            leads = numbered.event.to
    return max(led, key=lambda person: led[person], default=None)
