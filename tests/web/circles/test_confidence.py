"""Stop, talk, help, leave: no case meanwhile, and a new assent afterwards."""

from uuid import uuid4

from django.core.mail import EmailMessage
from django.test import TestCase
from django.utils import timezone

from kring.core.circles.confidence import Stage
from kring.core.circles.ground_rules import Because
from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.queries import Step
from kring.web.people.models import Person
from tests.web import keys
from tests.web.circles.conftest import Members, assent
from tests.web.people.conftest import Account


def take(circle: Members, one: Account, deed: str, seen: int | None = None) -> int:
    number = circle.row.confidence.count() if seen is None else seen
    answer = one.browser.post(circle.path("confidence/"), {"deed": deed, "seen": str(number)})
    return int(answer.status_code)


def stage(circle: Members) -> Stage:
    return queries.course_of(circle.row).trust.stage


def asked(circle: Members) -> dict[str, Because]:
    members = queries.members_of(circle.row)
    names = {str(one.person_id): one.person.name for one in members}
    missing = queries.rules_now(circle.row, members, timezone.now(), me=None).missing
    return {names[str(one.member)]: one.because for one in missing}


def step(circle: Members, one: Account) -> Step:
    return queries.page_of(circle_for(one.person, circle.id), timezone.now()).step


def test_anybody_stops_and_no_case_comes_until_all_have_settled_and_assented(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    version = str(agreed.row.rules.get().pk)
    assert queries.may_bring_case(agreed.row, timezone.now())

    assert take(agreed, imane, "stop") == 302
    assert step(agreed, noor) is Step.MEND
    assert not queries.may_meet(agreed.row, timezone.now())
    take(agreed, noor, "meet_to_talk")
    for one in (noor, bram):
        take(agreed, one, "settle")
    assert not queries.may_bring_case(agreed.row, timezone.now())
    take(agreed, imane, "settle")

    assert stage(agreed) is Stage.CALM
    assert not queries.may_bring_case(agreed.row, timezone.now())
    assert asked(agreed) == {"Noor": Because.ANEW, "Bram": Because.ANEW, "Imane": Because.ANEW}
    for one in (noor, bram, imane):
        assert assent(agreed, one, version) == 302
    assert queries.may_meet(agreed.row, timezone.now())


def test_room_stays_shut_and_says_where_to_look(agreed: Members, noor: Account, imane: Account) -> None:
    take(agreed, imane, "stop")

    page = noor.browser.get(agreed.path("meetings/new/")).content.decode()
    assert "<open-room" not in page
    assert "<open-room" in noor.browser.get(agreed.path("meetings/new/?method=farewell")).content.decode()


def test_two_who_act_at_once_both_see_how_it_stands(agreed: Members, noor: Account, bram: Account) -> None:
    assert take(agreed, noor, "stop", seen=0) == 302
    take(agreed, noor, "meet_to_talk", seen=1)

    assert take(agreed, bram, "stop", seen=0) == 409
    assert stage(agreed) is Stage.TALKING


def test_what_cannot_be_done_now_changes_nothing(agreed: Members, noor: Account) -> None:
    for deed in ("settle", "part", "has_left", "end", "forgive"):
        take(agreed, noor, deed)

    assert agreed.row.confidence.count() == 0


def test_one_alone_doesnt_end_a_circle(agreed: Members, noor: Account) -> None:
    take(agreed, noor, "stop")
    take(agreed, noor, "part")

    assert take(agreed, noor, "end") == 409
    assert stage(agreed) is Stage.PARTING


def test_leaving_because_of_it_asks_everybody_to_assent_anew(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    take(agreed, imane, "stop")
    take(agreed, noor, "part")
    assert take(agreed, noor, "has_left") == 409

    imane.browser.post(agreed.path("leaving/"))
    assert take(agreed, noor, "has_left") == 302

    assert asked(agreed) == {"Noor": Because.ANEW, "Bram": Because.ANEW}


def test_removal_because_of_it_asks_everybody_to_assent_anew(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    take(agreed, imane, "stop")
    take(agreed, bram, "part")
    for one in (noor, imane):
        one.browser.post(agreed.path(f"members/{bram.acct}/removal/"), {"voice": "go"})
    take(agreed, noor, "has_left")

    assert asked(agreed) == {"Noor": Because.ANEW, "Imane": Because.ANEW}


def test_leaving_otherwise_asks_nobody(agreed: Members, imane: Account) -> None:
    imane.browser.post(agreed.path("leaving/"))

    assert asked(agreed) == {}


def test_who_left_and_came_back_is_a_newcomer_for_everybody(
    agreed: Members, noor: Account, bram: Account, imane: Account
) -> None:
    imane.browser.post(agreed.path("leaving/"))
    assert agreed.begin_epoch(noor, [noor, bram], why="remove").status_code == 200
    agreed.join(noor, imane, [noor, bram])

    assert asked(agreed) == {
        "Noor": Because.NEWCOMER,
        "Bram": Because.NEWCOMER,
        "Imane": Because.NEWCOMER,
    }


def test_who_is_helped_back_in_is_the_same_member_and_nobody_is_asked(
    agreed: Members, noor: Account, imane: Account
) -> None:
    invitation = uuid4()
    body = {
        "invitation": str(invitation),
        "text": keys.envelope(agreed.newest_box(noor)),
        "replaces": str(imane.acct),
    }
    assert noor.post(agreed.path("invitations/"), body).status_code == 200
    assert agreed.accept(imane, invitation).status_code == 200

    assert asked(agreed) == {}


def test_stop_of_somebody_whose_account_is_gone_still_holds(
    agreed: Members, noor: Account, imane: Account
) -> None:
    take(agreed, imane, "stop")
    imane.browser.post(agreed.path("leaving/"))
    imane.person.delete()

    assert stage(agreed) is Stage.STOPPED
    [stop] = queries.confidence_page(circle_for(noor.person, agreed.id)).happened
    assert stop.row.by is None
    assert noor.browser.get(agreed.path("confidence/")).status_code == 200


def test_the_others_hear_by_mail_that_one_stopped_and_not_who_or_why(
    agreed: Members, bram: Account, imane: Account, mailoutbox: list[EmailMessage]
) -> None:
    Person.objects.filter(pk=bram.acct).update(language="en")
    mailoutbox.clear()

    with TestCase.captureOnCommitCallbacks(execute=True):
        take(agreed, imane, "stop")
    with TestCase.captureOnCommitCallbacks(execute=True):
        take(agreed, bram, "meet_to_talk")

    name = agreed.row.name
    assert sorted((mail.to[0], mail.subject) for mail in mailoutbox) == [
        ("bram@example.org", f"{name} has been stopped for a while"),
        ("noor@example.org", f"{name} ligt even stil"),
    ]
    assert not any("Imane" in str(mail.body) for mail in mailoutbox)
