"""Client and participants say yes to a proposal, or what they would have otherwise."""

import pytest
from django.http import Http404
from django.utils import timezone

from kring.web.programmes.actions import speak
from kring.web.programmes.models import Programme, Side, Stage, Voice
from kring.web.programmes.queries import agreement_of, newest_proposal
from kring.web.ui.refusal import Refused
from tests.web.programmes.conftest import Somebody

AGAIN = {
    "name": "Winter",
    "shape": "Seven meetings.",
    "goals": "To learn.",
    "meetings": "7",
    "weeks_between": "4",
    "minutes": "120",
    "guided": "yes",
}


def say(one: Somebody, programme: Programme, side: Side, amendment: str = "") -> None:
    speak(
        one.person,
        newest_proposal(programme),
        side,
        agrees=not amendment,
        amendment=amendment,
        now=timezone.now(),
    )


def test_amendment_holds_the_programme_and_a_yes_after_it_lets_it_go(
    pieter: Somebody, programme: Programme
) -> None:
    page = f"/programmes/{programme.pk}/client/voice/"

    pieter.post(page, number="1", answer="otherwise", amendment="Seven, rather.")
    programme.refresh_from_db()
    before = programme.stage
    pieter.post(page, number="1", answer="yes", amendment="Seven, rather.")
    programme.refresh_from_db()

    assert (before, programme.stage) == (Stage.PROPOSED, Stage.ENROLLING)
    assert [(one.agrees, one.amendment) for one in Voice.objects.all()] == [(True, "")]


def test_who_would_have_it_otherwise_says_what(pieter: Somebody, programme: Programme) -> None:
    answer = pieter.post(f"/programmes/{programme.pk}/client/voice/", number="1", answer="otherwise")

    assert answer.status_code == 422
    assert "Write down what you would have otherwise" in answer.content.decode()
    assert Voice.objects.count() == 0


def test_another_number_asks_again(karin: Somebody, pieter: Somebody, programme: Programme) -> None:
    say(pieter, programme, Side.CLIENT)

    karin.post(f"/programmes/{programme.pk}/agreed/new/", **AGAIN)

    programme.refresh_from_db()
    agreement = agreement_of(programme)
    assert (agreement.proposal.number, agreement.is_agreed, programme.stage) == (2, False, Stage.ENROLLING)
    assert (programme.meetings, programme.rhythm) == (7, "monthly")
    late = pieter.post(f"/programmes/{programme.pk}/client/voice/", number="1", answer="yes")
    assert late.status_code == 409
    assert "There is a newer proposal." in late.content.decode()


def test_organiser_reads_what_was_amended_and_nobody_s_plain_yes(
    karin: Somebody, pieter: Somebody, wei: Somebody, olga: Somebody, programme: Programme
) -> None:
    say(pieter, programme, Side.CLIENT)
    say(wei, programme, Side.PARTICIPANT, "Rather in the morning.")
    say(olga, programme, Side.PARTICIPANT)

    page = karin.get(f"/programmes/{programme.pk}/agreed/").content.decode()

    assert "Rather in the morning." in page
    assert "Rather in the morning." in karin.get(f"/programmes/{programme.pk}/agreed/new/").content.decode()
    assert "1 participant agreed." in page
    assert "Olga" not in page


def test_participants_come_after_the_client(wei: Somebody, programme: Programme) -> None:
    with pytest.raises(Refused) as refused:
        say(wei, programme, Side.PARTICIPANT)

    assert refused.value.code == "client_first"


def test_nobody_speaks_for_a_client_that_they_are_not(wei: Somebody, programme: Programme) -> None:
    with pytest.raises(Http404):
        say(wei, programme, Side.CLIENT)

    programme.refresh_from_db()
    assert (programme.stage, Voice.objects.count()) == (Stage.PROPOSED, 0)


def test_with_two_clients_one_amendment_is_enough_to_wait(
    karin: Somebody, pieter: Somebody, wei: Somebody, programme: Programme
) -> None:
    karin.post(f"/programmes/{programme.pk}/agreed/clients/", mail="wei@example.org", name="")
    say(wei, programme, Side.CLIENT, "Cheaper, rather.")
    say(pieter, programme, Side.CLIENT)

    programme.refresh_from_db()
    assert programme.stage == Stage.PROPOSED


def test_who_is_no_longer_the_client_no_longer_counts(
    karin: Somebody, pieter: Somebody, wei: Somebody, programme: Programme
) -> None:
    karin.post(f"/programmes/{programme.pk}/agreed/clients/", mail="wei@example.org", name="")
    say(wei, programme, Side.CLIENT, "Cheaper, rather.")
    gone = programme.clients.get(mail="wei@example.org")

    karin.post(f"/programmes/{programme.pk}/agreed/clients/{gone.pk}/dismissal/")
    say(pieter, programme, Side.CLIENT)

    programme.refresh_from_db()
    assert programme.stage == Stage.ENROLLING
    assert wei.get(f"/programmes/{programme.pk}/client/").status_code == 404
