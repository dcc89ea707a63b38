"""An organiser writes to people of the list: each gets their own way in, in their language, and not twice a week."""

import re
from collections.abc import Sequence
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client as Browser
from django.utils import timezone
from pytest_django import Settings

from kring.web.enrolment.mailing import send_invitations
from kring.web.enrolment.models import Asked, Invitation, Participant
from kring.web.organisations.models import Trace
from kring.web.programmes.models import Programme, Stage
from tests.web.enrolment.conftest import TOLD, path, taken_in
from tests.web.programmes.conftest import Somebody, somebody


def write(one: Somebody, programme: Programme, **fields: str) -> str:
    """Press the button; returns where that leads."""
    answer = one.post(path(programme, "letters/"), **fields)
    return str(answer.headers.get("Location", answer.status_code))


def way_in(letter: EmailMessage) -> str:
    found = re.search(r"(/enrol/\S+)", str(letter.body))
    assert found is not None
    return found[1]


def test_who_told_nothing_yet_gets_their_own_way_in(karin: Somebody, programme: Programme) -> None:
    programme.enrolment_open = False
    programme.save()
    taken_in(programme, "Noor", language="en")
    taken_in(programme, "Bram")
    taken_in(programme, "Wei", told_at=timezone.now())
    taken_in(programme, "Joost", mail="")

    assert write(karin, programme) == path(programme, "?written=2")
    assert "2 mails are on their way" in karin.get(path(programme)).content.decode()
    assert send_invitations(timezone.now()) == 2
    assert send_invitations(timezone.now()) == 0

    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"noor@example.org", "bram@example.org"}
    assert letters["noor@example.org"].subject == "Your wishes and times for Winter"
    assert letters["bram@example.org"].subject == "Je wensen en tijden voor Winter"
    visitor = Browser(headers={"accept-language": "en"})
    assert (
        "has put you on the list for Winter"
        in visitor.get(way_in(letters["noor@example.org"])).content.decode()
    )
    visitor.post(way_in(letters["noor@example.org"]), TOLD)
    noor = Participant.objects.get(name="Noor")
    assert (noor.slots, noor.told_at is not None) == (["mon-morning", "tue-evening"], True)
    page = karin.get(path(programme)).content.decode()
    assert "2 people were written to" in page
    assert "1 of them has told their wishes since" in page
    assert Trace.objects.get(what="wrote-to-people").about == {"count": 2}


def test_nobody_is_written_to_twice_in_a_week_but_knowingly(karin: Somebody, programme: Programme) -> None:
    taken_in(programme, "Noor")
    write(karin, programme)
    send_invitations(timezone.now())
    taken_in(programme, "Bram")

    assert write(karin, programme) == path(programme, "?written=1")
    send_invitations(timezone.now())
    assert write(karin, programme) == path(programme, "?written=0")
    assert [letter.to for letter in mail.outbox] == [["noor@example.org"], ["bram@example.org"]]

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert write(karin, programme, again="yes") == path(programme, "?written=2")
        assert write(karin, programme, again="yes") == path(programme, "?written=0")
        assert send_invitations(timezone.now()) == 2


def test_after_a_week_they_are_written_to_again(karin: Somebody, programme: Programme) -> None:
    taken_in(programme, "Noor")
    write(karin, programme)

    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert "Write to 1 person" in karin.get(path(programme)).content.decode()


def test_one_person_is_written_to(karin: Somebody, programme: Programme) -> None:
    noor = taken_in(programme, "Noor")
    taken_in(programme, "Bram")
    page = path(programme, f"{noor.pk}/")
    assert "Write to this person" in karin.get(page).content.decode()

    karin.post(f"{page}letter/")
    send_invitations(timezone.now())

    assert [letter.to for letter in mail.outbox] == [["noor@example.org"]]
    assert "Write once more, within a week" in karin.get(page).content.decode()
    answer = karin.post(f"{page}letter/")
    assert (answer.status_code, "less than a week ago" in answer.content.decode()) == (409, True)
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        karin.post(f"{page}letter/", again="yes")
        assert send_invitations(timezone.now()) == 1


def test_page_doesnt_tell_whether_somebody_has_an_account(karin: Somebody, programme: Programme) -> None:
    taken_in(programme, "Noor", person=somebody("Noor").person)
    taken_in(programme, "Bram")

    write(karin, programme)
    send_invitations(timezone.now())

    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"noor@example.org", "bram@example.org"}
    own = Browser().get(way_in(letters["noor@example.org"]))
    assert own.headers["Location"] == f"/programmes/{programme.pk}/mine/"


@pytest.mark.parametrize("stage", [Stage.PROPOSED, Stage.RUNNING, Stage.ENDED])
def test_nobody_is_written_to_before_it_is_agreed_or_after(
    karin: Somebody, programme: Programme, stage: Stage
) -> None:
    noor = taken_in(programme, "Noor")
    programme.stage = stage
    programme.save()

    assert write(karin, programme) == "409"
    assert karin.post(path(programme, f"{noor.pk}/letter/")).status_code == 409
    assert not Invitation.objects.exists()


def test_who_would_rather_not_says_so_without_an_account(karin: Somebody, programme: Programme) -> None:
    taken_in(programme, "Noor")
    write(karin, programme)
    send_invitations(timezone.now())
    leaving = way_in(mail.outbox[0]).replace("/form/", "/form/leaving/")
    visitor = Browser(headers={"accept-language": "en"})
    assert "Leave Winter?" in visitor.get(leaving).content.decode()

    visitor.post(leaving)

    assert not Participant.objects.exists()
    assert not Asked.objects.exists()


class Faulty(EmailBackend):
    """One mailbox takes nothing; and then the server is away for everybody."""

    away = False

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for message in messages:
            if Faulty.away:
                raise SMTPServerDisconnected
            if message.to == ["bram@example.org"]:
                raise SMTPRecipientsRefused({})
        return int(super().send_messages(messages))


def test_faults_of_mail_are_told_or_tried_again(
    karin: Somebody, programme: Programme, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Faulty"
    monkeypatch.setattr(Faulty, "away", True)
    for name in ("Noor", "Bram", "Wei"):
        taken_in(programme, name)
    write(karin, programme)

    assert send_invitations(timezone.now()) == 0
    assert Invitation.objects.filter(sent_at=None, failed_at=None).count() == 3
    monkeypatch.setattr(Faulty, "away", False)
    send_invitations(timezone.now())

    assert [letter.to for letter in mail.outbox] == [["noor@example.org"], ["wei@example.org"]]
    page = karin.get(path(programme)).content.decode()
    assert "1 mailbox didn't take the mail" in page
    listed = karin.get(path(programme, "?mail=failed")).content.decode()
    assert ["<strong>Bram</strong>" in listed, "<strong>Noor</strong>" in listed] == [True, False]
    assert "mail doesn't arrive" in listed
