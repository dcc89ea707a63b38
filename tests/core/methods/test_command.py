"""`kring methods`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.cli import main
from kring.core.growth.load import EXERCISE_FILE, LIBRARY as EXERCISES
from kring.core.methods.kind import AnyKind
from kring.core.methods.load import BLOCK_FILE, LIBRARY, METHOD_FILE, load_library
from kring.core.methods.method import Method
from kring.core.methods.schema import as_file
from tests.core.methods.files import phase, plain, written


def test_check_of_the_shipped_methods_ends_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["methods", "check", *(str(path) for path in sorted(LIBRARY.glob("[a-c]*.yaml"))[:3])])

    assert capsys.readouterr().out == "3 methods, 0 exercises, 0 faults\n"
    assert code == 0


def test_check_tells_file_place_fault_and_remedy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "basis.yaml"
    text = (LIBRARY / "basis.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("exposure: low", "exposure: lo"), encoding="utf-8")

    code = main(["methods", "check", str(path), "--lang", "en"])

    line = text.splitlines().index("exposure: low") + 1
    assert capsys.readouterr().out.splitlines() == [
        f"{path}: line {line}, exposure",
        "  'lo' isn't a word of the method language here.",
        "  Do you mean 'low'? Choose from: low, medium, high.",
        "1 methods, 0 exercises, 1 faults",
    ]
    assert code == 1


def test_check_tells_what_goes_wrong_when_a_circle_walks_through_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    method = plain("roddel")
    gossip = phase(method, "gossiping")
    gossip["floor"]["speakers"], gossip["silent"] = ["observer"], ["presenter"]
    path = tmp_path / "roddel.yaml"
    path.write_text(written(method), encoding="utf-8")

    code = main(["methods", "check", str(path), "--lang", "en"])

    place, wrong, _, last = capsys.readouterr().out.splitlines()
    assert place.startswith(f"{path}: line ")
    assert place.endswith("phases › gossiping › floor › speakers")
    assert wrong.startswith("  With 4 people")
    assert (last, code) == ("1 methods, 0 exercises, 1 faults", 1)


def test_check_knows_an_exercise_by_its_first_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "asking_on.yaml"
    text = (EXERCISES / "asking_on.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("capabilities: [asking_on]", "capabilities: []", 1), encoding="utf-8")

    code = main(["methods", "check", str(path), "--lang", "en"])

    line = text.splitlines().index("  mainly:") + 1
    assert capsys.readouterr().out.splitlines() == [
        f"{path}: line {line}, for_goals › mainly",
        "  This exercise belongs to no goal.",
        "  Name at least one capability under capabilities or one theme under themes.",
        "0 methods, 1 exercises, 1 faults",
    ]
    assert code == 1


def test_check_tells_what_goes_wrong_when_a_circle_walks_through_an_exercise(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "asking_on.yaml"
    text = (EXERCISES / "asking_on.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("speakers: [facilitator]", "speakers: [observer]"), encoding="utf-8")

    code = main(["methods", "check", str(path), "--lang", "en"])

    place, wrong, _, last = capsys.readouterr().out.splitlines()
    assert place.startswith(f"{path}: line ")
    assert place.endswith("phases › theory › floor › speakers")
    assert wrong.startswith("  With 3 people")
    assert (last, code) == ("0 methods, 1 exercises, 1 faults", 1)


def test_check_speaks_dutch_unless_told_otherwise(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["methods", "check", str(tmp_path / "weg.yaml")])

    assert "Het bestand is niet te lezen." in capsys.readouterr().out


def test_list_names_every_method(capsys: pytest.CaptureFixture[str]) -> None:
    main(["methods", "list", "--lang", "en"])

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        method.id for method in load_library()
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_show_reads_out_every_step(capsys: pytest.CaptureFixture[str], method: Method, language: str) -> None:
    main(["methods", "show", method.id, "--lang", language])

    out = capsys.readouterr().out
    assert [phase for phase in method.phases if f". {getattr(phase.name, language)} (" not in out] == []


def test_show_of_an_unknown_method_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["methods", "show", "intuitie"])

    assert code == 1
    assert "incident-kort, basis" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "kind"),
    [([], METHOD_FILE), (["--block"], BLOCK_FILE), (["--exercise"], EXERCISE_FILE)],
    ids=["method", "block", "exercise"],
)
def test_schema_is_printed(capsys: pytest.CaptureFixture[str], asked: list[str], kind: AnyKind) -> None:
    main(["methods", "schema", *asked])

    assert capsys.readouterr().out == as_file(kind)
