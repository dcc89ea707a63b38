"""A table of people: looked at first, taken in whole or not at all."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from kring.core.circles.tables import Form, read_table, write_table
from kring.web.enrolment.actions.tables import forget_tables
from kring.web.enrolment.models import Named, Participant, Said, TableInHand
from kring.web.organisations.models import Trace
from kring.web.programmes.models import Programme
from tests.browser.spreadsheets import FAULTS, HEADINGS, rows
from tests.web.enrolment.conftest import choose, path, take_in, taken_in
from tests.web.programmes.conftest import Somebody, somebody


def test_sixty_with_seven_faults_come_in_as_fifty_three(karin: Somebody, programme: Programme) -> None:
    table = choose(karin, programme, rows())

    page = karin.get(table).content.decode()
    assert "53 rows are good, 7 have something to mend" in page
    for row, column, _value in FAULTS:
        assert f"Row {row}</strong><span>column “{column}”:" in page
    assert not Participant.objects.exists()

    answer = take_in(karin, table, 53, 7)

    assert answer.headers["Location"] == path(programme, "?taken=53")
    assert Participant.objects.count() == 53
    noor = Participant.objects.get(key="1000")
    assert (noor.name, noor.mail, noor.profession) == (
        "Noor de Wit",
        "p00@example.org",
        "maatschappelijk werk",
    )
    assert noor.manager is not None
    assert (noor.manager.key, noor.manager.facilitates, noor.manager.capacity) == ("1009", True, 2)
    assert not TableInHand.objects.exists()
    trace = Trace.objects.get(what="took-in-table")
    assert trace.about == {"new": 53, "changed": 0, "same": 0, "left_out": 7}


def test_same_table_again_doubles_nobody(karin: Somebody, programme: Programme) -> None:
    take_in(karin, choose(karin, programme, rows()), 53, 7)
    mended = rows(faults=())
    mended[0][HEADINGS.index("Team")] = "Team Zuid"

    page = karin.get(table := choose(karin, programme, mended)).content.decode()

    counts = [
        f"<dt>{name}</dt><dd>{number}</dd>" for name, number in (("New", 7), ("Changed", 1), ("The same", 52))
    ]
    assert [count in page for count in counts] == [True, True, True]
    take_in(karin, table, 60)
    assert Participant.objects.count() == 60
    assert Participant.objects.get(key="1000").team == "Team Zuid"


def test_an_empty_cell_empties_and_a_column_left_out_doesnt(karin: Somebody, programme: Programme) -> None:
    saskia = taken_in(programme, "Saskia")
    taken_in(programme, "Noor", slots=["mon-morning"], wishes="Rust", team="Noord", manager=saskia)
    headings = ("Naam", "Mail", "Vak", "Dagdelen", "Team", "Leidinggevende")
    table = choose(karin, programme, [["Noor", "noor@example.org", "zorg", "", "", ""]], headings)

    page = karin.get(table).content.decode()
    unseen = take_in(karin, table, 1)

    assert "3 empty cells empty what we knew" in page
    assert "<strong>Row 2</strong><span>Noor: Team, Available, Reports to</span>" in page
    assert (unseen.status_code, Participant.objects.get(name="Noor").team) == (422, "Noord")
    take_in(karin, table, 1, emptied=3)
    noor = Participant.objects.get(name="Noor")
    assert (noor.slots, noor.team, noor.manager, noor.wishes) == ([], "", None, "Rust")


def test_an_empty_cell_leaves_what_people_told_themselves(karin: Somebody, programme: Programme) -> None:
    saskia = taken_in(programme, "Saskia")
    noor = taken_in(programme, "Noor", slots=["mon-morning"], told_at=timezone.now())
    bram = taken_in(programme, "Bram", manager=saskia)
    Named.objects.create(participant=saskia, text="Bram", said=Said.REPORTS, other=bram)
    headings = ("Naam", "Mail", "Vak", "Dagdelen", "Leidinggevende")
    rows = [[name, f"{name.lower()}@example.org", "zorg", "", ""] for name in ("Noor", "Bram")]

    table = choose(karin, programme, rows, headings)
    assert "Of 2 people something stays" in karin.get(table).content.decode()
    take_in(karin, table, 2)

    noor.refresh_from_db()
    bram.refresh_from_db()
    assert (noor.slots, bram.manager) == (["mon-morning"], saskia)


def test_learning_goals_are_taken_for_those_of_the_form(karin: Somebody, programme: Programme) -> None:
    headings = ("Naam", "Mail", "Vak", "Leerdoelen")
    rows = [["Noor", "noor@example.org", "zorg", "Feedback geven, delegeren"]]
    table = choose(karin, programme, rows, headings)

    page = karin.get(table).content.decode()
    take_in(karin, table, 1)

    assert "<strong>“Feedback geven”</strong><span>giving clear feedback · 1 person</span>" in page
    assert "<strong>“delegeren”</strong><span>1 person</span>" in page
    noor = Participant.objects.get()
    assert noor.goals == ["feedback", "delegeren"]
    form = karin.get(path(programme, f"{noor.pk}/")).content.decode()
    assert 'value="feedback" checked' in form
    assert 'value="delegeren"' in form


def test_nothing_comes_in_when_the_list_changed_meanwhile(karin: Somebody, programme: Programme) -> None:
    table = choose(karin, programme, rows())
    taken_in(programme, "Anders", key="1001", mail="anders@example.org")
    taken_in(programme, "P02", key="9", mail="p01@example.org")

    answer = take_in(karin, table, 53, 7)

    assert answer.status_code == 422
    assert "nothing was taken in" in answer.content.decode()
    assert Participant.objects.count() == 2


def test_columns_are_corrected(karin: Somebody, programme: Programme) -> None:
    table = choose(karin, programme, [["Noor", "noor@example.org", "zorg"]], ("Wie", "Waar", "Wat"))
    assert (
        "We don't see yet which column holds: Name, E-mail address, Profession"
        in karin.get(table).content.decode()
    )

    twice = karin.post(table, **{"column-0": "name", "column-1": "name"})
    assert twice.status_code == 422
    karin.post(table, **{"column-0": "name", "column-1": "mail", "column-2": "profession"})

    assert "The one row is good" in karin.get(table).content.decode()


@pytest.mark.parametrize("form", list(Form))
def test_faulty_rows_come_back_with_what_is_wrong(karin: Somebody, programme: Programme, form: Form) -> None:
    content = write_table(HEADINGS, [*rows(), ["=1+1", *rows()[0][1:2], "geen adres", *rows()[0][3:]]], form)
    chosen = karin.post(path(programme, "table/"), table=SimpleUploadedFile("x", content))

    answer = karin.get(f"{chosen.headers['Location']}faulty/")

    table = read_table(answer.content)
    assert table.headings == (*HEADINGS, "What is wrong")
    assert len(table.rows) == 8
    assert (
        table.rows[0][-1]
        == "column “E-mail”: “fleur.apenstaart.nl” isn't an e-mail address. It looks like name@example.org."
    )
    if form is Form.XLSX:
        assert load_workbook(io.BytesIO(answer.content)).worksheets[0]["A9"].value == "'=1+1"
    else:
        assert b"\n'=1+1;" in answer.content


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_template_can_be_taken_in_as_it_is(karin: Somebody, programme: Programme, form: str) -> None:
    template = karin.get(path(programme, f"table/people.{form}"))

    chosen = karin.post(path(programme, "table/"), table=SimpleUploadedFile("x", template.content))

    assert "The one row is good" in karin.get(chosen.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The first row should hold headings"),
        (b"\0" * 50, "isn&#x27;t a table we can read"),
        (b"x" * (8 * 1024 * 1024 + 1), "8 MB at most"),
        (b"x" * (9 * 1024 * 1024 + 1), "8 MB at most"),
        (b"Naam;Vak\n" + b"Noor;zorg\n" * 20_001, "more than 20,000 rows"),
    ],
)
def test_what_cant_be_read_is_said_clearly(
    karin: Somebody, programme: Programme, content: bytes, sentence: str
) -> None:
    answer = karin.post(path(programme, "table/"), table=SimpleUploadedFile("x.csv", content))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_table_is_forgotten_after_an_hour_and_is_one_organisers(
    karin: Somebody, programme: Programme
) -> None:
    table = choose(karin, programme, rows())
    other = somebody("Hanna")
    programme.organisation.organisers.create(
        mail="hanna@example.org", person=other.person, named_at=timezone.now()
    )

    assert other.get(table).headers["Location"] == path(programme, "table/?gone=yes")
    TableInHand.objects.update(put_at=timezone.now() - timedelta(hours=1, seconds=1))
    assert karin.get(table).headers["Location"] == path(programme, "table/?gone=yes")
    forget_tables(timezone.now())
    assert not TableInHand.objects.exists()


def test_somebody_with_an_account_finds_their_part(karin: Somebody, programme: Programme) -> None:
    wei = somebody("Wei")

    take_in(karin, choose(karin, programme, [["Wei", "WEI@example.org", "zorg"]], ("Naam", "Mail", "Vak")), 1)

    assert wei.get(f"/programmes/{programme.pk}/mine/").status_code == 200


def test_two_thousand_people_cost_a_bounded_number_of_queries(
    karin: Somebody, programme: Programme, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    headings = ("Naam", "Mail", "Vak", "Team", "Leidinggevende")
    people = [[f"P{n}", f"p{n}@example.org", "zorg", "Noord", f"P{n // 10 * 10}"] for n in range(2_000)]
    for person in people[::10]:
        person[-1] = ""
    table = choose(karin, programme, people, headings)

    with django_assert_max_num_queries(20):
        assert len(karin.get(table).content) < 60_000
    with django_assert_max_num_queries(120):
        take_in(karin, table, 2_000)
    with django_assert_max_num_queries(20):
        page = karin.get(path(programme, "?page=3&search=p1")).content.decode()

    assert (page.count("people-list__item"), "Page 3 of 23" in page) == (50, True)
    assert Participant.objects.exclude(manager=None).count() == 1_800
    again = choose(karin, programme, [[*person[:3], "Zuid", person[4]] for person in people], headings)
    with django_assert_max_num_queries(60):
        take_in(karin, again, 2_000)
    assert Participant.objects.filter(team="Zuid").count() == 2_000
