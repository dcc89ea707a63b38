"""Making a programme: in the language of its client, with days that make sense; ending it, and opening it again."""

import pytest

from kring.core.programmes.templates import load_templates
from kring.web.enrolment.models import Participant
from kring.web.organisations.models import Organisation, Trace
from kring.web.programmes.models import Programme, Stage
from tests.web.access.rows.programmes import NEW
from tests.web.programmes.conftest import Somebody, a_programme

TEMPLATE = load_templates()[0]


def new(organisation: Organisation) -> str:
    return f"/organisations/{organisation.pk}/programmes/new/{TEMPLATE.id}/"


def test_words_come_in_the_language_that_is_chosen_and_own_words_stay(
    karin: Somebody, organisation: Organisation
) -> None:
    written = {**NEW, "guided": "yes", "shape": TEMPLATE.words.shape.en, "goals": "My own goals."}

    page = karin.post(new(organisation), **written, language="nl", deed="words").content.decode()

    assert [TEMPLATE.words.shape.nl in page, "My own goals." in page, 'value="Zomer"' in page] == [True] * 3
    assert TEMPLATE.words.shape.en not in page
    assert not Programme.objects.exists()


def test_whoever_has_no_account_is_written_to_in_the_language_of_the_programme(
    karin: Somebody, organisation: Organisation
) -> None:
    karin.post(new(organisation), **NEW, guided="yes", language="en")
    programme = Programme.objects.get()
    programme.stage = Stage.ENROLLING
    programme.save()

    for name, languages in (("Noor", []), ("Bram", ["nl"])):
        told = {"name": name, "profession": "zorg", "mail": f"{name}@example.org", "languages": languages}
        karin.post(f"/programmes/{programme.pk}/people/new/", **told)

    assert dict(Participant.objects.values_list("name", "language")) == {"Noor": "en", "Bram": "nl"}


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        ("2027-03-01", "2027-02-01", "It would end before it begins"),
        ("2027-03-01", "2027-06-01", "the last one would be about 19 July 2027"),
        ("2207-03-01", "", "Look at the year once more"),
        ("morgen", "", "It looks like 2027-03-15"),
    ],
)
def test_days_that_cant_be_are_told(
    karin: Somebody, organisation: Organisation, begins: str, ends: str, sentence: str
) -> None:
    answer = karin.post(new(organisation), **NEW, guided="yes", begins_on=begins, ends_on=ends)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_begin_and_end_stand_in_the_proposal(karin: Somebody, organisation: Organisation) -> None:
    karin.post(new(organisation), **NEW, guided="yes", begins_on="2027-03-01", ends_on="2027-07-19")

    programme = Programme.objects.get()
    page = karin.get(f"/programmes/{programme.pk}/agreed/").content.decode()
    assert "from 1 March 2027 until 19 July 2027" in page


@pytest.mark.parametrize("stage", [Stage.ENROLLING, Stage.FORMING, Stage.RUNNING])
def test_ended_programme_goes_on_where_it_was(
    karin: Somebody, organisation: Organisation, stage: Stage
) -> None:
    programme = a_programme(organisation, stage)
    page = f"/programmes/{programme.pk}/"
    karin.post(f"{page}ending/")
    karin.post(f"{page}ending/")
    assert "Open it again" in karin.get(page).content.decode()

    karin.post(f"{page}opening/")
    karin.post(f"{page}opening/")

    programme.refresh_from_db()
    assert programme.stage == stage
    deeds = Trace.objects.filter(what__in=["ended-programme", "opened-programme-again"])
    assert list(deeds.order_by("pk").values_list("what", flat=True)) == [
        "ended-programme",
        "opened-programme-again",
    ]


def test_pages_below_people_are_marked_as_such(karin: Somebody, organisation: Organisation) -> None:
    programme = a_programme(organisation, Stage.ENROLLING)
    people = f"/programmes/{programme.pk}/people/"

    marks = {
        page: f'href="{people}" aria-current="{mark}"' in karin.get(page).content.decode()
        for page, mark in ((people, "page"), (f"{people}table/", "true"), (f"{people}new/", "true"))
    }

    assert all(marks.values()), marks
    assert karin.get(f"{people}table/").content.decode().count("aria-current") == 1


def test_agreements_with_others_are_found_from_the_organisation(
    karin: Somebody, organisation: Organisation
) -> None:
    page = karin.get(f"/organisations/{organisation.pk}/").content.decode()

    assert f'href="/organisations/{organisation.pk}/pooling/"' in page
