"""With many people no page asks more of the database or of a phone than with few."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division
from kring.web.forming.queries.person import circles_of_mine
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import change, formed, path, people, sits
from tests.web.programmes.conftest import Somebody

LARGEST = 40_000  # bytes of a page


def asked(one: Somebody, programme: Programme, pages: list[str]) -> dict[str, tuple[int, bool]]:
    """How many questions each page asks the database, and whether it is too large."""
    found = {}
    for page in pages:
        one.get(path(programme, page))
        with CaptureQueriesContext(connection) as questions:
            answer = one.get(path(programme, page))
        assert answer.status_code == 200
        found[page] = (len(questions), len(answer.content) > LARGEST)
    return found


def pages_of(division: Division, noor: Participant) -> list[str]:
    here = sits(division, noor) or 0
    other = division.seats.exclude(circle__number=here).order_by("circle__number")[0].participant_id
    return [
        "",
        "?q=P0",
        f"circles/{here}/",
        f"people/{noor.pk}/",
        f"people/{noor.pk}/swap/",
        f"change/?kind=swap&who={noor.pk}&other={other}",
        "change/?kind=match",
        "publishing/",
    ]


def test_three_hundred_people_take_no_more_questions_than_twelve(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = Participant.objects.get(name="P003")
    few = asked(karin, programme, pages_of(division, noor))
    people(programme, 288)
    division = formed(programme)

    many = asked(karin, programme, pages_of(division, noor))

    assert list(many.values()) == list(few.values())
    page = karin.get(path(programme)).content.decode()
    assert page.count("<article") == 12
    assert "Page 1 of 5" in page


def test_ones_own_page_looks_at_few_other_circles(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = Participant.objects.get(name="P003")
    people(programme, 588)
    division = formed(programme)
    division.circles.filter(number=sits(division, noor) or 0).update(published=uuid4())

    with CaptureQueriesContext(connection) as questions:
        [mine] = circles_of_mine(noor, "en")

    assert len(questions) < 12
    assert len([one for one in questions if "forming_seat" in one["sql"]]) < 4
    assert any(sentence.startswith(("In 60", "You could have been in 60")) for sentence in mine.reasons)


def test_change_of_many_is_told_in_short(karin: Somebody, programme: Programme) -> None:
    people(programme, 288)
    formed(programme)
    people(programme, 1, name="Saskia", facilitates=True, capacity=60)

    page = karin.get(path(programme, "change/?kind=match")).content.decode()

    assert page.count("leads circle") == 40
    assert "changes in all." in page
    assert change(karin, programme, kind="match").status_code == 302
    assert not programme.divisions.get(is_current=True).circles.filter(facilitator=None).exists()
