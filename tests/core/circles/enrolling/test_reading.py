"""A row of a table becomes somebody, or says what to mend."""

import pytest
from hypothesis import given, strategies as st

from kring.core.circles.columns import HEADINGS, guess
from kring.core.circles.enrolling.entry import Fault, Mend
from kring.core.circles.enrolling.reading import FIELDS, Entries, Goal, lacking, read
from kring.core.circles.enrolling.slots import SLOTS, slots_of
from kring.core.circles.tables import Table
from kring.core.growth.naming import goal_called


def told(headings: str, *rows: str) -> Entries:
    names = tuple(headings.split(";"))
    cells = tuple(tuple(row.split(";")) for row in rows)
    return read(Table(names, cells, tuple(range(2, len(rows) + 2))), guess(names), goal_called)


@given(
    st.sampled_from(FIELDS).flatmap(
        lambda field: st.sampled_from(HEADINGS[field]).map(lambda name: (field, name))
    )
)
def test_every_heading_is_guessed_however_it_is_written(pair: tuple[str, str]) -> None:
    field, name = pair
    half = len(name) // 2

    for written in (name, name.upper(), f" {name[:half]}-{name[half:]} ", f"{name[:half]}_{name[half:]}:"):
        assert guess([written]) == {field: written}


def test_row_says_who_somebody_is() -> None:
    [noor] = told(
        "Voornaam;Tussenvoegsel;Achternaam;E-mail;Vakgebied;Jaren ervaring;Talen;Dagdelen;Leidinggevende",
        "Noor;de;Wit;Noor@Example.org;jeugdzorg;7;Nederlands, Engels;di avond | woensdagochtend;Saskia",
    ).entries

    assert (noor.key, noor.mail, noor.manager) == ("noor@example.org", "noor@example.org", "Saskia")
    assert noor.facts == {
        "name": "Noor de Wit",
        "mail": "noor@example.org",
        "profession": "jeugdzorg",
        "seniority": 7,
        "languages": ("nl", "en"),
        "slots": ("tue-evening", "wed-morning"),
    }


def test_each_fault_says_row_and_column() -> None:
    found = told(
        "Naam;Mail;Vak;Ervaring;Online;Dagdelen",
        "Noor;noor;zorg;;;",
        "Bram;bram@example.org;;;;",
        ";imane@example.org;zorg;;;",
        "Joost;joost@example.org;zorg;zeven;;",
        "Wei;wei@example.org;zorg;;misschien;",
        "Olga;olga@example.org;zorg;;;blauwdag",
        "Ruud;ruud@example.org;zorg;;;",
        "Rudi;ruud@example.org;zorg;;;",
    )

    assert [entry.row for entry in found.entries] == [8]
    assert found.faults == (
        Fault(2, "mail", Mend.NOT_AN_ADDRESS, "noor"),
        Fault(3, "profession", Mend.EMPTY),
        Fault(4, "name", Mend.EMPTY),
        Fault(5, "seniority", Mend.NOT_A_NUMBER, "zeven"),
        Fault(6, "online", Mend.NOT_YES_OR_NO, "misschien"),
        Fault(7, "slots", Mend.NOT_A_TIME, "blauwdag"),
        Fault(9, "mail", Mend.TWICE, "ruud@example.org", "8"),
    )


def test_table_without_what_forming_needs_is_told() -> None:
    assert lacking(guess(["Naam", "Team"])) == ("mail", "profession")
    assert lacking(guess(["Personeelsnummer", "Achternaam", "Functie", "Beroep"])) == ()


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("ma-avond", ("mon-evening",)),
        ("Tuesday evening", ("tue-evening",)),
        ("dinsdagmiddag", ("tue-afternoon",)),
        ("wed", ("wed-morning", "wed-afternoon", "wed-evening")),
        ("'s maandags", ()),
        ("mon-09", ("mon-morning",)),
        ("vrijdag 19", ("fri-evening",)),
        ("mon-29", ()),
        ("altijd", SLOTS),
    ],
)
def test_parts_of_the_week_are_read_as_people_write_them(text: str, slots: tuple[str, ...]) -> None:
    assert slots_of(text) == slots


@pytest.mark.parametrize(
    ("written", "goal"),
    [
        ("feedback", "feedback"),
        ("Feedback geven", "feedback"),
        ("Duidelijke feedback geven", "feedback"),
        ("giving clear feedback", "feedback"),
        ("omgaan met conflikt", "conflict"),
        ("Omgaan met veranderingen", "change"),
        ("werk-druk", "workload"),
        ("doorvraagen", "asking_on"),
        ("leren delegeren", None),
        ("feesten", None),
    ],
)
def test_learning_goal_is_recognised_as_people_write_it(written: str, goal: str | None) -> None:
    assert goal_called(written) == goal


def test_goals_are_told_as_they_were_written_and_taken() -> None:
    found = told(
        "Naam;Mail;Vak;Leerdoelen",
        "Noor;noor@example.org;zorg;Feedback geven, delegeren",
        "Bram;bram@example.org;zorg;feedback geven, doorvragen",
        "Wei;wei@example.org;zorg;feedback, feedback geven",
    )

    assert found.goals == (
        Goal("Feedback geven", "feedback", 3),
        Goal("delegeren", None, 1),
        Goal("doorvragen", "asking_on", 1),
        Goal("feedback", "feedback", 1),
    )
    assert [entry.facts["goals"] for entry in found.entries] == [
        ("feedback", "delegeren"),
        ("feedback", "asking_on"),
        ("feedback",),
    ]


def test_only_cells_of_columns_that_are_there_are_empty() -> None:
    [noor] = told("Naam;Mail;Vak;Team;Leidinggevende;Wensen", "Noor;noor@example.org;zorg;;;Rust").entries

    assert noor.empty == {"team", "manager"}
