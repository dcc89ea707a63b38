"""The organiser's pages of forming."""

import csv
from io import StringIO

import pytest

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division
from kring.web.programmes.models import Programme, Stage
from tests.web.forming.conftest import change, formed, path, searched, sits
from tests.web.programmes.conftest import Somebody, a_programme


def test_before_forming_the_page_says_what_will_be_done(karin: Somebody, programme: Programme) -> None:
    page = karin.get(path(programme)).content.decode()

    assert "Form circles of 12 people" in page
    assert "4 to 8 people in a circle, rather 6." in page


def test_everybody_has_a_circle_or_a_reason(karin: Somebody, programme: Programme) -> None:
    formed(programme, by=searched)

    page = karin.get(path(programme)).content.decode()

    assert "2 circles, with 11 of 12 people" in page
    assert "1 person without a circle" in page
    assert "With Monday evening and Tuesday evening as well there is room in circle" in page
    assert "It can&#x27;t be better: that is proven" in page
    assert "Facilitator: Bram" in page


def test_rules_are_kept_as_words_and_weights(karin: Somebody, programme: Programme) -> None:
    told = {"size_min": 3, "size_target": 4, "size_max": 6, "common_slots_min": 1, "common_slots_wanted": 2}
    wishes = {"seniority": 4, "diversity": 0, "goals": 2, "repeat": 2, "season": "keep", "corresponding": ""}
    answer = karin.post(path(programme, "rules/"), **told, **wishes)

    programme.refresh_from_db()
    assert answer.status_code == 302
    assert programme.rules == {
        "size_min": 3,
        "size_target": 4,
        "size_max": 6,
        "common_slots_min": 1,
        "common_slots_wanted": 2,
        "weights": {"seniority": 500, "diversity": 0, "goals": 250, "repeat": 250, "size": 40, "slots": 10},
        "season": "keep",
    }
    assert '<option value="4" selected>heavily' in karin.get(path(programme, "rules/")).content.decode()


def test_a_profession_that_nobody_has_is_told(karin: Somebody, programme: Programme) -> None:
    told = {"size_min": 4, "size_target": 6, "size_max": 8, "common_slots_min": 2, "common_slots_wanted": 4}
    wishes = dict.fromkeys(("seniority", "diversity", "goals", "repeat"), 2)
    page = karin.post(
        path(programme, "rules/"), **told, **wishes, season="mix", corresponding="Zorg, bakker"
    ).content.decode()

    assert "Nobody here has this profession: bakker. Choose from: zorg." in page
    assert "Zorg, bakker</textarea>" in page


def test_looking_for_a_name_finds_its_circle(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    somebody = Participant.objects.get(name="P003")

    page = karin.get(path(programme, "?q=p003")).content.decode()

    assert page.count("<article") == 1
    assert f'data-circle="{sits(division, somebody)}"' in page


def test_looking_for_a_number_finds_that_circle(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    page = karin.get(path(programme, "?q=2")).content.decode()

    assert (page.count("<article"), 'data-circle="2"' in page) == (1, True)
    assert "No circle has the number “3”" in karin.get(path(programme, "?q=3")).content.decode()


def test_circles_leave_as_a_table(karin: Somebody, programme: Programme, division: Division) -> None:
    Participant.objects.filter(name="P001").update(name="=1+1")
    rows = list(csv.DictReader(StringIO(karin.get(path(programme, "circles.csv")).content.decode())))

    assert len(rows) == 12 + 2  # each circle has Bram, who leads both
    assert {row["role"] for row in rows} == {"participant", "facilitator"}
    assert [row["id"] for row in rows if not row["circle"]] == ["Ruud"]
    assert "'=1+1" in {row["name"] for row in rows}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            (
                "Binnen 3,0 % van het best mogelijke, bewezen voor 12 van de 12 mensen.",
                "<dt>Wat verschilt</dt>",
                "Begeleid door Bram",
                "Met maandagavond en dinsdagavond erbij is er plaats in kring 1.",
            ),
        ),
        (
            "en",
            (
                "Within 3.0 % of the best possible, proven for 12 of 12 people.",
                "<dt>What differs</dt>",
                "Led by Bram",
                "With Monday evening and Tuesday evening as well there is room in circle 1.",
            ),
        ),
    ],
)
def test_report_has_everybody_and_says_how_good_it_is(
    karin: Somebody, programme: Programme, division: Division, language: str, told: tuple[str, ...]
) -> None:
    karin.person.language = language
    karin.person.save()

    answer = karin.browser.get(path(programme, "report.html"), headers={"accept-language": language})

    page = answer.content.decode()
    assert [name for name in programme.participants.values_list("name", flat=True) if name not in page] == []
    assert [sentence for sentence in told if sentence not in page] == []
    assert "<dt>Ruud (Zorg)</dt>" in page
    assert ("<script" in page, "http" in page) == (False, False)
    assert answer["Content-Disposition"] == 'attachment; filename="report.html"'


def test_without_people_there_is_nothing_to_press(karin: Somebody, programme: Programme) -> None:
    empty = a_programme(programme.organisation, Stage.ENROLLING, name="Leeg")

    page = karin.get(path(empty)).content.decode()

    assert "First the people, then their circles" in page
    assert '<button class="button button--main' not in page


def test_formed_again_locked_circles_stay(karin: Somebody, programme: Programme, division: Division) -> None:
    number = sits(division, Participant.objects.get(name="P003")) or 0
    before = set(division.seats.filter(circle__number=number).values_list("participant__name", flat=True))
    karin.post(path(programme, f"circles/{number}/lock/"), locked="yes")

    again = formed(programme)

    after = set(again.seats.filter(circle__number=number).values_list("participant__name", flat=True))
    assert (after, again.seats.count(), Division.objects.count()) == (before, 11, 2)


def test_what_was_moved_by_hand_can_be_undone(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = Participant.objects.get(name="P003")
    here = sits(division, noor)
    there = 3 - (here or 0)

    assert change(karin, programme, kind="move", who=noor.pk, circle=there).status_code == 302
    moved = sits(division, noor)
    karin.post(path(programme, "change/undo/"))

    assert (moved, sits(division, noor)) == (there, here)
