"""Changing circles by hand: what it costs is told first, and only what was told is done."""

from django.utils import timezone

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Change, Division
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import change, path, people, sits
from tests.web.programmes.conftest import Somebody


def ask(one: Somebody, programme: Programme, **asked: object) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return str(one.get(path(programme, f"change/?{query}")).content.decode())


def test_line_of_authority_is_told_before_it_is_made(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    somebody = Participant.objects.get(name="P003")
    there = 3 - (sits(division, somebody) or 0)
    above = division.seats.filter(circle__number=there).first()
    assert above is not None
    Participant.objects.filter(pk=somebody.pk).update(manager=above.participant)

    page = ask(karin, programme, kind="move", who=somebody.pk, circle=there)

    names = sorted(["P003", above.participant.name])
    assert "This breaks a rule:" in page
    assert any(f"a line of authority ({one} and {other})" in page for one, other in (names, names[::-1]))
    assert sits(division, somebody) != there


def test_what_has_changed_since_it_was_shown_isnt_done(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    somebody = Participant.objects.get(name="P003")
    here = sits(division, somebody)

    answer = karin.post(
        path(programme, f"change/?kind=move&who={somebody.pk}&circle={3 - (here or 0)}"), seal="x"
    )

    assert (answer.status_code, sits(division, somebody)) == (409, here)


def test_who_comes_late_is_fitted_in_without_others_moving(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    [late] = people(programme, 1, name="Laat")
    assert (
        "Came, or was taken out, after the circles were formed."
        in karin.get(path(programme)).content.decode()
    )

    page = ask(karin, programme, kind="fit", who=late.pk)
    change(karin, programme, kind="fit", who=late.pk)

    assert "Nobody else has to move." in page
    assert sits(division, late) in {1, 2}


def test_circle_that_became_too_small_is_mended(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    small = division.circles.get(number=1)
    going = small.seats.count() - 3
    for seat in small.seats.all()[:going]:
        Participant.objects.filter(pk=seat.participant_id).update(left_at=timezone.now())
    circle = karin.get(path(programme, "circles/1/")).content.decode()

    page = ask(karin, programme, kind="mend", circle=1)
    change(karin, programme, kind="mend", circle=1)

    assert "kind=mend" in circle
    assert "1 other person changes circle." in page
    assert division.seats.filter(circle=small, participant__left_at=None).count() == 4


def test_facilitator_is_replaced_with_the_same_checks(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    [other] = people(programme, 1, name="Saskia", facilitates=True, capacity=1)
    member = division.seats.filter(circle__number=1).first()
    assert member is not None
    Participant.objects.filter(pk=member.participant_id).update(manager=other)

    first = ask(karin, programme, kind="lead", who=other.pk, circle=1)
    change(karin, programme, kind="lead", who=other.pk, circle=2)
    busy = ask(karin, programme, kind="lead", who=other.pk, circle=1)

    assert "a line of authority" in first
    assert division.circles.get(number=2).facilitator == other
    assert "Saskia leads as many circles already as they have time for." in busy


def test_who_is_removed_is_gone_from_every_table(programme: Programme, division: Division) -> None:
    somebody = Participant.objects.get(name="P003")
    somebody.delete()

    assert division.seats.count() == 10


def test_each_page_names_only_people_and_circles_that_are_there(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    bram = Participant.objects.get(name="Bram")
    asked = [
        "kind=move&circle=1",
        "kind=lead&circle=9",
        f"kind=move&circle=1&who={bram.pk}",
        "kind=other",
        "who=x",
    ]

    assert {karin.get(path(programme, f"change/?{one}")).status_code for one in asked} == {404}
    assert karin.get(path(programme, "circles/9/")).status_code == 404
    assert not Change.objects.exists()
