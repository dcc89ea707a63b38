"""A programme of Karin's whose circles are published: Noor, Imane, Joost, Wei, Bram's three and others sit in them."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from kring.core.evaluation.load import load_questionnaires
from kring.web.enrolment.models import Participant, Source
from kring.web.evaluation import mailing
from kring.web.evaluation.models import Evaluation, day_of
from kring.web.forming.models import Division, ProposedCircle, Seat
from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme, Stage
from tests.web.programmes.conftest import (  # noqa: F401 -- fixtures
    Somebody,
    a_programme,
    commits,
    karin,
    olga,
    organisation,
    pieter,
    somebody,
    wei,
)

HALFWAY, END = load_questionnaires()
NAMES = ("Noor", "Imane", "Joost", "Henk", "Saskia", "Ruud")


@pytest.fixture(autouse=True)
def no_mail_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that is about mail asks for the round itself."""
    monkeypatch.setattr(mailing, "send_soon", lambda: None)


@pytest.fixture
def programme(organisation: Organisation) -> Programme:  # noqa: F811 -- the fixture
    """It runs; nobody sits in a circle yet."""
    return a_programme(organisation, Stage.RUNNING)


@pytest.fixture
def sitting(programme: Programme) -> list[Somebody]:
    """Six people in one published circle, each with an account."""
    people = [somebody(name) for name in NAMES]
    sit(programme, *(enrol(programme, one.person.name, person=one.person) for one in people))
    return people


def enrol(programme: Programme, name: str, **other: Any) -> Participant:
    given = {"mail": f"{name.lower()}@example.org", "language": "en", "source": Source.TABLE, **other}
    return Participant.objects.create(
        programme=programme, key=name, name=name, enrolled_at=timezone.now(), **given
    )


def sit(programme: Programme, *participants: Participant, published: bool = True) -> ProposedCircle:
    """In one more circle of the division that counts."""
    division, _made = Division.objects.get_or_create(
        programme=programme,
        is_current=True,
        defaults={"seed": 1, "started_at": timezone.now(), "ended_at": timezone.now()},
    )
    circle = ProposedCircle.objects.create(
        division=division, number=division.circles.count() + 1, published=uuid4() if published else None
    )
    for one in participants:
        Seat.objects.create(division=division, circle=circle, participant=one)
    return circle


def path(programme: Programme, rest: str = "") -> str:
    return f"/programmes/{programme.pk}/evaluation/{rest}"


def mine(programme: Programme) -> str:
    return f"/programmes/{programme.pk}/mine/evaluation/"


def open_it(one: Somebody, programme: Programme, questionnaire: str = "halfway", days: int = 14) -> Any:
    until = day_of(timezone.now()) + timedelta(days=days)
    return one.post(path(programme), questionnaire=questionnaire, until=until.isoformat())


def opened(one: Somebody, programme: Programme, questionnaire: str = "halfway") -> Evaluation:
    assert open_it(one, programme, questionnaire).status_code == 302
    return Evaluation.objects.get(programme=programme, questionnaire=questionnaire)


def answer(one: Somebody, programme: Programme, value: int = 4, of: Any = HALFWAY, **other: Any) -> Any:
    return one.post(mine(programme), **(dict.fromkeys(of.ids, value) | other))


def close(one: Somebody, programme: Programme) -> Any:
    return one.post(path(programme, "closing/"))


def text_of(page: Any) -> str:
    """Without the breaks between words."""
    return " ".join(page.content.decode().split())
