"""People of several organisations together: once both agreed, and only who said yes."""

import pytest

from kring.web.enrolment.models import MayPool, Participant
from kring.web.enrolment.queries import people_to_seat
from kring.web.organisations.models import Organisation, Trace
from kring.web.programmes.models import Programme, Stage
from tests.web.enrolment.conftest import TOLD, path, taken_in
from tests.web.programmes.conftest import Somebody, a_programme


@pytest.fixture
def south(olga: Somebody) -> Programme:
    """A programme of the other organisation."""
    made = a_programme(Organisation.objects.get(name="Beroepsvereniging Zuid"), Stage.ENROLLING, "Zuid")
    Programme.objects.filter(pk=made.pk).update(enrolment_open=True)
    return Programme.objects.get(pk=made.pk)


def agree(karin: Somebody, olga: Somebody, north: Programme, south: Programme) -> None:
    karin.post(f"/organisations/{north.organisation_id}/pooling/", name="beroepsvereniging zuid")
    olga.post(f"/organisations/{south.organisation_id}/pooling/", name="Zorggroep Noord")


def say_yes(one: Somebody, programme: Programme, to: Programme) -> Participant:
    one.post(f"/enrol/{programme.enrolment_token}/", **TOLD, may_pool=[str(to.organisation_id)])
    return Participant.objects.get(person=one.person)


def names(programme: Programme) -> set[str]:
    ids = {one.id for one in people_to_seat(programme)}
    return {one.name for one in Participant.objects.all() if str(one.pk) in ids}


def test_agreement_holds_once_both_said_yes(
    karin: Somebody, olga: Somebody, wei: Somebody, programme: Programme, south: Programme
) -> None:
    enrol = f"/enrol/{programme.enrolment_token}/"
    karin.post(f"/organisations/{programme.organisation_id}/pooling/", name="Beroepsvereniging Zuid")
    assert "You may place me" not in wei.get(enrol).content.decode()
    assert "They ask you" in olga.get(f"/organisations/{south.organisation_id}/pooling/").content.decode()

    olga.post(f"/organisations/{south.organisation_id}/pooling/", name="Zorggroep Noord")

    assert "You may place me with people of Beroepsvereniging Zuid" in wei.get(enrol).content.decode()
    assert Trace.objects.filter(what="agreed-to-pool").count() == 2


def test_only_who_said_yes_is_seated_with_the_others_and_in_one_place(
    karin: Somebody, olga: Somebody, wei: Somebody, programme: Programme, south: Programme
) -> None:
    agree(karin, olga, programme, south)
    say_yes(wei, programme, south)
    taken_in(programme, "Bram")
    taken_in(south, "Imane")
    page = olga.get(path(south, "pooling/")).content.decode()
    assert "Take in 1 person" in page
    assert "Wei" not in page

    olga.post(path(south, "pooling/"), of=f"{programme.organisation_id} zorg", deed="take_from")

    assert (names(south), names(programme)) == ({"Noor", "Imane"}, {"Bram"})

    olga.post(path(south, "pooling/"), of=f"{programme.organisation_id} zorg", deed="give_back")

    assert (names(south), names(programme)) == ({"Imane"}, {"Bram", "Noor"})


def test_taking_it_back_brings_somebody_home(
    karin: Somebody, olga: Somebody, wei: Somebody, programme: Programme, south: Programme
) -> None:
    agree(karin, olga, programme, south)
    say_yes(wei, programme, south)
    olga.post(path(south, "pooling/"), of=f"{programme.organisation_id} zorg", deed="take_from")
    assert names(south) == {"Noor"}

    wei.post(f"/programmes/{programme.pk}/mine/facts/", **TOLD)

    assert (names(south), names(programme)) == (set(), {"Noor"})


def test_stopping_ends_it_for_both(
    karin: Somebody, olga: Somebody, wei: Somebody, programme: Programme, south: Programme
) -> None:
    agree(karin, olga, programme, south)
    say_yes(wei, programme, south)
    olga.post(path(south, "pooling/"), of=f"{programme.organisation_id} zorg", deed="take_from")

    karin.post(f"/organisations/{programme.organisation_id}/pooling/{south.organisation_id}/stopping/")

    assert (names(south), names(programme)) == (set(), {"Noor"})
    assert not MayPool.objects.exists()
    assert "With nobody yet" in olga.get(f"/organisations/{south.organisation_id}/pooling/").content.decode()


def test_yes_to_an_organisation_that_one_wasnt_asked_about_counts_for_nothing(
    olga: Somebody, wei: Somebody, programme: Programme, south: Programme
) -> None:
    wei.post(f"/enrol/{programme.enrolment_token}/", **TOLD, may_pool=[str(south.organisation_id)])

    assert not MayPool.objects.exists()


def test_unknown_organisation_is_told(karin: Somebody, programme: Programme) -> None:
    answer = karin.post(f"/organisations/{programme.organisation_id}/pooling/", name="Nergens")

    assert answer.status_code == 422
    assert "No other organisation on this server is called so" in answer.content.decode()
