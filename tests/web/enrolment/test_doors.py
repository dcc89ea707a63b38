"""Who may see whom: organisers of the organisation their people, participants themselves, nobody else anybody."""

from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.utils import timezone

from kring.web.enrolment.models import Participant
from kring.web.organisations.models import Organiser
from kring.web.programmes.models import Programme
from tests.web.enrolment.conftest import TOLD, choose, taken_in
from tests.web.programmes.conftest import Somebody, a_programme, somebody

FOR_ORGANISERS = [
    "people/",
    "people/new/",
    "people/pooling/",
    "people/table/",
    "people/table/people.csv",
    "people/{participant}/",
    "people/{participant}/removal/",
    "people/table/{table}/",
    "people/table/{table}/faulty/",
]
DEEDS_OF_ORGANISERS = [
    "people/{participant}/letter/",
    "people/new/",
    "people/link/",
    "people/letters/",
    "people/pooling/",
    "people/table/",
    "people/{participant}/",
    "people/{participant}/removal/",
    "people/table/{table}/",
    "people/table/{table}/in/",
    "people/table/{table}/up/",
]
OWN = ["mine/", "mine/facts/", "mine/leaving/", "mine/download/"]


@pytest.fixture
def imane(programme: Programme) -> Somebody:
    """Takes part."""
    one = somebody("Imane")
    taken_in(programme, "Imane", person=one.person)
    return one


@pytest.fixture
def others(programme: Programme, olga: Somebody, imane: Somebody) -> dict[str, Somebody]:
    """Everybody who has no business with Karin's list."""
    elsewhere = a_programme(Organiser.objects.get(person=olga.person).organisation, name="Zuid")
    joost = somebody("Joost")
    taken_in(elsewhere, "Joost", person=joost.person)
    ruud = somebody("Ruud")
    taken_in(programme, "Ruud", person=ruud.person, left_at=timezone.now())
    stopped = somebody("Henk")
    Organiser.objects.create(
        organisation=programme.organisation,
        mail="henk@example.org",
        person=stopped.person,
        named_at=timezone.now(),
    ).delete()
    return {
        "client": somebody("Pieter"),
        "organiser of another organisation": olga,
        "organiser until yesterday": stopped,
        "participant": imane,
        "participant of another programme": joost,
        "who left": ruud,
        "stranger": somebody("Wei"),
    }


def at(programme: Programme, what: str, **ids: object) -> str:
    return f"/programmes/{programme.pk}/{what.format(**ids)}"


def test_list_is_for_organisers_of_the_organisation_alone(
    karin: Somebody, programme: Programme, imane: Somebody, others: dict[str, Somebody]
) -> None:
    row = Participant.objects.get(person=imane.person)
    table = choose(karin, programme, [["Noor", "noor@example.org", "zorg"]], ("Naam", "Mail", "Vak")).split(
        "/"
    )[-2]
    ids = {"participant": row.pk, "table": table}

    for page in FOR_ORGANISERS:
        assert karin.get(at(programme, page, **ids)).status_code == 200, page
        for who, one in others.items():
            assert one.get(at(programme, page, **ids)).status_code == 404, (who, page)
        assert Browser().get(at(programme, page, **ids)).status_code == 302, page
    for deed in DEEDS_OF_ORGANISERS:
        for who, one in others.items():
            assert one.post(at(programme, deed, **ids), **TOLD).status_code == 404, (who, deed)
    assert Participant.objects.filter(left_at=None, programme=programme).count() == 1


def test_own_page_is_for_who_takes_part(
    karin: Somebody, programme: Programme, imane: Somebody, others: dict[str, Somebody]
) -> None:
    strangers = {who: one for who, one in others.items() if one is not imane} | {"organiser": karin}
    for page in OWN:
        assert imane.get(at(programme, page)).status_code == 200, page
        for who, one in strangers.items():
            assert one.get(at(programme, page)).status_code == 404, (who, page)
    for who, one in strangers.items():
        assert one.post(at(programme, "mine/leaving/")).status_code == 404, who
        assert one.post(at(programme, "mine/facts/"), **TOLD).status_code == 404, who
    assert Participant.objects.filter(person=imane.person, left_at=None).exists()


def test_participant_of_another_programme_isnt_found_through_ones_own(
    karin: Somebody, programme: Programme, olga: Somebody
) -> None:
    elsewhere = a_programme(Organiser.objects.get(person=olga.person).organisation, name="Zuid")
    row = taken_in(elsewhere, "Joost")

    for page in ("people/{participant}/", "people/{participant}/removal/"):
        assert karin.get(at(programme, page, participant=row.pk)).status_code == 404
        assert karin.post(at(programme, page, participant=row.pk), **TOLD).status_code == 404


def test_agreements_are_for_organisers_of_the_organisation(
    karin: Somebody, programme: Programme, others: dict[str, Somebody]
) -> None:
    page = f"/organisations/{programme.organisation_id}/pooling/"
    assert karin.get(page).status_code == 200
    for who, one in others.items():
        assert one.get(page).status_code == 404, who
        assert one.post(page, name="Beroepsvereniging Zuid").status_code == 404, who
        assert one.post(f"{page}{uuid4()}/stopping/").status_code == 404, who


def test_enrolment_link_that_nobody_gave_is_nothing(programme: Programme) -> None:
    assert Browser().get(f"/enrol/{uuid4()}/").status_code == 404
    assert Browser().get(f"/enrol/{uuid4()}/form/").status_code == 404
    page = Browser().get(f"/enrol/{programme.enrolment_token}/")
    assert page.status_code == 200
