"""An organisation: Karin organises for it, Pieter is client of a programme of hers. Olga organises for another one."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client as Browser
from django.utils import timezone

from kring.web.organisations.actions import found_organisation
from kring.web.organisations.models import Organisation
from kring.web.people.models import Person
from kring.web.programmes.models import Client, Programme, Proposal, Stage


@dataclass(frozen=True)
class Somebody:
    """Somebody with an account, and their browser, signed in. Made without screens: cheap."""

    person: Person
    browser: Browser

    def get(self, address: str) -> Any:
        return self.browser.get(address)

    def post(self, address: str, **fields: Any) -> Any:
        return self.browser.post(address, fields)


def somebody(name: str) -> Somebody:
    """With a confirmed address; roles that waited for it are theirs."""
    from kring.web.people.claims import take_what_waits

    mail = f"{name.lower()}@example.org"
    person = Person.objects.create(id=uuid4(), email=mail, name=name, language="en")
    EmailAddress.objects.create(user=person, email=mail, verified=True, primary=True)
    take_what_waits(person)
    browser = Browser(headers={"accept-language": "en"})
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return Somebody(person, browser)


@pytest.fixture
def commits(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for the end of a transaction is done at once: in a test that end never comes."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda do, **_how: do())


@pytest.fixture
def organisation(db: None) -> Organisation:
    """Karin is to organise for it."""
    return found_organisation("Zorggroep Noord", "karin@example.org", now=timezone.now())


@pytest.fixture
def karin(organisation: Organisation) -> Somebody:
    """Organises."""
    return somebody("Karin")


@pytest.fixture
def olga(db: None) -> Somebody:
    """Organises for another organisation."""
    found_organisation("Beroepsvereniging Zuid", "olga@example.org", now=timezone.now())
    return somebody("Olga")


@pytest.fixture
def wei(db: None) -> Somebody:
    """Has no role anywhere."""
    return somebody("Wei")


@pytest.fixture
def programme(organisation: Organisation) -> Programme:
    """Agreed by nobody yet; Pieter is its client."""
    return a_programme(organisation)


@pytest.fixture
def pieter(programme: Programme) -> Somebody:
    """Client of the programme."""
    return somebody("Pieter")


def a_programme(organisation: Organisation, stage: Stage = Stage.PROPOSED, name: str = "Winter") -> Programme:
    """With a first proposal and a client."""
    made = Programme.objects.create(
        organisation=organisation,
        name=name,
        template="guided-season",
        stage=stage,
        rhythm="monthly",
        weeks_between=4,
        minutes=120,
        meetings=6,
        guided=True,
        made_at=timezone.now(),
    )
    Client.objects.create(programme=made, mail="pieter@example.org", name="Pieter", named_at=timezone.now())
    Proposal.objects.create(
        programme=made, number=1, shape="Six meetings.", goals="To learn.", at=timezone.now()
    )
    return made
