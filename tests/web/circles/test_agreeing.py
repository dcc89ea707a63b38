"""Before the first case: lines of authority, ground rules, and the one thing to do now."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.models import PlannedDate
from kring.web.circles.queries import Step
from kring.web.circles.reminding import prepare_people
from tests.web import keys
from tests.web.circles.conftest import Members, answer, assent, put_rules
from tests.web.people.conftest import Account


def step(circle: Members, one: Account) -> Step:
    return queries.page_of(circle_for(one.person, circle.id), timezone.now()).step


def test_steps_follow_each_other(circle: Members, noor: Account, bram: Account, imane: Account) -> None:
    assert step(circle, noor) is Step.ANSWER
    for one in (noor, bram, imane):
        answer(circle, one)
    assert step(circle, noor) is Step.WRITE_RULES
    version = put_rules(circle, noor)
    assert step(circle, noor) is Step.ASSENT
    assent(circle, noor, version)
    assert step(circle, noor) is Step.WAIT_FOR_ASSENT
    assent(circle, bram, version)
    assent(circle, imane, version)
    assert step(circle, noor) is Step.PLAN


def test_line_of_authority_is_told_to_those_concerned_alone(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    answer(circle, noor)
    answer(circle, imane)
    answer(circle, bram, **{str(noor.acct): "above"})

    assert step(circle, bram) is Step.SOLVE
    assert step(circle, noor) is Step.SOLVE
    assert step(circle, imane) is not Step.SOLVE
    assert "authority between" not in imane.browser.get(circle.path()).content.decode()
    assert not queries.may_meet(circle.row, timezone.now())


def test_newcomer_makes_everybody_assent_again(
    agreed: Members, noor: Account, bram: Account, imane: Account, olga: Account
) -> None:
    assert queries.may_meet(agreed.row, timezone.now())

    agreed.join(noor, olga, [noor, bram, imane])

    assert not queries.may_meet(agreed.row, timezone.now())
    assert step(agreed, bram) is Step.ANSWER


def test_old_version_takes_no_assent(agreed: Members, noor: Account, bram: Account) -> None:
    old = str(agreed.row.rules.get().pk)
    put_rules(agreed, noor, number=2)

    assert assent(agreed, bram, old) == 409


def test_two_versions_at_once(agreed: Members, noor: Account, bram: Account) -> None:
    put_rules(agreed, noor, number=2)
    body = {"version": str(uuid4()), "number": 2, "text": keys.envelope(agreed.newest_box(bram))}

    assert bram.post(agreed.path("rules/"), body).json()["refused"] == "newer"


def test_mail_prepares_and_says_nothing_of_content(
    agreed: Members, noor: Account, bram: Account, mailoutbox: list[object]
) -> None:
    now = timezone.now()
    date = PlannedDate.objects.create(
        circle=agreed.row, starts_at=now + timedelta(days=2), minutes=120, place="Buurthuis"
    )
    bram.browser.post(agreed.path(f"dates/{date.pk}/excuse/"), {"coming": "no"})
    mailoutbox.clear()

    assert prepare_people(now) == 2
    assert prepare_people(now) == 0

    mails = [str(getattr(mail, "body", "")) for mail in mailoutbox]
    assert all("Kring Noord" in mail and "Buurthuis" in mail for mail in mails)
    assert {mail.splitlines()[0] for mail in mails} == {"Dag Noor,", "Dag Imane,"} or len(mails) == 2


def test_calendar_shows_when_and_where(agreed: Members, noor: Account) -> None:
    noor.browser.post(agreed.path("dates/"), {"first": "2030-03-04", "at": "19:30", "meetings": "2"})

    calendar = noor.browser.get(f"/calendar/{agreed.row.calendar}.ics").content.decode()

    assert calendar.count("SUMMARY:Kring Noord") == 2
    assert "DTSTART:20300304T183000Z" in calendar
    until = queries.life_of(agreed.row, timezone.now()).until
    assert f"DTSTART;VALUE=DATE:{until:%Y%m%d}" in calendar
