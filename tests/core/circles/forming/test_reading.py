"""A table as organisers have it: headings in Dutch or English, and what to mend by row."""

from kring.core.circles.forming.reading import Fault, Mend, guess, read
from kring.core.circles.forming.saying import told_fault

HEADINGS = (
    "Naam of nr",
    "Nummer",
    "Vakgebied",
    "Leidinggevende",
    "Jaren ervaring",
    "Kan online",
    "Talen",
    "Dagdelen",
)


def rows(*cells: tuple[str, ...]) -> list[dict[str, str]]:
    return [dict(zip(HEADINGS[1:], row, strict=True)) for row in cells]


def test_columns_are_guessed_from_their_headings() -> None:
    assert guess(HEADINGS) == {
        "id": "Nummer",
        "profession": "Vakgebied",
        "manager": "Leidinggevende",
        "seniority": "Jaren ervaring",
        "online": "Kan online",
        "languages": "Talen",
        "slots": "Dagdelen",
    }


def test_a_good_row_becomes_somebody() -> None:
    sheet = read(rows(("17", "zorg", "", "12", "Ja", "nl; en", "ma-09, di-13")), guess(HEADINGS))

    [one] = sheet.people
    assert (one.id, one.profession, one.manager, one.seniority, one.online) == ("17", "zorg", None, 12, True)
    assert one.languages == {"nl", "en"}
    assert one.slots == {"ma-09", "di-13"}
    assert "goals" in sheet.assumed


def test_each_fault_has_its_row() -> None:
    sheet = read(
        rows(
            ("1", "zorg", "", "twaalf", "ja", "nl", "ma-09"),
            ("1", "zorg", "", "3", "ja", "nl", "ma-09"),
            ("2", "", "", "3", "misschien", "nl", "ma-09"),
            ("2", "zorg", "", "3", "ja", "nl", "ma-09"),
            ("2", "zorg", "", "3", "ja", "nl", "ma-09"),
        ),
        guess(HEADINGS),
    )

    assert set(sheet.faults) == {
        Fault(2, "seniority", Mend.NOT_A_NUMBER, "twaalf"),
        Fault(4, "profession", Mend.EMPTY),
        Fault(4, "online", Mend.NOT_YES_OR_NO, "misschien"),
        Fault(6, "id", Mend.TWICE, "2"),
    }
    assert [one.id for one in sheet.people] == ["1", "2"]
    assert "twaalf" in told_fault(sheet.faults[0], "nl")


def test_people_who_report_in_a_ring_are_told_where_they_stand() -> None:
    sheet = read(
        rows(("1", "zorg", "2", "3", "ja", "nl", "ma-09"), ("2", "zorg", "1", "3", "ja", "nl", "ma-09")),
        guess(HEADINGS),
    )

    [fault] = sheet.faults
    assert (fault.field, fault.mend) == ("manager", Mend.RING)


def test_without_a_column_for_the_profession_nothing_is_read() -> None:
    sheet = read([{"id": "1"}], guess(["id"]))

    assert sheet.faults == (Fault(0, "profession", Mend.NO_COLUMN),)
