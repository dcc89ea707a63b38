"""
What somebody outside a circle has done before a journey begins, by the very deeds of the site.

It runs in a process of its own, with the settings of the site: `python -m tests.browser.outside DEED` takes names and
addresses on its standard input, and prints the id of what it made.
"""

import json
import os
import subprocess
import sys
from typing import Any
from uuid import UUID, uuid4

from tests.browser.fellows import Fellow
from tests.browser.site import Site

PROGRAMME = UUID("7e1a2c7a-58ab-4d35-9c7b-5a8a1c0f7d11")
REASONS = {
    "nl": ["Jullie begeleiden allemaal gezinnen.", "Dinsdagavond kunnen jullie allemaal."],
    "en": ["You all work with families.", "You can all meet on Tuesday evenings."],
}


def put_together(
    site: Site,
    name: str,
    fellows: list[Fellow],
    facilitator: Fellow | None = None,
    programme: str = str(PROGRAMME),
) -> str:
    """A circle of these; none of them knows of it yet. Returns its id."""
    people = [
        {"name": one.name, "mail": one.email, "acct": one.acct, "facilitates": one is facilitator}
        for one in fellows
    ]
    return done_outside(site, "circle", {"name": name, "people": people, "programme": programme})


def programme_of(site: Site, organiser: Fellow, participants: list[Fellow]) -> str:
    """A programme that runs, with people in it. Returns its id."""
    people = [{"name": one.name, "mail": one.email, "acct": one.acct} for one in participants]
    return done_outside(site, "programme", {"organiser": organiser.email, "people": people})


def all_sit_together(site: Site, programme: str, others: list[str], client: Fellow) -> None:
    """Everybody of a programme sits in one published circle, others without a screen among them; it has a proposal and a client."""
    told = {"programme": programme, "others": others, "client": client.email, "acct": client.acct}
    done_outside(site, "seats", told)


def others_answer(site: Site, programme: str, but: Fellow) -> None:
    """Everybody who sits in a circle fills in the evaluation, except for one."""
    done_outside(site, "answers", {"programme": programme, "but": but.acct})


def done_outside(site: Site, deed: str, told: dict[str, Any]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.outside", deed],
        input=json.dumps(told),
        env={**os.environ, "KRING_DATA": str(site.data), "DJANGO_SETTINGS_MODULE": "kring.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# in the process of its own -------------------------------------------------------------------------


def make_circle(told: dict[str, Any]) -> UUID:
    from django.utils import timezone

    from kring.web.circles.actions.gathering import Sitter, put_together
    from kring.web.circles.actions.starting import Agreed
    from kring.web.circles.models import Role
    from kring.web.people.models import Person

    agreed = Agreed(
        name=told["name"],
        field_of_work="gezinsbegeleiding",
        rhythm="monthly",
        weeks_between=4,
        minutes=120,
        place="",
        zone="Europe/Amsterdam",
        guided=True,
        agreed_until=None,
    )
    sitters = [
        Sitter(
            who=uuid4(),
            name=one["name"],
            person=Person.objects.filter(pk=one["acct"]).first(),
            mail=one["mail"],
            role=Role.FACILITATOR if one["facilitates"] else Role.MEMBER,
        )
        for one in told["people"]
    ]
    programme = UUID(told["programme"])
    now = timezone.now()
    made: UUID = put_together(programme, "Wintereditie 2026", agreed, sitters, reasons=REASONS, now=now).pk
    return made


def make_programme(told: dict[str, Any]) -> UUID:
    from django.utils import timezone

    from kring.web.enrolment.models import Participant, Source
    from kring.web.organisations.actions import found_organisation
    from kring.web.programmes.models import Programme, Stage

    now = timezone.now()
    organisation = found_organisation("Zorggroep Noord", told["organiser"], now=now)
    programme = Programme.objects.create(
        organisation=organisation,
        name="Wintereditie 2026",
        template="guided-season",
        stage=Stage.RUNNING,
        rhythm="monthly",
        weeks_between=4,
        minutes=120,
        meetings=6,
        guided=True,
        made_at=now,
    )
    for one in told["people"]:
        Participant.objects.create(
            programme=programme,
            key=one["mail"],
            name=one["name"],
            mail=one["mail"],
            person_id=one["acct"],
            source=Source.TABLE,
            enrolled_at=now,
        )
    made: UUID = programme.pk
    return made


def make_seats(told: dict[str, Any]) -> UUID:
    from django.utils import timezone

    from kring.web.enrolment.models import Participant, Source
    from kring.web.forming.models import Division, ProposedCircle, Seat
    from kring.web.people.models import Person
    from kring.web.programmes.models import Client, Programme, Proposal

    programme, now = Programme.objects.get(pk=told["programme"]), timezone.now()
    Proposal.objects.create(programme=programme, number=1, shape="Six meetings.", goals="To learn.", at=now)
    Client.objects.create(
        programme=programme, mail=told["client"], name="Pieter", person_id=told["acct"], named_at=now
    )
    for name in told["others"]:
        mail = f"{name.lower()}@example.org"
        person = Person.objects.create(id=uuid4(), email=mail, name=name, language="en")
        Participant.objects.create(
            programme=programme,
            key=mail,
            name=name,
            mail=mail,
            person=person,
            source=Source.TABLE,
            enrolled_at=now,
        )
    division = Division.objects.create(
        programme=programme, seed=1, started_at=now, ended_at=now, is_current=True
    )
    circle = ProposedCircle.objects.create(division=division, number=1, published=uuid4())
    for participant in programme.participants.all():
        Seat.objects.create(division=division, circle=circle, participant=participant)
    made: UUID = programme.pk
    return made


def give_answers(told: dict[str, Any]) -> UUID:
    from django.utils import timezone

    from kring.core.evaluation.load import questionnaire_of
    from kring.web.evaluation.actions import answer
    from kring.web.evaluation.models import Evaluation
    from kring.web.people.models import Person

    evaluation = Evaluation.objects.get(programme=told["programme"])
    asked = questionnaire_of(evaluation.questionnaire)
    assert asked is not None
    sheet = dict.fromkeys(asked.ids, 4) | {"load": 0}
    people = Person.objects.filter(participations__programme=told["programme"]).exclude(pk=told["but"])
    for person in people:
        answer(person, evaluation.programme_id, sheet, now=timezone.now())
    made: UUID = evaluation.pk
    return made


if __name__ == "__main__":
    import django

    django.setup()
    deeds = {"circle": make_circle, "programme": make_programme, "seats": make_seats, "answers": give_answers}
    made = deeds[sys.argv[1]](json.load(sys.stdin))
    sys.stdout.write(f"{made}\n")
