"""The link for enrolling, the form, and one's own page."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client as Browser
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from kring.web.enrolment.actions.own import forget_asked
from kring.web.enrolment.models import Asked, Named, Participant
from kring.web.enrolment.queries import held_of
from kring.web.people import queries as people_queries
from kring.web.people.actions import be_forgotten
from kring.web.programmes.models import Programme, Stage
from tests.web.enrolment.conftest import TOLD, path, taken_in
from tests.web.programmes.conftest import Somebody, somebody


def link_in_mail(programme: Programme, address: str, caught: DjangoCaptureOnCommitCallbacks) -> str:
    """Ask for the form as a visitor, and read the link in the mail."""
    with caught(execute=True):
        answer = Browser(headers={"accept-language": "en"}).post(
            f"/enrol/{programme.enrolment_token}/", {"mail": address}
        )
    assert answer.status_code == 200
    found = re.search(r"http://testserver(/enrol/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_visitor_enrols_by_mail_and_finds_their_page_later(
    programme: Programme, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    link = link_in_mail(programme, "Noor@example.org", django_capture_on_commit_callbacks)
    visitor = Browser(headers={"accept-language": "en"})
    assert visitor.get(link).status_code == 200
    assert "noor" not in link

    answer = visitor.post(link, {**TOLD, "not_with": "Bram\nIemand Anders"})

    assert "Not in the programme under that name (yet): Bram, Iemand Anders" in answer.content.decode()
    noor = Participant.objects.get()
    assert (noor.mail, noor.source, noor.person) == ("noor@example.org", "link", None)
    assert b"Iemand Anders" in visitor.get(link).content
    taken_in(programme, "Bram")
    person = somebody("Noor")
    assert "Bram, Iemand Anders" in person.get(f"/programmes/{programme.pk}/mine/").content.decode()


def test_link_of_another_programme_or_too_old_opens_nothing(
    programme: Programme, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    link = link_in_mail(programme, "noor@example.org", django_capture_on_commit_callbacks)
    other = Programme.objects.get(pk=programme.pk)
    other.pk, other.enrolment_token = None, "00000000-0000-4000-8000-000000000001"
    other.save(force_insert=True)

    assert (
        Browser().get(link.replace(str(programme.enrolment_token), str(other.enrolment_token))).status_code
        == 410
    )
    assert Browser().get(link[:-3]).status_code == 410
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert Browser().get(link).status_code == 410
        forget_asked(timezone.now())
    assert not Asked.objects.exists()


def test_link_in_a_mail_doesnt_open_the_part_of_who_has_an_account(
    programme: Programme, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    link = link_in_mail(programme, "wei@example.org", django_capture_on_commit_callbacks)
    taken_in(programme, "Wei", person=somebody("Wei").person)

    answer = Browser().get(link)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/programmes/{programme.pk}/mine/")


def test_one_mail_however_often_one_presses(
    programme: Programme, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    for _ in range(3):
        link_in_mail(programme, "noor@example.org", django_capture_on_commit_callbacks)

    assert len(mail.outbox) == 1


def test_closed_link_takes_nobody(programme: Programme, karin: Somebody, wei: Somebody) -> None:
    karin.post(path(programme, "link/"), open="no")

    answer = wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD)

    assert "is closed" in answer.content.decode()
    assert not Participant.objects.exists()


def test_signed_in_somebody_enrols_at_once(programme: Programme, wei: Somebody) -> None:
    answer = wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD)

    assert answer.headers["Location"] == f"/programmes/{programme.pk}/mine/"
    assert Participant.objects.get().person == wei.person


def test_form_tells_what_to_mend_and_loses_nothing(programme: Programme, wei: Somebody) -> None:
    answer = wei.post(
        f"/enrol/{programme.enrolment_token}/",
        name="Wei",
        slots=["tue-evening"],
        goals=["feedback", "asking_on", "mirroring"],
        other_goals="een, twee, drie",
        wishes="Rust",
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Fill in a profession" in page
    assert "Choose at most 5 together" in page
    assert re.search(r'value="tue-evening" checked', page)
    assert ">\nRust</textarea>" in page
    assert not Participant.objects.exists()


def test_whom_somebody_names_is_kept_apart_as_soon_as_they_come_in(
    programme: Programme, wei: Somebody
) -> None:
    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD, not_with="joost@example.org", reports="Imane")
    row = Participant.objects.get()
    somebody("Joost").post(f"/enrol/{programme.enrolment_token}/", **{**TOLD, "name": "Joost"})
    somebody("Imane").post(f"/enrol/{programme.enrolment_token}/", **{**TOLD, "name": "Imane"})

    assert [one.name for one in row.not_with.all()] == ["Joost"]
    assert [one.name for one in row.reports.all()] == ["Imane"]

    wei.post(f"/programmes/{programme.pk}/mine/facts/", **TOLD)

    assert (row.not_with.count(), row.reports.count(), Named.objects.count()) == (0, 0, 0)


def test_second_line_of_authority_keeps_apart_all_the_same(programme: Programme, wei: Somebody) -> None:
    saskia = taken_in(programme, "Saskia")
    imane = taken_in(programme, "Imane", manager=saskia)

    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD, reports="Imane")

    imane.refresh_from_db()
    assert imane.manager == saskia
    assert list(Participant.objects.get(person=wei.person).not_with.all()) == [imane]


def test_organiser_hears_that_somebody_changed_but_not_who(
    programme: Programme, karin: Somebody, wei: Somebody
) -> None:
    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD)
    Programme.objects.update(stage=Stage.RUNNING)

    wei.post(f"/programmes/{programme.pk}/mine/facts/", **{**TOLD, "slots": ["sun-evening"]})

    assert Participant.objects.get().slots == ["sun-evening"]
    assert "1 person changed what they told" in karin.get(path(programme)).content.decode()


@pytest.mark.parametrize(("stage", "left"), [(Stage.ENROLLING, 0), (Stage.RUNNING, 1)])
def test_who_leaves_leaves_nothing_of_themselves(
    programme: Programme, wei: Somebody, stage: Stage, left: int
) -> None:
    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD, not_with="Bram", wishes="Rust", manager="Saskia")
    bram = taken_in(programme, "Bram")
    bram.not_with.add(Participant.objects.get(person=wei.person))
    bram.delete()
    Programme.objects.update(stage=stage)

    wei.post(f"/programmes/{programme.pk}/mine/leaving/")

    assert wei.get(f"/programmes/{programme.pk}/mine/").status_code == 404
    rows = list(Participant.objects.values("name", "mail", "person", "wishes", "manager_key", "slots"))
    empty = {"name": "–", "mail": "", "person": None, "wishes": "", "manager_key": "", "slots": []}
    assert rows == [empty] * left
    assert not Named.objects.exists()


def test_all_of_it_goes_into_the_archive_and_goes_with_the_account(
    programme: Programme, wei: Somebody
) -> None:
    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD, not_with="Bram")

    [held] = held_of(wei.person)
    assert people_queries.all_about(wei.person)["enrolment"] == [held]
    assert (held["slots"], held["not_with"]) == (["mon-morning", "tue-evening"], ["Bram"])
    assert json.loads(wei.get(f"/programmes/{programme.pk}/mine/download/").content)["not_with"] == ["Bram"]

    be_forgotten(wei.person, now=timezone.now())

    assert not Participant.objects.exists()
    assert not Named.objects.exists()
