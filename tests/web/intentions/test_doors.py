"""Who may ask for a mail: a member, about what is theirs."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from kring.web.intentions.models import Reminder
from tests.web import keys
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account

TOMORROW = (
    (timezone.now() + timedelta(days=2)).date().isoformat()
)  # there too where it is a day later already


def test_own_intention_may_have_a_reminder(circle: Members, noor: Account) -> None:
    item = keep(circle, noor)

    assert ask(circle, noor, item, TOMORROW) == 200
    assert reminders() == [(noor.acct, item, TOMORROW)]


def test_another_day_takes_the_place_of_the_first(circle: Members, noor: Account) -> None:
    item = keep(circle, noor)
    ask(circle, noor, item, TOMORROW)
    later = (timezone.now() + timedelta(days=9)).date().isoformat()

    assert ask(circle, noor, item, later) == 200
    assert reminders() == [(noor.acct, item, later)]


@pytest.mark.parametrize("on", ["2020-01-01", "2090-01-01"])
def test_day_lies_ahead_and_not_too_far(circle: Members, noor: Account, on: str) -> None:
    assert ask(circle, noor, keep(circle, noor), on) == 422
    assert reminders() == []


def test_nobody_is_reminded_of_what_isnt_theirs(circle: Members, noor: Account, bram: Account) -> None:
    item = keep(circle, noor)

    assert ask(circle, bram, item, TOMORROW) == 404
    assert ask(circle, bram, uuid4(), TOMORROW) == 404
    assert reminders() == []


def test_nobody_takes_away_another_s_reminder(circle: Members, noor: Account, bram: Account) -> None:
    item = keep(circle, noor)
    ask(circle, noor, item, TOMORROW)

    bram.browser.delete(reminder_of(circle, item))
    assert reminders() == [(noor.acct, item, TOMORROW)]
    assert noor.browser.delete(reminder_of(circle, item)).status_code == 200
    assert reminders() == []


def test_who_leaves_isnt_reminded(circle: Members, noor: Account) -> None:
    ask(circle, noor, keep(circle, noor), TOMORROW)

    noor.browser.post(circle.path("leaving/"))

    assert reminders() == []


def test_reminders_are_part_of_what_is_held(circle: Members, noor: Account) -> None:
    item = keep(circle, noor)
    ask(circle, noor, item, TOMORROW)

    from kring.web.people.belongings import held_of

    assert held_of(noor.person)["intentions"] == [
        {"circle": "Kring Noord", "on": TOMORROW, "item": str(item)}
    ]


def test_what_is_for_oneself_is_told_to_nobody(circle: Members, noor: Account, bram: Account) -> None:
    own_box = {"id": str(uuid4()), "salt": keys.key()}
    noor.post(circle.path("own-box/"), own_box)
    item = uuid4()

    assert circle.keep(noor, "intention.own", item, box=own_box["id"]).status_code == 200
    assert ask(circle, noor, item, TOMORROW) == 200
    assert bram.browser.get(circle.path("sealed/?field=intention.own")).json() == {"sealed": []}


def keep(circle: Members, one: Account) -> UUID:
    item = uuid4()
    assert circle.keep(one, "intention.mine", item).status_code == 200
    return item


def reminder_of(circle: Members, item: UUID) -> str:
    return circle.path(f"intentions/{item}/reminder/")


def ask(circle: Members, one: Account, item: UUID, on: str) -> int:
    return int(one.post(reminder_of(circle, item), {"on": on}).status_code)


def reminders() -> list[tuple[UUID, UUID, str]]:
    return [(one.person_id, one.item, one.on.isoformat()) for one in Reminder.objects.all()]
