"""Going on with a new agreement, and ending well: everybody says yes, and then nothing is left."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.mail import EmailMessage
from django.db import connection
from django.test import TestCase
from django.utils import timezone

from kring.core.circles.ground_rules import Because
from kring.core.rhythm.shelf_life import Stage
from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.models import Circle, EndingVoice, Held
from kring.web.circles.reminding import say_what_ends
from kring.web.circles.waiting import end_waits, life_waits
from kring.web.meetings.actions import empty_log
from kring.web.people.models import Person
from tests.web.circles.conftest import Members
from tests.web.circles.test_confidence import asked, take
from tests.web.people.conftest import Account


def started(circle: Members, days_ago: int) -> None:
    Circle.objects.filter(pk=circle.id).update(started_at=timezone.now() - timedelta(days=days_ago))


def say_yes(circle: Members, one: Account) -> str:
    answer = one.browser.post(circle.path("ending/"), {"kept": "yes"})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def renew(circle: Members, one: Account, until: date) -> int:
    return int(one.browser.post(circle.path("renewal/agreement/"), {"until": until.isoformat()}).status_code)


def waits(circle: Members, one: Account) -> object:
    return life_waits(circle_for(one.person, circle.id), timezone.now())


@pytest.mark.parametrize(("days_ago", "stage"), [(30, Stage.FRESH), (700, Stage.NEARING), (740, Stage.OVER)])
def test_two_years_come_in_sight(agreed: Members, noor: Account, days_ago: int, stage: Stage) -> None:
    started(agreed, days_ago)

    assert queries.life_of(agreed.row, timezone.now()).stage is stage
    assert (waits(agreed, noor) is None) == (stage is Stage.FRESH)


def test_renewing_asks_everybody_to_assent_and_gives_two_years_anew(
    agreed: Members, noor: Account, bram: Account
) -> None:
    started(agreed, 740)
    began = agreed.row.started_at
    until = timezone.localdate() + timedelta(days=365)

    assert renew(agreed, bram, until) == 302

    assert asked(agreed) == {"Noor": Because.ANEW, "Bram": Because.ANEW, "Imane": Because.ANEW}
    assert queries.life_of(agreed.row, timezone.now()).until == until
    assert waits(agreed, noor) is None
    assert agreed.row.started_at == began


@pytest.mark.parametrize("days", [-1, 0, 800])
def test_agreement_ends_within_two_years(agreed: Members, noor: Account, days: int) -> None:
    assert renew(agreed, noor, timezone.localdate() + timedelta(days=days)) == 422
    assert agreed.row.renewed_at is None


def test_nothing_is_renewed_while_confidence_is_broken(agreed: Members, noor: Account) -> None:
    take(agreed, noor, "stop")

    assert renew(agreed, noor, timezone.localdate() + timedelta(days=300)) == 422
    assert agreed.row.renewed_at is None


def test_members_are_told_once_by_mail_that_it_ends_and_again_after_another_end(
    agreed: Members, mailoutbox: list[object]
) -> None:
    now = timezone.now()
    assert say_what_ends(now) == 0
    started(agreed, 700)

    assert say_what_ends(now) == 3
    assert say_what_ends(now) == 0
    Circle.objects.filter(pk=agreed.id).update(agreed_until=timezone.localdate() + timedelta(days=9))
    assert say_what_ends(now) == 3

    assert all("Kring Noord" in str(getattr(mail, "body", "")) for mail in mailoutbox[-3:])


def test_circle_ends_with_the_last_yes_and_not_before(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    say_yes(agreed, noor)
    say_yes(agreed, bram)
    assert Circle.objects.filter(pk=agreed.id).exists()
    assert end_waits(circle_for(imane.person, agreed.id), timezone.now()) == {"names": ["Noor", "Bram"]}

    assert say_yes(agreed, imane) == "/circles/ended/"

    assert imane.browser.get("/circles/ended/").status_code == 200
    assert noor.browser.get(agreed.path()).status_code == 404


def test_nothing_is_left_of_a_circle_that_ended(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    take(agreed, noor, "stop")
    noor.browser.post(agreed.path("dates/"), {"first": "2030-03-04", "at": "19:30", "meetings": "2"})
    agreed.invite(bram)
    agreed.keep(noor, "meeting.record", uuid4())
    assert rows_about(agreed) > 0

    for one in (noor, bram, imane):
        say_yes(agreed, one)

    assert rows_about(agreed) == 0


def rows_about(circle: Members) -> int:
    """Rows of any table in which the circle's id stands."""
    found = 0
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found += sum(
                any(str(value) in {circle.id.hex, str(circle.id)} for value in row)
                for row in cursor.fetchall()
            )
    return found


def test_everybody_hears_that_it_ended(
    agreed: Members, noor: Account, bram: Account, imane: Account, mailoutbox: list[EmailMessage]
) -> None:
    mailoutbox.clear()
    name = agreed.row.name
    Person.objects.filter(pk=bram.acct).update(language="en")

    with TestCase.captureOnCommitCallbacks() as afterwards:
        for one in (noor, bram, imane):
            say_yes(agreed, one)
    for deed in afterwards:
        if deed is not empty_log:  # a database in memory has none
            deed()

    assert sorted((mail.to[0], mail.subject) for mail in mailoutbox) == [
        ("bram@example.org", f"{name} has ended"),
        ("bram@example.org", f"Shall {name} end?"),
        ("imane@example.org", f"{name} is afgerond"),
        ("imane@example.org", f"Ronden jullie {name} af?"),
        ("noor@example.org", f"{name} is afgerond"),
    ]


def test_yes_needs_the_word_that_one_kept_what_one_wants(agreed: Members, noor: Account) -> None:
    assert noor.browser.post(agreed.path("ending/"), {}).status_code == 422
    assert not EndingVoice.objects.exists()


def test_who_thinks_again_keeps_the_circle(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    say_yes(agreed, noor)
    say_yes(agreed, bram)
    bram.browser.post(agreed.path("ending/going-on/"))
    say_yes(agreed, imane)

    assert Circle.objects.filter(pk=agreed.id).exists()


def test_who_leaves_doesnt_destroy_what_the_others_still_want_to_look_at(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    say_yes(agreed, noor)
    say_yes(agreed, bram)
    imane.browser.post(agreed.path("leaving/"))
    assert Circle.objects.filter(pk=agreed.id).exists()

    assert say_yes(agreed, noor) == "/circles/ended/"


def test_nothing_is_destroyed_while_the_room_is_open(agreed: Members, noor: Account) -> None:
    Held.objects.create(
        id=uuid4(), circle=agreed.row, opened_at=timezone.now(), method="incident", minutes=120
    )

    assert noor.browser.post(agreed.path("ending/"), {"kept": "yes"}).status_code == 409


def test_agreement_that_was_moved_before_today_is_over(agreed: Members) -> None:
    Circle.objects.filter(pk=agreed.id).update(agreed_until=date(2026, 1, 1))

    life = queries.life_of(agreed.row, datetime.fromisoformat("2026-01-01T23:30:00+00:00"))

    assert (life.stage, life.until) == (
        Stage.OVER,
        date(2026, 1, 1),
    )  # past midnight in the circle's own zone
