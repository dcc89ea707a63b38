"""An organisation with everything in it, and one of each role. Made once; what somebody does in it is rolled back."""

from typing import Any

from allauth.account.models import EmailAddress
from django.test import Client as Browser
from django.utils import timezone

from kring.web.enrolment.models import Named, Participant, Said, Source
from kring.web.organisations.actions import appoint, found_organisation
from kring.web.organisations.models import Organisation
from kring.web.people.claims import take_what_waits
from kring.web.people.models import Person
from kring.web.programmes.models import Client, Programme, Stage
from tests.web.access import seating
from tests.web.access.roles import (
    CALLED,
    CLIENT,
    FACILITATOR,
    FORMER_CLIENT,
    FORMER_ORGANISER,
    FORMER_PARTICIPANT,
    MEMBER,
    ORGANISER,
    OTHER_CLIENT,
    OTHER_FACILITATOR,
    OTHER_ORGANISER,
    POOLED,
    TAKES_PART,
    VISITOR,
)
from tests.web.access.table import file_of, rooms
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.programmes.conftest import a_programme

AVOIDED = "Margriet Tegenspel"  # whom Noor would rather not sit with: for forming alone


class World:
    """
    Everything that an address can be about, and who asks.

    Attributes:
        accounts, people, participants: By role.
        circle: That of Noor and Bram, as their browsers know it.
        at: What stands in addresses, by the word that stands there; a room adds its own in `furnish`.
    """

    circle: Members

    def __init__(self) -> None:
        self.now = timezone.now()
        self.accounts = {role: signed_up(role) for role in CALLED}
        self.people = {role: one.person for role, one in self.accounts.items()}
        self.browsers = {role: one.browser for role, one in self.accounts.items()} | {VISITOR: english()}
        self.participants: dict[str, Participant] = {}
        self.at: dict[str, Any] = {}
        self._organise()
        self._take_part()
        for role in self.people:
            take_what_waits(self.people[role])
        seating.sit_together(self)
        for room in rooms():
            furnish = getattr(file_of(room), "furnish", None)
            if furnish is not None:
                furnish(self)

    def _organise(self) -> None:
        noord = self.organisation = found_organisation("Zorggroep Noord", mail_of(ORGANISER), now=self.now)
        zuid = self.other_organisation = found_organisation(
            "Beroepsvereniging Zuid", mail_of(OTHER_ORGANISER), now=self.now
        )
        noord.pools_with.add(zuid)
        zuid.pools_with.add(noord)
        appoint(noord, mail_of(FORMER_ORGANISER), by=None, now=self.now).delete()
        self.programme = programme(noord, "Winter", Stage.RUNNING, CLIENT)
        self._client(self.programme, FORMER_CLIENT).delete()
        self.proposed = programme(noord, "Lente", Stage.PROPOSED, OTHER_CLIENT)
        self.enrolling = programme(noord, "Zomer", Stage.ENROLLING, OTHER_CLIENT, enrolment_open=True)
        self.elsewhere = programme(zuid, "Herfst", Stage.RUNNING, OTHER_CLIENT)
        self.at |= {
            "organisation": noord.pk,
            "other organisation": zuid.pk,
            "programme": self.programme.pk,
            "proposed programme": self.proposed.pk,
            "enrolling programme": self.enrolling.pk,
            "programme elsewhere": self.elsewhere.pk,
        }

    def _client(self, programme: Programme, role: str) -> Client:
        return Client.objects.create(programme=programme, mail=mail_of(role), named_at=self.now)

    def _take_part(self) -> None:
        leads = {FACILITATOR, OTHER_FACILITATOR}
        for role in sorted(TAKES_PART):
            self.participants[role] = self.take_in(
                self.programme, role, facilitates=role in leads, capacity=2 * (role in leads)
            )
        Named.objects.create(participant=self.participants[MEMBER], text=AVOIDED, said=Said.APART)
        self.participants[FORMER_PARTICIPANT] = self.take_in(
            self.programme, FORMER_PARTICIPANT, left_at=self.now
        )
        self.participants[POOLED] = self.take_in(self.elsewhere, POOLED, pooled_into=self.programme)

    def take_in(self, programme: Programme, role: str, **facts: Any) -> Participant:
        """Somebody takes part."""
        given = {"profession": "Zorg", "region": "Utrecht", "slots": ["tue-evening"], "source": Source.TABLE}
        return Participant.objects.create(
            programme=programme,
            key=mail_of(role),
            name=CALLED[role],
            mail=mail_of(role),
            person=self.people[role],
            enrolled_at=self.now,
            **{**given, **facts},
        )


def mail_of(role: str) -> str:
    """Theirs alone."""
    return f"{CALLED[role].lower().replace(' ', '.')}@example.org"


def english() -> Browser:
    """Nobody is signed in there."""
    return Browser(headers={"accept-language": "en", "host": "localhost"})


def signed_up(role: str) -> Account:
    """With a confirmed address, and signed in."""
    one = Account(CALLED[role], mail_of(role), browser=english())
    person = Person.objects.create(id=one.acct, email=one.email, name=one.name, language="en")
    EmailAddress.objects.create(user=person, email=one.email, verified=True, primary=True)
    one.browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return one


def programme(organisation: Organisation, name: str, stage: Stage, client: str, **other: Any) -> Programme:
    """Of an organisation, with one client."""
    made = a_programme(organisation, stage, name)
    made.clients.update(mail=mail_of(client), name="")
    Programme.objects.filter(pk=made.pk).update(**{"enrolment_open": False, **other})
    made.refresh_from_db()
    return made
