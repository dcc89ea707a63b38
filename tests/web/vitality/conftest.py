"""The circle of `tests.web.circles`, grown to four, with meetings behind it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from kring.web.circles.models import Held, Presence
from tests.web import keys
from tests.web.circles.conftest import (  # noqa: F401 -- fixtures
    Members,
    bram,
    circle,
    imane,
    noor,
    olga,
    ruud,
)
from tests.web.people.conftest import Account, Join, join, nobody_was_too_fast  # noqa: F401


@pytest.fixture
def wei(join: Join, circle: Members, noor: Account, bram: Account, imane: Account) -> Account:  # noqa: F811
    """With Wei there are four: enough to answer blind."""
    wei = join("Wei")
    circle.join(noor, wei, [noor, bram, imane])
    return wei


def met(circle: Members, *there: Account, weeks_ago: int = 0, method: str = "basis") -> Held:  # noqa: F811
    """A meeting that is over, with who was there; the others were missed."""
    closed_at: datetime = timezone.now() - timedelta(weeks=weeks_ago, minutes=5)
    held = Held.objects.create(
        id=uuid4(),
        circle=circle.row,
        opened_at=closed_at - timedelta(minutes=100),
        closed_at=closed_at,
        method=method,
        minutes=120,
    )
    present = {one.acct for one in there}
    for membership in circle.row.memberships.filter(left_at=None):
        attendance = "present" if membership.person_id in present else "absent"
        Presence.objects.create(held=held, person_id=membership.person_id, attendance=attendance)
    return held


def begin_check(circle: Members, by: Account) -> str:  # noqa: F811
    """The path of its page."""
    answer = by.browser.post(circle.path("checks/"))
    assert answer.status_code == 302, answer.content
    return str(answer.headers["Location"])


def hand_in(
    circle: Members,  # noqa: F811
    check: str,
    by: Account,
    *,
    item: UUID | None = None,
    rev: int = 1,
) -> Any:
    """A sealed sheet."""
    text = keys.envelope(circle.newest_box(by))
    return by.post(f"{check}sheets/", {"item": str(item or uuid4()), "rev": rev, "text": text})
