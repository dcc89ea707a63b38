"""Who doesn't want to sit with whom is for forming alone: no page of the organiser tells who said it, nor of how many."""

from collections.abc import Iterator

import pytest

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import formed, path, sits
from tests.web.programmes.conftest import Somebody


def pages(programme: Programme, division: Division) -> Iterator[str]:
    """Every page of forming, and every change that could be asked for."""
    yield from ("", "rules/", "publishing/", "circles.csv", "report.html", "run/progress/")
    for circle in division.circles.all():
        yield f"circles/{circle.number}/"
        yield f"change/?kind=mend&circle={circle.number}"
    leader = programme.participants.facilitators().get()
    for one in programme.participants.filter(name__in=("P000", "P001", "P002", "Ruud")):
        yield f"people/{one.pk}/"
        yield f"change/?kind=fit&who={one.pk}"
        yield f"change/?kind=take-out&who={one.pk}"
        for circle in division.circles.all():
            yield f"change/?kind=move&who={one.pk}&circle={circle.number}"
    for circle in division.circles.all():
        yield f"change/?kind=lead&who={leader.pk}&circle={circle.number}"


def everything(one: Somebody, programme: Programme, division: Division) -> dict[str, str]:
    return {page: one.get(path(programme, page)).content.decode() for page in pages(programme, division)}


@pytest.fixture
def pair(programme: Programme, division: Division) -> tuple[Participant, Participant]:
    """Two who sit apart."""
    one, other = (Participant.objects.get(name=name) for name in ("P000", "P001"))
    assert sits(division, one) != sits(division, other)
    return one, other


def test_nothing_depends_on_who_said_it(
    karin: Somebody, programme: Programme, division: Division, pair: tuple[Participant, Participant]
) -> None:
    one, other = pair
    one.not_with.add(other)
    first = everything(karin, programme, division)
    one.not_with.clear()
    other.not_with.add(one)
    second = everything(karin, programme, division)
    other.not_with.clear()
    neither = everything(karin, programme, division)

    assert first == second
    assert first != neither  # a move that brings them together says that it can't be
    told = [page for page, text in first.items() if text != neither[page]]
    assert all("kind=move" in page or page.startswith(("people/", "change/?kind=fit")) for page in told)


def test_reason_of_who_is_left_out_doesnt_count_it(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    ruud = Participant.objects.get(name="Ruud")
    before = karin.get(path(programme)).content.decode()
    for one in programme.participants.filter(name__in=("P001", "P002")):
        one.not_with.add(ruud)
    formed(programme)
    after = karin.get(path(programme)).content.decode()

    assert "In the same profession these fall out: 11 because of too few times in common." in before
    assert "In the same profession these fall out: 11 because of too few times in common." in after
