"""The mail on the day: in the morning where the circle is, once, and without a word of what was intended."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from kring.web.circles.reminding import send_due
from kring.web.intentions.models import Reminder
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account

DAY = date(2026, 11, 30)
EVENING_BEFORE = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
MORNING = datetime(2026, 11, 30, 7, 5, tzinfo=UTC)


@pytest.fixture
def reminder(circle: Members, noor: Account) -> Reminder:
    mail.outbox.clear()
    return Reminder.objects.create(circle=circle.row, person=noor.person, item=uuid4(), on=DAY)


def test_mail_comes_in_the_morning_and_once(reminder: Reminder) -> None:
    assert send_due(EVENING_BEFORE) == 0
    assert send_due(MORNING) == 1
    assert send_due(MORNING) == 0
    assert [letter.to for letter in mail.outbox] == [["noor@example.org"]]
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_mail_says_nothing_of_what_was_intended(reminder: Reminder, noor: Account, language: str) -> None:
    person = noor.person
    person.language = language
    person.save()

    send_due(MORNING)

    [letter] = mail.outbox
    greeting = {"nl": "vandaag", "en": "today"}[language]
    assert greeting in letter.body
    assert "Kring Noord" not in f"{letter.subject} {letter.body}"
    assert str(reminder.item) not in letter.body


def test_two_of_one_day_come_in_one_mail(reminder: Reminder, circle: Members, noor: Account) -> None:
    Reminder.objects.create(circle=circle.row, person=noor.person, item=uuid4(), on=DAY)

    assert send_due(MORNING) == 1
    assert len(mail.outbox) == 1


def test_mail_that_fails_isnt_sent_again_and_again(
    reminder: Reminder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise OSError("the mail server is away")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)

    assert send_due(MORNING) == 0
    assert not Reminder.objects.exists()
