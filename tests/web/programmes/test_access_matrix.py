"""Each role against each page and action: who isn't meant to get in finds nothing, and nothing changes."""

from importlib import import_module
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import get_resolver, reverse
from django.utils import timezone

from kring.web.enrolment.models import Participant, Source
from kring.web.organisations.actions import appoint, found_organisation
from kring.web.organisations.models import Organisation, Organiser, Trace
from kring.web.programmes.access import token_of
from kring.web.programmes.models import Answer, Client, Enquiry, Programme, Proposal, Voice
from tests.web.people.conftest import nobody_was_too_fast  # noqa: F401 -- fixture
from tests.web.programmes import access_rows
from tests.web.programmes.access_rows import ROOMS, Row
from tests.web.programmes.conftest import a_programme, somebody

ROWS = [row for rows in ROOMS.values() for row in rows]
KEPT = [Organisation, Organiser, Enquiry, Answer, Programme, Client, Proposal, Voice, Participant, Trace]


class World:
    """An organisation with everything in it, and one of each role."""

    def __init__(self) -> None:
        now = timezone.now()
        self.organisation = found_organisation("Zorggroep Noord", "karin@example.org", now=now)
        found_organisation("Beroepsvereniging Zuid", "olga@example.org", now=now)
        self.programme = a_programme(self.organisation)
        self.enquiry = Enquiry.objects.create(
            organisation=self.organisation,
            name="Pieter",
            mail="pieter@example.org",
            language="en",
            what_for="To learn.",
            asked_at=now,
        )
        people = {
            access_rows.ORGANISER: somebody("Karin"),
            access_rows.OTHER_ORGANISER: somebody("Olga"),
            access_rows.CLIENT: somebody("Pieter"),
            access_rows.STRANGER: somebody("Wei"),
            access_rows.PARTICIPANT: somebody("Imane"),
            access_rows.FORMER_ORGANISER: somebody("Ruud"),
            access_rows.FORMER_CLIENT: somebody("Saskia"),
        }
        appoint(self.organisation, "ruud@example.org", by=None, now=now).delete()
        Client.objects.create(programme=self.programme, mail="saskia@example.org", named_at=now).delete()
        self.organiser = appoint(self.organisation, "joost@example.org", by=None, now=now)
        self.client = Client.objects.create(
            programme=self.programme, mail="henk@example.org", name="Henk", named_at=now
        )
        Participant.objects.create(
            programme=self.programme,
            key="imane",
            name="Imane",
            mail="imane@example.org",
            person=people[access_rows.PARTICIPANT].person,
            profession="Nursing",
            source=Source.FORM,
            enrolled_at=now,
        )
        self.browsers = {role: one.browser for role, one in people.items()} | {access_rows.VISITOR: Browser()}
        self.at: dict[str, Any] = {
            "organisation": self.organisation.pk,
            "programme": self.programme.pk,
            "enquiry": self.enquiry.pk,
            "organiser": self.organiser.pk,
            "client": self.client.pk,
            "token": token_of(self.enquiry),
            "template": "guided-season",
        }

    def address(self, name: str) -> str:
        """With what this world has in it."""
        [(_path, named)] = get_resolver().reverse_dict.getlist(name)[0][0]
        return reverse(name, kwargs={part: self.at[part] for part in named})

    def ask(self, role: str, row: Row) -> str:
        """What somebody in this role hears."""
        browser, address = self.browsers[role], self.address(row.name)
        if row.post is None:
            answer = browser.get(address)
        else:
            mail = f"{role.replace(' ', '-')}@example.org"
            answer = browser.post(
                address, {name: text.replace("{role}@example.org", mail) for name, text in row.post.items()}
            )
        if answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/"):
            return "sign in"
        return str(answer.status_code)


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{row.name} {'looked at' if row.post is None else 'done'}" for row in ROWS]
)
def test_only_who_is_meant_gets_in(db: None, row: Row) -> None:
    world = World()
    if row.name == "begin-enrolment":
        world.programme.clients.all().delete()  # otherwise the client has to agree first
    kept = everything()
    outsiders = sorted(access_rows.EVERYBODY - row.roles)

    heard = {role: world.ask(role, row) for role in outsiders}
    left_alone = everything() == kept
    let_in = {role: world.ask(role, row) for role in sorted(row.roles)}

    assert heard == {role: "sign in" if role == access_rows.VISITOR else "404" for role in outsiders}
    assert left_alone
    assert let_in == dict.fromkeys(sorted(row.roles), str(row.answer))


@pytest.mark.parametrize("room", ROOMS)
def test_no_address_is_left_out(room: str) -> None:
    addresses = {pattern.name for pattern in import_module(room).urlpatterns}

    assert addresses == {row.name for row in ROOMS[room]}


@pytest.mark.parametrize("name", ["enquiry", "close-enquiry", "remove-enquiry", "dismiss-organiser"])
def test_an_organiser_reaches_nothing_of_another_organisation_by_her_own(db: None, name: str) -> None:
    """Olga puts an address together from the id of hers and one that isn't."""
    world = World()
    world.at["organisation"] = Organiser.objects.get(mail="olga@example.org").organisation_id
    kept = everything()

    answer = world.browsers[access_rows.OTHER_ORGANISER].post(world.address(name), {"text": "Mine now."})

    assert answer.status_code in {302, 404, 409}
    assert everything() == kept


def everything() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values()) for model in KEPT]
