"""A circle with dates, and what its members do about turns."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.core.rhythm.rota import Duty
from kring.web.circles.models import Circle, PlannedDate
from kring.web.rhythm.queries.turns import Rota, rota_of
from tests.web.circles.conftest import Members, bram, circle, imane, noor, olga, ruud  # noqa: F401 -- fixtures
from tests.web.people.conftest import Account, join, nobody_was_too_fast  # noqa: F401 -- fixtures

LEAD, CHOOSE = Duty.FACILITATE, Duty.CHOOSE_METHOD


def plan(row: Circle, meetings: int, first: datetime | None = None) -> list[PlannedDate]:
    """A meeting every four weeks."""
    first = first or datetime.now(UTC).replace(hour=18, minute=0, second=0, microsecond=0) + timedelta(
        days=14
    )
    return [
        PlannedDate.objects.create(circle=row, starts_at=first + timedelta(weeks=4 * number), minutes=120)
        for number in range(meetings)
    ]


def now() -> datetime:
    return datetime.now(UTC)


def rota(row: Circle, at: datetime | None = None) -> Rota:
    return rota_of(Circle.objects.get(pk=row.pk), at or now())


def names(row: Circle, duty: Duty = LEAD) -> list[str | None]:
    """Whose turn it is at each date."""
    return [turn.person.name if turn.person else None for turn in rota(row).turns if turn.duty is duty]


def ask(
    members: Members, by: Account, other: Account, mine: UUID | str, theirs: UUID | str, duty: Duty = LEAD
) -> Any:
    """As the form sends it."""
    offer = f"{other.acct}/{mine}/{theirs}"
    return by.browser.post(members.path("swaps/"), {"duty": duty.value, "offer": offer})


def answer(members: Members, by: Account, request: int, said: str) -> int:
    return int(by.browser.post(members.path(f"swaps/{request}/answer/"), {"answer": said}).status_code)


def stand(members: Members, by: Account, said: str, duty: Duty = LEAD) -> int:
    answer = by.browser.post(members.path("turns/readiness/"), {"duty": duty.value, "said": said})
    return int(answer.status_code)


@pytest.fixture
def dates(circle: Members) -> list[PlannedDate]:  # noqa: F811 -- the fixture
    return plan(circle.row, 4)
