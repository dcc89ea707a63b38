"""Who gets in where: the organiser at hers, who sits in a circle at theirs, nobody else anywhere."""

import pytest
from django.test import Client as Browser
from django.utils import timezone

from kring.web.enrolment.actions.own import leave
from kring.web.evaluation.models import Asked, Evaluation, Tally
from kring.web.organisations.models import Organisation, Trace
from kring.web.programmes.models import Programme
from tests.web.evaluation.conftest import (
    answer,
    close,
    enrol,
    mine,
    open_it,
    opened,
    path,
    sit,
)
from tests.web.programmes.conftest import Somebody, a_programme, somebody


def test_organiser_gets_in_and_everybody_else_finds_nothing(
    programme: Programme, karin: Somebody, olga: Somebody, pieter: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    for one in sitting[:5]:
        answer(one, programme)
    close(karin, programme)
    outcome = path(programme, f"{Evaluation.objects.get().pk}/")
    before = Evaluation.objects.values().get()

    for one in (olga, pieter, sitting[0]):
        assert [one.get(path(programme)).status_code, one.get(outcome).status_code] == [404, 404]
        assert [open_it(one, programme, "end").status_code, close(one, programme).status_code] == [404, 404]
        assert one.post(outcome, advice="Mine").status_code == 404
    assert Browser().get(path(programme)).headers["Location"].startswith("/sign-in/")
    assert Evaluation.objects.values().get() == before

    assert [karin.get(path(programme)).status_code, karin.get(outcome).status_code] == [200, 200]
    assert set(Trace.objects.filter(programme=programme.pk, person=karin.person).values_list("what", flat=True)) == {
        "opened-evaluation", "closed-evaluation", "looked-at-evaluation", "looked-at-outcome",
    }  # fmt: skip


def test_only_who_sits_in_a_published_circle_answers(
    programme: Programme,
    karin: Somebody,
    olga: Somebody,
    pieter: Somebody,
    wei: Somebody,
    sitting: list[Somebody],
) -> None:
    leads, waits = somebody("Bram"), somebody("Ank")
    bram = enrol(programme, "Bram", person=leads.person, facilitates=True)
    circle = sit(programme, enrol(programme, "Ank", person=waits.person), published=False)
    circle.facilitator = bram
    circle.save()
    enrol(programme, "Wei", person=wei.person)
    opened(karin, programme)

    for one in (karin, olga, pieter, wei, leads, waits):
        assert [one.get(mine(programme)).status_code, answer(one, programme).status_code] == [404, 404]

    assert sitting[0].get(mine(programme)).status_code == 200
    assert not Tally.objects.exclude(count=0).exists()


def test_who_left_the_programme_finds_nothing(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    ruud = sitting[-1]
    assert Asked.objects.count() == 6

    leave(ruud.person, programme.pk, now=timezone.now())

    assert [ruud.get(mine(programme)).status_code, answer(ruud, programme).status_code] == [404, 404]
    assert Asked.objects.count() == 5


def test_who_was_lent_to_the_programme_answers_about_it(
    programme: Programme, karin: Somebody, olga: Somebody, sitting: list[Somebody]
) -> None:
    theirs = a_programme(Organisation.objects.get(name="Beroepsvereniging Zuid"), name="Zomer")
    guest = somebody("Ank")
    sit(programme, enrol(theirs, "Ank", person=guest.person, pooled_into=programme))
    opened(karin, programme)

    assert f'href="{mine(programme)}"' in guest.get(f"/programmes/{theirs.pk}/mine/").content.decode()
    assert answer(guest, programme).status_code == 302
    assert Asked.objects.get(participant__name="Ank").answered


def test_there_is_nothing_to_answer_before_anything_is_asked(
    programme: Programme, sitting: list[Somebody]
) -> None:
    assert sitting[0].get(mine(programme)).status_code == 404


@pytest.mark.parametrize("what", ["", "closing/"])
def test_an_organiser_who_left_finds_nothing(
    programme: Programme, karin: Somebody, sitting: list[Somebody], what: str
) -> None:
    opened(karin, programme)
    programme.organisation.organisers.all().delete()

    assert karin.browser.post(path(programme, what)).status_code == 404
    assert Evaluation.objects.get().closed_at is None
