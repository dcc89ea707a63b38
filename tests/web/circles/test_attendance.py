"""Being there as a promise: what is seen of it, and putting it right."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.models import Held, PlannedDate, Presence
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account

NOW = timezone.now()


@pytest.fixture
def held(circle: Members, noor: Account, bram: Account, imane: Account) -> Held:
    held = Held.objects.create(
        id=uuid4(),
        circle=circle.row,
        opened_at=NOW - timedelta(days=1),
        closed_at=NOW,
        method="incident",
        minutes=120,
    )
    for one, attendance in ((noor, "present"), (bram, "excused"), (imane, "absent")):
        Presence.objects.create(held=held, person_id=one.acct, attendance=attendance)
    return held


def page(circle: Members, one: Account) -> queries.AttendancePage:
    return queries.attendance_page(circle_for(one.person, circle.id), timezone.now())


def put_right(circle: Members, by: Account, held: Held, about: Account, was: str, now: str) -> int:
    body = {f"was-{about.acct}": was, f"now-{about.acct}": now}
    return int(by.browser.post(circle.path(f"attendance/{held.pk}/"), body).status_code)


def test_circle_sees_who_was_there_and_what_became_of_the_others(
    circle: Members, noor: Account, held: Held
) -> None:
    [past] = page(circle, noor).past

    assert past.there == ("Noor",)
    assert [(one.person.name, one.attendance) for one in past.others] == [
        ("Bram", "excused"),
        ("Imane", "absent"),
    ]
    assert [(name, kept.present, kept.promised) for name, kept in page(circle, noor).kept] == [
        ("Bram", 0, 1),
        ("Imane", 0, 1),
        ("Noor", 1, 1),
    ]


def test_any_member_puts_it_right_and_the_circle_sees_who(
    circle: Members, noor: Account, bram: Account, imane: Account, held: Held
) -> None:
    assert put_right(circle, bram, held, imane, "absent", "present") == 302

    [past] = page(circle, noor).past
    assert past.there == ("Imane", "Noor")
    [correction] = past.corrections
    assert correction.by is not None
    assert (correction.by.name, correction.was, correction.attendance) == ("Bram", "absent", "present")


def test_who_comes_second_looks_again(
    circle: Members, noor: Account, bram: Account, imane: Account, held: Held
) -> None:
    put_right(circle, bram, held, imane, "absent", "present")

    assert put_right(circle, noor, held, imane, "absent", "excused") == 409
    assert page(circle, noor).past[0].there == ("Imane", "Noor")


def test_strangers_and_who_left_neither_see_nor_put_right(
    circle: Members, held: Held, ruud: Account, olga: Account, imane: Account
) -> None:
    for one in (ruud, olga):
        assert one.browser.get(circle.path(f"attendance/{held.pk}/")).status_code == 404
        assert put_right(circle, one, held, imane, "absent", "present") == 404


def test_coming_dates_say_who_cant_and_from_when_it_is_late(
    circle: Members, noor: Account, bram: Account
) -> None:
    soon, later = (
        PlannedDate.objects.create(circle=circle.row, starts_at=NOW + timedelta(days=days), minutes=120)
        for days in (1, 9)
    )
    answer = bram.browser.post(
        circle.path(f"dates/{later.pk}/excuse/"), {"coming": "no", "back": "attendance"}
    )

    assert answer.headers["Location"] == circle.path("attendance/")
    first, second = page(circle, noor).coming
    assert (first.date, first.away, first.is_late_now) == (soon, (), True)
    assert (second.date, second.away, second.is_late_now) == (later, ("Bram",), False)


def test_date_that_the_circle_cancelled_says_whether_that_was_in_time(circle: Members, noor: Account) -> None:
    for days, ahead in ((3, 9), (2, 1)):
        starts_at = NOW - timedelta(days=days)
        PlannedDate.objects.create(
            circle=circle.row,
            starts_at=starts_at,
            minutes=120,
            cancelled_at=starts_at - timedelta(days=ahead),
        )

    assert [one.cancelled_late for one in page(circle, noor).past] == [True, False]
