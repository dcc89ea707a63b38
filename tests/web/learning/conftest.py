"""The circle of the other tests, and a meeting that it held."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from kring.core.circles.attendance import Attendance
from kring.web.circles.models import Held, Presence
from tests.web.circles.conftest import (  # noqa: F401 -- fixtures
    Members,
    bram,
    circle,
    imane,
    noor,
    olga,
    ruud,
)
from tests.web.people.conftest import Account, join, nobody_was_too_fast  # noqa: F401 -- fixtures

EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)

Meet = Callable[..., UUID]


@pytest.fixture
def meet() -> Meet:
    """Let a circle have held a meeting, with these people there."""

    def meet(circle: Members, *there: Account, at: datetime = EVENING) -> UUID:  # noqa: F811 -- no fixture here
        held = Held.objects.create(
            id=uuid4(),
            circle_id=circle.id,
            opened_at=at,
            closed_at=at,
            method="incident-kort",
            minutes=90,
        )
        for one in there:
            Presence.objects.create(held=held, person_id=one.acct, attendance=Attendance.PRESENT.value)
        return held.pk

    return meet
