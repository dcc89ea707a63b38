"""A programme of Karin's with people, and their circles, formed at once instead of in the background."""

from collections.abc import Callable
from io import BytesIO
from threading import Event
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.utils import timezone

from kring.web.enrolment.models import Participant, Source
from kring.web.forming.actions.forming import keep, task_of
from kring.web.forming.models import Division
from kring.web.forming.queries.seats import seated
from kring.web.forming.work import Done, Line, Task, divide
from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme, Stage
from tests.web.forming.arranging import arranged
from tests.web.programmes.conftest import (  # noqa: F401 -- fixtures
    Somebody,
    a_programme,
    commits,
    karin,
    olga,
    organisation,
    somebody,
    wei,
)

EVENINGS = ["mon-evening", "tue-evening", "wed-evening"]


@pytest.fixture
def programme(organisation: Organisation) -> Programme:  # noqa: F811 -- the fixture
    """Twelve social workers, of whom the last can't when the others can, and one who leads circles."""
    made = a_programme(organisation, Stage.ENROLLING)
    people(made, 11)
    people(made, 1, name="Ruud", slots=["sat-morning", "sun-morning"])
    people(made, 1, name="Bram", facilitates=True, capacity=3, organisation_name="Elders")
    return made


def people(programme: Programme, count: int, name: str = "P", **facts: Any) -> list[Participant]:
    """So many, with what they told."""
    before = programme.participants.filter(name__startswith=name).count()
    rows = []
    for number in range(before, before + count):
        called = f"{name}{number:03}" if name == "P" else name
        given = {
            "mail": f"{called.lower()}@example.org",
            "profession": "Zorg",
            "region": "Utrecht",
            "seniority": number % 9,
            "languages": ["nl"],
            "slots": EVENINGS,
            "goals": ["feedback"] if number % 2 else ["asking_on"],
            **facts,
        }
        rows.append(
            Participant(
                id=uuid4(),
                programme=programme,
                key=called,
                name=called,
                source=Source.TABLE,
                enrolled_at=timezone.now(),
                **given,
            )
        )
    return Participant.objects.bulk_create(rows)


def formed(programme: Programme, by: Callable[[Task], Done] = arranged) -> Division:
    """As pressing the button does, but at once, and by default without a search."""
    before = Division.objects.current().filter(programme=programme).first()
    locked = []
    if before:
        pairs = zip(before.circles.order_by("number"), seated(before).circles, strict=True)
        locked = [row.number for row, circle in pairs if circle.members and (row.locked_at or row.published)]
    division = Division.objects.create(
        programme=programme,
        seed=before.seed + 1 if before else 1,
        rules=programme.rules,
        locked=locked,
        started_at=timezone.now(),
    )
    keep(division.pk, by(task_of(division)), now=timezone.now())
    return Division.objects.get(pk=division.pk)


def searched(task: Task) -> Done:
    """As forming really does it, which takes seconds."""
    said = BytesIO()
    divide(task, stop=Event(), tell=said)
    outcome: Line = msgspec.json.decode(said.getvalue().splitlines()[-1], type=Line)
    assert isinstance(outcome, Done)
    return outcome


@pytest.fixture
def division(programme: Programme) -> Division:
    """Formed."""
    return formed(programme)


def path(programme: Programme, what: str = "") -> str:
    return f"/programmes/{programme.pk}/forming/{what}"


def sits(division: Division, participant: Participant) -> int | None:
    """The number of somebody's circle."""
    seat = division.seats.filter(participant=participant).select_related("circle").first()
    return seat.circle.number if seat else None


def proposed_seal(page: Any) -> str:
    """By which the page asks for a yes."""
    text = page.content.decode()
    start = text.index('name="seal" value="') + len('name="seal" value="')
    return str(text[start : text.index('"', start)])


def change(one: Somebody, programme: Programme, **asked: Any) -> Any:
    """Look, and then say yes."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    address = path(programme, f"change/?{query}")
    return one.post(address, seal=proposed_seal(one.get(address)))
