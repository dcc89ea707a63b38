"""Who to be in the demo: an organiser, her client and a participant, and a programme of sixty that waits for its circles."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kring.client.account import Desk, sign_up

if TYPE_CHECKING:
    from kring.web.organisations.models import Organisation
    from kring.web.programmes.access import Leading

PASSPHRASE = "vier muren"  # noqa: S105 -- of people who are made up, and told to everybody
ORGANISATION, PROGRAMME = "Zorggroep De Vaart", "Intervisie voorjaar"
TEMPLATE = "guided-season"
PEOPLE = Path(__file__).with_name("demo_people.csv")
_CODE = re.compile(r"^Subject: ([A-Z0-9]{4}-[A-Z0-9]{4}) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody whom a visitor can be."""

    name: str
    what: str

    @property
    def mail(self) -> str:
        """What to sign in with."""
        return f"{self.name.lower()}@demo.example"


ORGANISER, CLIENT = Role("Karin", "organiser"), Role("Ineke", "client")
CAST = (ORGANISER, CLIENT, Role("Noor", "participant"))


async def seat(origin: str, data: Path) -> None:
    """Make their accounts as a browser would, on a server that runs. Roles come later, with `programme`."""
    for role in CAST:
        desk = Desk(origin, "nl")
        await sign_up(
            desk,
            name=role.name,
            mail=role.mail,
            passphrase=PASSPHRASE,
            code=lambda role=role: _code_for(role.mail, data),  # type: ignore[misc]  # mypy doesn't see the default
        )


def _code_for(mail: str, data: Path) -> str:
    letters = (letter.read_text() for letter in (data / "mail").iterdir())
    [code] = [code for letter in letters if f"To: {mail}" in letter for code in _CODE.findall(letter)]
    return str(code)


def programme(data: Path) -> None:
    """What the organiser did before: a proposal, the client's yes, and a table of sixty people taken in."""
    os.environ |= {"KRING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "kring.web.settings"}
    import django

    django.setup()
    from django.utils import timezone, translation

    from kring.web.organisations.actions import found_organisation

    now = timezone.now()
    with translation.override("nl"):
        leading = _agreed(found_organisation(ORGANISATION, ORGANISER.mail, now=now), now)
        _take_in(leading, now)


def is_there(data: Path) -> bool:
    """Whether an earlier demo left its people here."""
    return (data / "kring.sqlite3").exists()


def _agreed(organisation: Organisation, now: datetime) -> Leading:
    from kring.core.programmes.templates import template_of
    from kring.web.organisations.access import organisation_for
    from kring.web.people.models import Person
    from kring.web.programmes.access import programme_of_organiser
    from kring.web.programmes.actions.agreeing import speak
    from kring.web.programmes.actions.proposing import NewProgramme, Proposed, propose
    from kring.web.programmes.models import Side

    template = template_of(TEMPLATE)
    assert template is not None
    words = template.words
    karin, ineke = (Person.objects.get(email=role.mail) for role in (ORGANISER, CLIENT))
    made = propose(
        organisation_for(karin, organisation.pk),
        NewProgramme(
            template=template.id,
            name=PROGRAMME,
            field_of_work="zorg en welzijn",
            language="nl",
            begins_on=None,
            ends_on=None,
            rhythm=template.rhythm,
            weeks_between=template.weeks,
            minutes=template.minutes,
            meetings=template.meetings,
            guided=template.guided,
        ),
        Proposed(
            shape=words.shape.nl,
            dates="",
            goals=words.goals.nl,
            guidance=words.guidance.nl,
            price="",
            evaluation=words.evaluation.nl,
        ),
        client=(CLIENT.mail, CLIENT.name),
        enquiry=None,
        now=now,
        site="",
    )
    speak(ineke, made.proposals.get(), Side.CLIENT, agrees=True, amendment="", now=now)
    return programme_of_organiser(karin, made.pk)


def _take_in(leading: Leading, now: datetime) -> None:
    from kring.core.circles.tables import read_table
    from kring.web.enrolment.actions.tables import put_down, take_in
    from kring.web.enrolment.queries.known import Look

    in_hand = put_down(leading, PEOPLE.name, read_table(PEOPLE.read_bytes()), now=now)
    look = Look(in_hand).compare()
    assert look.plan is not None
    take_in(leading, in_hand, (look.plan.good, len(look.faulty_rows), look.plan.emptied), now=now)
