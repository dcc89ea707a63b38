"""`kring form` from the terminal: what an organiser types and reads."""

import csv
from pathlib import Path

import pytest

from kring.cli import main

SLOTS = "ma-09|di-13|wo-19"


def people(folder: Path, *rows: str) -> Path:
    path = folder / "mensen.csv"
    head = "id;vak;leidinggevende;dagdelen;ervaring;begeleidt\n"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def team(*, managers: str = "") -> list[str]:
    return [f"p{number};zorg;{managers};{SLOTS};{number};0" for number in range(6)]


def test_circles_come_with_facilitator_reason_and_report_and_pass_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = people(tmp_path, *team(managers="baas"), f"baas;zorg;;{SLOTS};20;1", f"coach;recht;;{SLOTS};9;1")
    out, page, rules = tmp_path / "kringen.csv", tmp_path / "uitleg.html", tmp_path / "regels.json"
    rules.write_text("{}", encoding="utf-8")
    options = ["-o", str(out), "--report", str(page), "--facilitators", "--language", "nl"]

    assert main(["form", str(table), *options]) == 0

    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [row["id"] for row in rows if row["circle"] == "1"] == [
        *(f"p{number}" for number in range(6)),
        "coach",
    ]
    why = {row["id"]: row["reason"] for row in rows if not row["circle"]}
    assert "6 door een gezagslijn" in why["baas"]
    assert "dinsdagmiddag (13 uur)" in page.read_text(encoding="utf-8")
    assert "http" not in page.read_text(encoding="utf-8")
    assert "Beter kan het niet" in capsys.readouterr().err
    assert main(["form", "--check", str(table), str(rules), str(out), "--language", "nl"]) == 0

    out.write_text(out.read_text(encoding="utf-8").replace(",coach,", ",baas,"), encoding="utf-8")

    assert main(["form", "--check", str(table), str(rules), str(out), "--language", "nl"]) == 1
    assert "begeleidt mensen in een gezagslijn: baas" in capsys.readouterr().out


def test_faults_are_told_by_row_and_nothing_is_divided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = people(tmp_path, f"p0;zorg;;{SLOTS};veel;0", f"p1;;;{SLOTS};3;0")

    assert main(["form", str(table), "-o", str(tmp_path / "kringen.csv"), "--language", "nl"]) == 1

    assert capsys.readouterr().err.splitlines() == [
        f"{table}:2: 'veel' bij 'jaren ervaring' is geen heel getal van 0 tot 60. Zet er een cijfer, of laat het leeg.",
        f"{table}:3: 'vak' is leeg. Vul het in, of haal de rij weg.",
        "Te verbeteren: 2. Daarna kan het; er is nog niets ingedeeld.",
    ]
    assert not (tmp_path / "kringen.csv").exists()
