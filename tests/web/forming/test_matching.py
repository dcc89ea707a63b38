"""Facilitators matched anew, and two people who change places: what it does is told first, and then done."""

import pytest
from django.utils import timezone

from kring.web.circles.models import Chair
from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division, ProposedCircle
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import change, path, people, sits
from tests.web.programmes.conftest import Somebody


def told(one: Somebody, programme: Programme, asked: str) -> str:
    return str(one.get(path(programme, f"change/?{asked}")).content.decode())


def leaders(division: Division) -> dict[int, str | None]:
    return dict(division.circles.values_list("number", "facilitator__name"))


@pytest.fixture
def two_leaders(programme: Programme, division: Division) -> Participant:
    """Bram has time for one circle only; Saskia for one, and not for people who report to her."""
    Participant.objects.filter(name="Bram").update(capacity=1)
    [saskia] = people(programme, 1, name="Saskia", facilitates=True, capacity=1)
    seat = division.seats.filter(circle__number=1)[0]
    Participant.objects.filter(pk=seat.participant_id).update(manager=saskia)
    return saskia


def test_facilitators_are_matched_anew_and_it_can_be_undone(
    karin: Somebody, programme: Programme, division: Division, two_leaders: Participant
) -> None:
    page = told(karin, programme, "kind=match")
    before = leaders(division)

    change(karin, programme, kind="match")
    after = leaders(division)
    karin.post(path(programme, "change/undo/"))

    assert "Saskia leads circle 2." in page
    assert before == {1: "Bram", 2: "Bram"}
    assert after == {1: "Bram", 2: "Saskia"}
    assert leaders(division) == before


def test_locked_and_published_circles_keep_who_leads_them(
    karin: Somebody, programme: Programme, division: Division, two_leaders: Participant
) -> None:
    ProposedCircle.objects.filter(division=division, number=1).update(locked_at=timezone.now())
    karin.post(path(programme, "publishing/"))

    page = told(karin, programme, "kind=match")

    assert "Every circle is locked or published, and keeps who leads it." in page
    assert leaders(division) == {1: "Bram", 2: "Bram"}


def test_reasons_are_told_where_nobody_can_lead(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    bram = Participant.objects.get(name="Bram")
    Participant.objects.filter(pk=bram.pk).update(capacity=1)
    people(programme, 1, name="Saskia", facilitates=True, capacity=1, slots=["sun-morning"])
    seat = division.seats.filter(circle__number=2)[0]
    Participant.objects.filter(pk=seat.participant_id).update(manager=bram)

    page = told(karin, programme, "kind=match")
    change(karin, programme, kind="match")
    circle = karin.get(path(programme, "circles/2/")).content.decode()

    why = "1 because of a line of authority and 1 because of too few times in common"
    assert f"Circle 2: nobody can lead it ({why})." in page
    assert "Saskia leads no circle: none fits (2 because of too few times in common)." in page
    assert leaders(division) == {1: "Bram", 2: None}
    assert f"Nobody can: {why}." in circle


def test_who_rather_wouldnt_is_no_reason_that_is_told(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    bram = Participant.objects.get(name="Bram")
    Participant.objects.get(name="P003").not_with.add(bram)
    number = sits(division, Participant.objects.get(name="P003"))

    page = told(karin, programme, "kind=match")

    assert f"Circle {number}: nobody can lead it." in page
    assert "reason that only the forming knows" not in page


def test_two_people_change_places(karin: Somebody, programme: Programme, division: Division) -> None:
    one, other = Participant.objects.get(name="P000"), Participant.objects.get(name="P001")
    were = sits(division, one), sits(division, other)
    choice = karin.get(path(programme, f"people/{one.pk}/swap/?q=p001")).content.decode()
    asked = f"kind=swap&who={one.pk}&other={other.pk}"

    page = told(karin, programme, asked)
    answer = change(karin, programme, kind="swap", who=one.pk, other=other.pk)
    swapped = sits(division, one), sits(division, other)
    karin.post(path(programme, "change/undo/"))

    assert asked.replace("&", "&amp;") in choice
    assert f"P000 goes from circle {were[0]} to circle {were[1]}." in page
    assert f"P001 goes from circle {were[1]} to circle {were[0]}." in page
    assert (answer.status_code, swapped) == (302, were[::-1])
    assert (sits(division, one), sits(division, other)) == were


def test_swap_tells_of_a_rule_that_breaks(karin: Somebody, programme: Programme, division: Division) -> None:
    one, other = Participant.objects.get(name="P000"), Participant.objects.get(name="P001")
    stays = division.seats.filter(circle__number=sits(division, other) or 0).exclude(participant=other)[0]
    Participant.objects.filter(pk=one.pk).update(manager=stays.participant_id)

    page = told(karin, programme, f"kind=swap&who={one.pk}&other={other.pk}")
    choice = karin.get(path(programme, f"people/{one.pk}/swap/")).content.decode()

    assert "This breaks a rule:" in page
    assert "a line of authority (P000 and " in page or "and P000)" in page
    assert "breaks a rule" in choice


def test_swap_of_published_circles_takes_the_chairs_along(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    one, other = Participant.objects.get(name="P000"), Participant.objects.get(name="P001")
    karin.post(path(programme, "publishing/"))
    chairs = {who: Chair.objects.get(who=who).gathered_id for who in (one.pk, other.pk)}

    change(karin, programme, kind="swap", who=one.pk, other=other.pk)

    assert Chair.objects.get(who=one.pk).gathered_id == chairs[other.pk]
    assert Chair.objects.get(who=other.pk).gathered_id == chairs[one.pk]


def test_one_account_doesnt_get_two_chairs_in_one_circle(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    bram = Participant.objects.get(name="Bram")
    noor = division.seats.filter(circle__number=1)[0].participant
    Participant.objects.filter(pk__in=(bram.pk, noor.pk)).update(person=karin.person)

    answer = karin.post(path(programme, "publishing/"))

    assert answer.status_code == 409
    assert "Look whether they stand in the list twice." in answer.content.decode()
    assert not Chair.objects.exists()
