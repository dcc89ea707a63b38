"""Each page and action of forming against each role: the organiser of the programme alone gets in."""

from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Change, Division, ProposedCircle, Seat
from kring.web.forming.urls import pages
from kring.web.organisations.models import Organiser
from kring.web.programmes.models import Client, Programme
from tests.web.forming.conftest import formed
from tests.web.people.conftest import nobody_was_too_fast  # noqa: F401 -- fixture
from tests.web.programmes.conftest import Somebody, somebody

KEPT = (Division, ProposedCircle, Seat, Change, Programme)


def everything() -> list[object]:
    return [list(table.objects.order_by("pk").values()) for table in KEPT]


@pytest.fixture
def outsiders(programme: Programme, karin: Somebody, olga: Somebody, wei: Somebody) -> dict[str, Browser]:
    """Organiser of another organisation, stranger, participant, facilitator, client, and one who organised until now."""
    ruud = somebody("Saskia")
    role = Organiser.objects.create(
        organisation=programme.organisation,
        mail="saskia@example.org",
        person=ruud.person,
        named_at=programme.made_at,
    )
    role.delete()
    client = Client.objects.get(programme=programme)
    pieter = somebody("Pieter")
    assert Client.objects.get(pk=client.pk).person == pieter.person
    return {
        "organiser of another": olga.browser,
        "stranger": wei.browser,
        "participant": somebody("P003").browser,
        "facilitator": somebody("Bram").browser,
        "client": pieter.browser,
        "former organiser": ruud.browser,
    }


def test_only_the_organiser_gets_in(
    karin: Somebody, programme: Programme, division: Division, outsiders: dict[str, Browser]
) -> None:
    noor = Participant.objects.get(name="P003")
    formed(programme)
    at = {"programme": programme.pk, "participant": noor.pk, "number": 1, "division": division.pk}
    kept = everything()

    for page in pages:
        asked = f"?kind=move&who={noor.pk}&circle=2" if page.name == "forming-change" else ""
        named = [name for name in at if name == "programme" or f":{name}>" in str(page.pattern)]
        address = reverse(page.name or "", kwargs={name: at[name] for name in named}) + asked
        heard = {
            who: (browser.get(address, follow=True).status_code, browser.post(address).status_code)
            for who, browser in outsiders.items()
        }

        assert set(heard.values()) <= {(404, 404), (404, 405)}, page.name
        assert Browser().get(address).status_code in {302, 405}
        assert karin.browser.get(address, follow=True).status_code == 200
    assert everything() == kept


def test_somebody_of_another_programme_isnt_there(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    assert karin.get(reverse("forming-person", args=[programme.pk, uuid4()])).status_code == 404
