"""A programme of Karin's that takes people, and what they tell."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kring.core.circles.tables import Form, write_table
from kring.web.enrolment.models import Participant, Source
from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme, Stage
from tests.browser.spreadsheets import HEADINGS
from tests.web.programmes.conftest import (  # noqa: F401 -- fixtures
    Somebody,
    a_programme,
    karin,
    olga,
    organisation,
    somebody,
    wei,
)


@pytest.fixture
def programme(organisation: Organisation) -> Programme:  # noqa: F811 -- the fixture
    """People come in."""
    made = a_programme(organisation, Stage.ENROLLING)
    made.enrolment_open = True
    made.save()
    return made


def path(programme: Programme, what: str = "") -> str:
    return f"/programmes/{programme.pk}/people/{what}"


def taken_in(programme: Programme, name: str, **facts: Any) -> Participant:
    """Somebody is in."""
    mail = f"{name.lower()}@example.org"
    given = {"key": mail, "mail": mail, "profession": "zorg", "source": Source.TABLE, **facts}
    return Participant.objects.create(programme=programme, name=name, enrolled_at=timezone.now(), **given)


def choose(
    one: Somebody, programme: Programme, rows: list[list[str]], headings: tuple[str, ...] = HEADINGS
) -> str:
    """Choose a file; returns the address of the page that it leads to."""
    content = write_table(headings, rows, Form.CSV)
    answer = one.post(path(programme, "table/"), table=SimpleUploadedFile("mensen.csv", content))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def take_in(one: Somebody, table: str, good: int, faulty: int = 0, emptied: int = 0) -> Any:
    return one.post(f"{table}in/", good=good, faulty=faulty, emptied=emptied)


TOLD = {"name": "Noor", "profession": "zorg", "online": "on", "slots": ["tue-evening", "mon-morning"]}
