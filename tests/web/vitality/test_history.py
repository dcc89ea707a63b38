"""What the server tells a member's browser of the circle's history, and when it asks how a meeting was."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from kring.web.circles.models import PlannedDate
from tests.web.circles.conftest import Members
from tests.web.keys import Json
from tests.web.people.conftest import Account
from tests.web.vitality.conftest import met


def facts(circle: Members, one: Account) -> Json:
    return dict(one.browser.get(circle.path("vitality/facts/")).json())


def test_facts_are_who_was_there_when_and_by_which_method(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    earlier = met(circle, noor, bram, imane, weeks_ago=8)
    later = met(circle, noor, bram, weeks_ago=4, method="roddel")

    told = facts(circle, noor)

    assert [one["id"] for one in told["meetings"]] == [str(earlier.pk), str(later.pk)]
    assert [(one["method"], one["planned_minutes"], one["used_minutes"]) for one in told["meetings"]] == [
        ("basis", 120, 100),
        ("roddel", 120, 100),
    ]
    missed = [one for one in told["meetings"][1]["presences"] if one["attendance"] == "absent"]
    assert [one["member"] for one in missed] == [str(imane.acct)]
    assert set(told["methods"]) == {"basis", "roddel"}
    assert told["names"][str(imane.acct)] == "Imane"


def test_who_comes_from_outside_isnt_expected_to_bring_cases(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    noor.browser.post(circle.path(f"members/{bram.acct}/role/"), {"role": "coach"})

    assert set(facts(circle, noor)["members"]) == {str(noor.acct), str(imane.acct)}


def test_date_that_passed_without_a_meeting_was_not_held(
    circle: Members, noor: Account, bram: Account
) -> None:
    now = timezone.now()
    row = circle.row
    row.started_at = now - timedelta(weeks=20)
    row.save()
    held = met(circle, noor, bram, weeks_ago=4)
    days = [now - timedelta(weeks=12), now - timedelta(weeks=8), held.opened_at, now + timedelta(weeks=2)]
    dates = [PlannedDate.objects.create(circle=row, starts_at=day, minutes=120) for day in days]
    dates[0].cancelled_at = now - timedelta(weeks=13)
    dates[0].save()
    dates[3].cancelled_at = now
    dates[3].save()

    told = facts(circle, noor)

    assert len(told["cancelled"]) == 2


def test_number_of_questions_to_the_database_doesnt_grow(
    circle: Members, noor: Account, bram: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    met(circle, noor, bram, weeks_ago=12)
    with django_assert_max_num_queries(20) as one:
        facts(circle, noor)
    for weeks_ago in (8, 4):
        met(circle, noor, bram, weeks_ago=weeks_ago)

    with django_assert_max_num_queries(len(one.captured_queries)):
        facts(circle, noor)


def test_who_was_there_is_asked_how_it_was_until_they_said_so(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    met(circle, noor, bram)
    asks = "#rating"

    assert asks in noor.browser.get(circle.path()).content.decode()
    assert asks not in imane.browser.get(circle.path()).content.decode()
    circle.keep(noor, "meeting.rating", uuid4())
    assert asks not in noor.browser.get(circle.path()).content.decode()
    assert asks in bram.browser.get(circle.path()).content.decode()


def test_after_two_weeks_nobody_is_asked_any_more(circle: Members, noor: Account, bram: Account) -> None:
    held = met(circle, noor, bram, weeks_ago=3)

    assert "#rating" not in noor.browser.get(circle.path()).content.decode()
    page = noor.browser.get(circle.path(f"meetings/{held.pk}/")).content.decode()
    assert "data-may-answer" in page


def test_who_wasnt_there_sees_what_the_circle_thought_and_isnt_asked(
    circle: Members, noor: Account, imane: Account
) -> None:
    held = met(circle, noor)

    page = imane.browser.get(circle.path(f"meetings/{held.pk}/")).content.decode()

    assert "<meeting-rating" in page
    assert "data-may-answer" not in page
