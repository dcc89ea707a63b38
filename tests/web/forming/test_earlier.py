"""Going back to a division of before, as long as nothing is published."""

from typing import Any

from django.utils import timezone

from kring.web.enrolment.models import Participant
from kring.web.forming.mailing import tell_placed
from kring.web.forming.models import Division
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import formed, path, people, sits
from tests.web.programmes.conftest import Somebody, somebody


def go_back(one: Somebody, programme: Programme, division: Division) -> Any:
    return one.post(path(programme, f"earlier/{division.pk}/"))


def current(programme: Programme) -> Division:
    return Division.objects.current().get(programme=programme)


def test_earlier_division_counts_again_and_the_other_is_kept(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = Participant.objects.get(name="P003")
    later = formed(programme)
    page = karin.get(path(programme)).content.decode()

    answer = go_back(karin, programme, division)

    assert "2 circles, 1 without a circle, 310.0 points each" in page
    assert (answer.status_code, current(programme)) == (302, division)
    assert sits(current(programme), noor) is not None
    assert str(later.pk) in karin.get(path(programme)).content.decode()
    assert go_back(karin, programme, later).status_code == 302
    assert current(programme) == later


def test_who_left_is_gone_and_who_came_has_no_circle_in_it(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    formed(programme)
    Participant.objects.filter(name="P003").update(left_at=timezone.now())
    Participant.objects.filter(name="P004").update(facilitates=True)
    people(programme, 1, name="Laat")

    go_back(karin, programme, division)

    page = karin.get(path(programme)).content.decode()
    assert "2 circles, with 9 of 11 people" in page
    assert not division.seats.filter(participant__name__in=("P003", "P004")).exists()
    assert "Find a place for Laat" in page


def test_nothing_comes_back_once_circles_are_published(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    later = formed(programme)
    karin.post(path(programme, "publishing/"))

    answer = go_back(karin, programme, division)

    assert (answer.status_code, current(programme)) == (409, later)
    assert "Earlier divisions" not in karin.get(path(programme)).content.decode()


def test_who_was_written_to_hears_of_it_again(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    karin.post(path(programme, "publishing/"))
    before = tell_placed(timezone.now())
    later = formed(programme)
    for number in later.circles.values_list("number", flat=True):
        karin.post(path(programme, f"circles/{number}/publishing/"))

    go_back(karin, programme, division)
    karin.post(path(programme, "publishing/"))

    assert current(programme) == division
    assert (before, tell_placed(timezone.now())) == (13, 13)


def test_who_leaves_sits_in_no_earlier_division(programme: Programme, division: Division) -> None:
    formed(programme)
    noor = somebody("P003")

    noor.post(f"/programmes/{programme.pk}/mine/leaving/")

    assert not division.seats.filter(participant__person=noor.person).exists()
    assert division.seats.count() == 10


def test_the_last_few_are_kept(karin: Somebody, programme: Programme, division: Division) -> None:
    for _again in range(6):
        formed(programme)

    answer = go_back(karin, programme, division)

    assert answer.status_code == 409
    assert "kept any more" in answer.content.decode()
    assert programme.divisions.count() == 6


def test_division_of_another_programme_isnt_there(
    karin: Somebody, olga: Somebody, programme: Programme, division: Division
) -> None:
    from kring.web.organisations.models import Organisation
    from kring.web.programmes.models import Stage
    from tests.web.programmes.conftest import a_programme

    hers = a_programme(Organisation.objects.get(name="Beroepsvereniging Zuid"), Stage.ENROLLING)
    people(hers, 6, name="P")
    formed(hers)
    other = formed(hers)

    assert go_back(karin, programme, other).status_code == 409
    assert go_back(olga, programme, division).status_code == 404
    assert (current(programme), current(hers)) == (division, other)
