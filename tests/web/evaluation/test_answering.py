"""Opening an evaluation, answering it once, and what is left of an answer."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import models
from django.utils import timezone

from kring.web.circles.reminding import forget_due
from kring.web.evaluation.actions import close_due
from kring.web.evaluation.mailing import write_to_asked
from kring.web.evaluation.models import Asked, Evaluation, Tally, day_of
from kring.web.evaluation.queries import figures_in
from kring.web.people.belongings import held_of
from kring.web.programmes.models import Programme
from tests.web.evaluation.conftest import (
    HALFWAY,
    answer,
    close,
    enrol,
    mine,
    open_it,
    opened,
    path,
    sit,
    text_of,
)
from tests.web.programmes.conftest import Somebody, somebody


def counted() -> dict[tuple[str, int], int]:
    rows = Tally.objects.exclude(count=0)
    return {(row.item, row.choice): row.count for row in rows}


def test_answers_are_added_up_and_nothing_joins_them_to_who_gave_them(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)

    assert answer(sitting[0], programme, 4, safe=1).headers["Location"] == mine(programme)
    assert answer(sitting[1], programme, 4, safe=0).status_code == 302

    assert counted() == {(id, 4): 2 for id in HALFWAY.ids[1:]} | {("safe", 1): 1, ("safe", 0): 1}
    assert {field.name for field in Asked._meta.get_fields()} == {
        "id", "evaluation", "participant", "answered", "told", "reminded",
    }  # fmt: skip
    times = (models.DateTimeField, models.DateField, models.TimeField)
    assert [
        field.name
        for model in (Asked, Tally)
        for field in model._meta.get_fields()
        if isinstance(field, times)
    ] == []


def test_one_answers_once(programme: Programme, karin: Somebody, sitting: list[Somebody]) -> None:
    opened(karin, programme)
    answer(sitting[0], programme, 5)
    before = counted()

    again = answer(sitting[0], programme, 1)

    assert (again.status_code, counted()) == (302, before)
    assert "Your answers are in" in text_of(sitting[0].get(mine(programme)))


@pytest.mark.parametrize("wrong", ["", "6", "-1", "4; DROP", "²"])
def test_what_isnt_answered_is_asked_for_and_the_rest_stands(
    programme: Programme, karin: Somebody, sitting: list[Somebody], wrong: str
) -> None:
    opened(karin, programme)

    page = answer(sitting[0], programme, 2, dates=wrong)

    assert (page.status_code, counted(), Asked.objects.filter(answered=True).exists()) == (422, {}, False)
    form = page.context["form"]
    assert [item.id for item in form.missing] == ["dates"]
    assert {one.item.id: one.chosen for _about, group in form.groups for one in group} == (
        dict.fromkeys(HALFWAY.ids, 2) | {"dates": None}
    )


def test_after_the_last_day_it_is_closed(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    evaluation = opened(karin, programme)
    for one in sitting[:5]:
        answer(one, programme)
    Evaluation.objects.update(until=day_of(timezone.now()) - timedelta(days=1))

    assert answer(sitting[5], programme).status_code == 302
    assert sum(count for (item, _), count in counted().items() if item == "safe") == 5
    assert "This evaluation is closed" in text_of(sitting[5].get(mine(programme)))

    forget_due(timezone.now())
    evaluation.refresh_from_db()
    assert figures_in(evaluation).answered == 5
    assert (Asked.objects.count(), Tally.objects.count()) == (0, 0)
    assert close_due(timezone.now()) == 0


def test_an_organiser_who_looks_finds_it_closed_after_its_last_day(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    Evaluation.objects.update(until=day_of(timezone.now()) - timedelta(days=1))

    karin.get(path(programme))

    assert Evaluation.objects.get().closed_at is not None


@pytest.mark.parametrize(("days", "status"), [(0, 422), (1, 302), (90, 302), (91, 422)])
def test_it_is_open_for_a_day_to_three_months(
    programme: Programme, karin: Somebody, sitting: list[Somebody], days: int, status: int
) -> None:
    assert open_it(karin, programme, days=days).status_code == status


def test_one_is_open_at_a_time_and_each_is_asked_once(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    assert open_it(karin, programme, "nothing").status_code == 422
    opened(karin, programme)
    assert open_it(karin, programme, "end").status_code == 422
    for one in sitting:
        answer(one, programme)
    close(karin, programme)

    assert open_it(karin, programme, "halfway").status_code == 422
    assert [one.id for one in karin.get(path(programme)).context["standing"].to_ask] == ["end"]
    assert open_it(karin, programme, "end").status_code == 302


def test_fewer_than_five_seated_people_arent_asked(programme: Programme, karin: Somebody) -> None:
    sit(programme, *(enrol(programme, name) for name in ("Noor", "Imane", "Joost", "Wei")))

    assert open_it(karin, programme).status_code == 422
    assert "once five people sit in a published circle" in text_of(karin.get(path(programme)))
    assert not Evaluation.objects.exists()


def test_everybody_is_written_to_once_and_reminded_once(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    open_it(karin, programme, days=7)
    now = timezone.now()
    mail.outbox.clear()

    assert write_to_asked(now) == 6
    assert all(mine(programme) in str(letter.body) for letter in mail.outbox)
    assert write_to_asked(now) == 0
    answer(sitting[0], programme)
    mail.outbox.clear()
    assert write_to_asked(now + timedelta(days=3)) == 0
    assert write_to_asked(now + timedelta(days=5)) == 5
    assert {letter.to[0] for letter in mail.outbox} == {one.person.email for one in sitting[1:]}
    assert write_to_asked(now + timedelta(days=5)) == 0


def test_who_gets_a_place_later_is_asked_as_well(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    write_to_asked(timezone.now())
    ank = somebody("Ank")
    sit(programme, enrol(programme, "Ank", person=ank.person))
    mail.outbox.clear()

    assert write_to_asked(timezone.now()) == 1
    assert [letter.to for letter in mail.outbox] == [["ank@example.org"]]
    assert answer(ank, programme).status_code == 302


def test_the_archive_says_that_somebody_answered_and_not_what(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    answer(sitting[0], programme)

    held = [held_of(one.person)["evaluation"] for one in sitting[:2]]

    asked = {"programme": "Winter", "evaluation": "halfway"}
    assert held == [[{**asked, "answered": True}], [{**asked, "answered": False}]]


def test_own_page_asks_and_then_doesnt_any_more(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    own = f"/programmes/{programme.pk}/mine/"
    assert "Fill in the evaluation" not in text_of(sitting[0].get(own))
    opened(karin, programme)
    assert "Fill in the evaluation" in text_of(sitting[0].get(own))

    answer(sitting[0], programme)

    assert "Fill in the evaluation" not in text_of(sitting[0].get(own))
    assert "Fill in the evaluation" in text_of(sitting[1].get(own))
