"""People of two organisations in one forming, a season after another, and people who come late or leave."""

from typing import Any

import pytest
from django.utils import timezone

from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division, ProposedCircle
from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme, Stage
from tests.web.forming.conftest import change, formed, path, people, searched, sits
from tests.web.programmes.conftest import Somebody, a_programme, somebody

RULES = {"size_min": 4, "size_target": 6, "size_max": 8, "common_slots_min": 2, "common_slots_wanted": 3}


def everybody_in(division: Division) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for number, name in division.seats.values_list("circle__number", "participant__name"):
        found.setdefault(number, set()).add(name)
    return found


@pytest.fixture
def south(olga: Somebody, programme: Programme) -> Programme:
    """Of another organisation: three people lent, with a manager who isn't, and six who stay."""
    made = a_programme(Organisation.objects.get(name="Beroepsvereniging Zuid"), Stage.ENROLLING, "Zuid")
    [chief] = people(made, 1, name="Chef")
    for name in ("Femke", "Gijs", "Hanna"):
        [lent] = people(made, 1, name=name, team="Team Zeedijk", manager=chief, pooled_into=programme)
        Participant.objects.filter(pk=lent.pk).update(key=f"Z-77-{name}", wishes="Only for Olga")
    for name in ("Ida", "Jan", "Kees", "Lotte", "Mees"):
        people(made, 1, name=name, team="Team Zeedijk")
    return made


def test_nobody_sees_the_people_of_the_other_organisation(
    karin: Somebody, olga: Somebody, programme: Programme, south: Programme
) -> None:
    north_division, south_division = formed(programme), formed(south)
    lent = Participant.objects.get(name="Femke")
    pages = ["", "publishing/", "circles.csv", "report.html", f"people/{lent.pk}/", f"people/{lent.pk}/swap/"]
    pages += [f"circles/{number}/" for number in (1, 2, 3)]

    of_karin = "".join(karin.get(path(programme, page)).content.decode() for page in pages)
    of_olga = "".join(
        olga.get(path(south, page)).content.decode()
        for page in ("", "circles.csv", "report.html", "circles/1/")
    )

    assert {"Femke", "Gijs", "Hanna"} <= set.union(*everybody_in(north_division).values())
    assert everybody_in(south_division) == {1: {"Chef", "Ida", "Jan", "Kees", "Lotte", "Mees"}}
    theirs = ("Z-77", "Team Zeedijk", "Only for Olga", "Chef", "Ida", "femke@")
    assert [told for told in theirs if told in of_karin] == []
    assert [told for told in ("P00", "Femke", "Bram") if told in of_olga] == []
    assert "Team Zeedijk" in olga.get(path(south, "circles/1/")).content.decode()
    for page in pages:
        assert olga.get(path(programme, page)).status_code == 404
    assert olga.get(path(south, f"people/{lent.pk}/")).status_code == 404


def test_who_is_lent_after_forming_sits_in_one_programme(
    karin: Somebody, olga: Somebody, programme: Programme, south: Programme
) -> None:
    formed(south)
    Participant.objects.filter(name="Mees").update(pooled_into=programme)

    page = olga.get(path(south, "circles/1/")).content.decode()

    assert ("Lotte" in page, "Mees" in page) == (True, False)


@pytest.mark.parametrize("season", ["keep", "mix"])
def test_new_season_keeps_who_sat_together_or_mixes_them(
    karin: Somebody, programme: Programme, division: Division, season: str
) -> None:
    karin.post(path(programme, "publishing/"))
    before = everybody_in(division)
    again = a_programme(programme.organisation, Stage.ENROLLING, "Lente")
    Programme.objects.filter(pk=again.pk).update(follows=programme)
    again.refresh_from_db()
    people(again, 11)
    weights = {"seniority": 0, "diversity": 0, "goals": 0, "repeat": 4, "corresponding": ""}
    karin.post(path(again, "rules/"), **RULES, **weights, season=season)
    again.refresh_from_db()

    after = everybody_in(formed(again, by=searched))

    stayed = sorted(max(len(now & was) for was in before.values()) for now in after.values())
    assert stayed == ([5, 6] if season == "keep" else [3, 3])


def locked_beside(karin: Somebody, programme: Programme, division: Division) -> dict[str, Any]:
    """Circle 1 is locked; a third circle is open beside 2."""
    people(programme, 6)
    again = formed(programme)
    karin.post(path(programme, "circles/1/lock/"), locked="yes")
    return {"division": again, "locked": everybody_in(again)[1]}


def test_late_joiner_is_fitted_in_beside_what_is_locked(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    found = locked_beside(karin, programme, division)
    before = everybody_in(found["division"])
    [late] = people(programme, 1, name="Laat")

    change(karin, programme, kind="fit", who=late.pk)

    after = everybody_in(found["division"])
    assert after[1] == before[1]
    moved = {number for number in after if after[number] - {"Laat"} != before[number]}
    assert (sits(found["division"], late) in {2, 3}, moved) == (True, set())


def test_locked_circle_takes_nobody_in_even_where_it_alone_has_room(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    ProposedCircle.objects.filter(division=division).update(locked_at=timezone.now())
    [late] = people(programme, 1, name="Laat")

    page = karin.get(path(programme, f"change/?kind=fit&who={late.pk}")).content.decode()

    assert "There is no place in any circle" in page


def test_who_leaves_is_made_up_for_from_what_isnt_locked(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    found = locked_beside(karin, programme, division)
    again, before = found["division"], everybody_in(found["division"])
    going = list(again.seats.filter(circle__number=2).values_list("participant__name", flat=True))[:-3]
    for name in going:
        somebody(name).post(f"/programmes/{programme.pk}/mine/leaving/")

    change(karin, programme, kind="mend", circle=2)

    after = everybody_in(again)
    assert after[1] == found["locked"]
    assert len(after[2]) == 4
    assert len(after[3] & before[3]) == len(after[3]) == len(before[3]) - 1


def test_taking_somebody_out_upsets_nobody_where_enough_are_left(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    found = locked_beside(karin, programme, division)
    again, before = found["division"], everybody_in(found["division"])
    going = again.seats.filter(circle__number=2)[0].participant

    change(karin, programme, kind="take-out", who=going.pk)

    assert everybody_in(again) == {**before, 2: before[2] - {going.name}}
