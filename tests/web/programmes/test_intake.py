"""From the first question to a programme that takes people."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client as Browser
from django.utils import timezone

from kring.web.circles.reminding import forget_due
from kring.web.organisations.models import Organisation, Trace
from kring.web.people.actions import be_forgotten
from kring.web.programmes.models import Client, Enquiry, Programme, Stage
from tests.web.programmes.conftest import Somebody, somebody

ASKED = {
    "what_for": "Canary-what: our new team leaders",
    "whom": "Canary-whom: twelve of them",
    "how_many": "12",
    "since_when": "Canary-since: last spring",
    "wishes": "Canary-wishes: on Tuesdays",
    "name": "Pieter",
    "mail": "Pieter@Example.org",
    "from_organisation": "Thuiszorg Oost",
}
PROPOSED = {
    "name": "Winter",
    "client_mail": "pieter@example.org",
    "client_name": "Pieter",
    "meetings": "6",
    "weeks_between": "4",
    "minutes": "120",
    "guided": "yes",
    "shape": "Six meetings.",
    "goals": "To ask before advising.",
}


@pytest.fixture
def visitor(db: None) -> Browser:
    return Browser(headers={"accept-language": "en"})


def ask(visitor: Browser, organisation: Organisation, **other: str) -> str:
    """Where the asker is sent."""
    answer = visitor.post(f"/contact/{organisation.pk}/", {**ASKED, **other})
    assert answer.status_code == 302, answer.content
    return str(answer.headers["Location"])


def test_question_and_answer_go_to_and_fro_without_an_account(
    visitor: Browser, karin: Somebody, organisation: Organisation
) -> None:
    mine = ask(visitor, organisation)
    enquiry = Enquiry.objects.get()
    page = f"/organisations/{organisation.pk}/enquiries/{enquiry.pk}/"

    assert (
        "One question waits for your answer"
        in karin.get(f"/organisations/{organisation.pk}/").content.decode()
    )
    assert "Canary-what: our new team leaders" in karin.get(page).content.decode()
    karin.post(page, text="On Tuesday at ten?")
    assert "On Tuesday at ten?" in visitor.get(mine).content.decode()
    visitor.post(mine, {"text": "Gladly."})
    assert "Gladly." in karin.get(page).content.decode()
    assert (
        "One question waits for your answer"
        in karin.get(f"/organisations/{organisation.pk}/").content.decode()
    )


def test_mail_says_who_asks_and_not_what(
    visitor: Browser, karin: Somebody, organisation: Organisation, commits: None
) -> None:
    mine = ask(visitor, organisation)

    to_karin, to_pieter = mail.outbox
    assert (to_karin.to, to_karin.subject) == (["karin@example.org"], "A new enquiry from Pieter")
    assert to_pieter.to == ["pieter@example.org"]
    assert mine in str(to_pieter.body)
    assert mine not in str(to_karin.body)
    assert [re.findall("Canary", str(one.body) + one.subject) for one in mail.outbox] == [[], []]


def test_nobody_s_box_is_filled_by_somebody_else(visitor: Browser, organisation: Organisation) -> None:
    for _ in range(3):
        ask(visitor, organisation)

    answer = visitor.post(f"/contact/{organisation.pk}/", ASKED)

    assert answer.status_code == 422
    assert "Canary-what: our new team leaders" in answer.content.decode()  # nothing is lost
    assert Enquiry.objects.count() == 3
    Enquiry.objects.update(asked_at=timezone.now() - timedelta(days=2))
    ask(visitor, organisation)


def test_what_is_missing_is_asked_for_and_the_rest_stays(
    visitor: Browser, organisation: Organisation
) -> None:
    answer = visitor.post(f"/contact/{organisation.pk}/", {**ASKED, "what_for": "", "mail": "pieter"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say in a few words what you would like it for." in page
    assert "That isn&#x27;t a whole address." in page
    assert "Canary-wishes: on Tuesdays" in page


def test_a_link_that_somebody_made_up_opens_nothing(visitor: Browser, organisation: Organisation) -> None:
    mine = ask(visitor, organisation)
    enquiry = Enquiry.objects.get()

    assert visitor.get(mine[:-2] + "x/").status_code == 404
    assert visitor.get(f"/contact/mine/{enquiry.pk}/").status_code == 404


def test_visitor_comes_straight_to_the_only_organisation(
    visitor: Browser, organisation: Organisation
) -> None:
    assert visitor.get("/contact/").headers["Location"] == f"/contact/{organisation.pk}/"
    assert "Get in touch" in visitor.get("/").content.decode()


def test_without_an_organisation_that_takes_questions_nothing_is_offered(
    visitor: Browser, karin: Somebody, organisation: Organisation
) -> None:
    karin.post(f"/organisations/{organisation.pk}/requests/", takes="no")

    assert "Get in touch" not in visitor.get("/").content.decode()
    assert visitor.get(f"/contact/{organisation.pk}/").status_code == 404
    assert "No organisation takes questions here." in visitor.get("/contact/").content.decode()


def test_question_becomes_a_proposal_and_the_client_s_yes_lets_people_in(
    visitor: Browser, karin: Somebody, organisation: Organisation, commits: None
) -> None:
    mine = ask(visitor, organisation)
    enquiry = Enquiry.objects.get()
    form = f"/organisations/{organisation.pk}/programmes/new/guided-season/?enquiry={enquiry.pk}"

    first = karin.get(form).content.decode()
    made = karin.browser.post(form, PROPOSED)
    programme = Programme.objects.get()
    mailed = mail.outbox[-1]
    pieter = somebody("Pieter")
    page = f"/programmes/{programme.pk}/client/"

    assert 'value="pieter@example.org"' in first
    assert made.headers["Location"] == f"/programmes/{programme.pk}/"
    assert (programme.stage, programme.enquiry, programme.rhythm) == (Stage.PROPOSED, enquiry, "monthly")
    assert mailed.to == ["pieter@example.org"]
    assert page in str(mailed.body)
    assert page in visitor.get(mine).content.decode()
    assert "To ask before advising." in pieter.get(page).content.decode()
    pieter.post(f"{page}voice/", number="1", answer="yes")
    programme.refresh_from_db()
    assert programme.stage == Stage.ENROLLING
    assert (
        "Pieter agreed to proposal 1, for the client."
        in karin.get(f"/programmes/{programme.pk}/trail/").content.decode()
    )


def test_another_rhythm_than_the_template_s_is_the_circles_own(
    karin: Somebody, organisation: Organisation
) -> None:
    form = f"/organisations/{organisation.pk}/programmes/new/guided-season/"

    karin.browser.post(form, {**PROPOSED, "weeks_between": "8"})

    programme = Programme.objects.get()
    assert (programme.rhythm, programme.weeks_between) == ("own", 8)


def test_an_edition_without_a_client_begins_when_the_organiser_says_so(
    karin: Somebody, organisation: Organisation
) -> None:
    form = f"/organisations/{organisation.pk}/programmes/new/edition-winter/"
    karin.browser.post(form, {**PROPOSED, "client_mail": ""})
    programme = Programme.objects.get()

    karin.post(f"/programmes/{programme.pk}/enrolling/")

    programme.refresh_from_db()
    assert (programme.stage, Client.objects.count()) == (Stage.ENROLLING, 0)


def test_nobody_goes_past_the_client(karin: Somebody, programme: Programme) -> None:
    answer = karin.post(f"/programmes/{programme.pk}/enrolling/")

    programme.refresh_from_db()
    assert (answer.status_code, programme.stage) == (409, Stage.PROPOSED)


def test_a_closed_question_goes_after_a_year(visitor: Browser, organisation: Organisation) -> None:
    for _ in range(3):
        ask(visitor, organisation)
    open_one, recent, old = Enquiry.objects.order_by("asked_at")
    now = timezone.now()
    Enquiry.objects.filter(pk=recent.pk).update(closed_at=now - timedelta(days=364))
    Enquiry.objects.filter(pk=old.pk).update(closed_at=now - timedelta(days=366))

    forgotten = forget_due(now)

    assert forgotten == 1
    assert set(Enquiry.objects.all()) == {open_one, recent}


def test_who_leaves_for_good_leaves_no_question_behind(organisation: Organisation) -> None:
    wei = somebody("Wei")
    ask(wei.browser, organisation, mail="wei@example.org", name="Wei")
    held = wei.get("/me/download/").content

    be_forgotten(wei.person, now=timezone.now())

    assert held[:2] == b"PK"
    assert Enquiry.objects.count() == 0


def test_the_trail_outlives_the_account(karin: Somebody, organisation: Organisation) -> None:
    karin.get(f"/organisations/{organisation.pk}/")

    be_forgotten(karin.person, now=timezone.now())

    assert [(one.name, one.person) for one in Trace.objects.all()] == [("Karin", None)]
