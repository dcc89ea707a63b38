"""What the loader says of an exercise that must be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.core.growth.load import LIBRARY, load_exercise
from kring.core.methods.faults import FaultyFile
from tests.core.growth.files import faults_in, plain
from tests.core.methods.files import Way, set_at, written

TEXT = {"nl": "Een alinea.", "en": "A paragraph."}
LONG = {"nl": "woord " * 181, "en": "word"}

RULES = [
    # its own
    (("for_goals", "mainly"), {}, ("for_goals", "mainly")),
    (("phases", 0, "minutes"), {"least": 20, "usual": 20, "most": 20}, ("phases",)),
    (("theory", "points"), [TEXT, TEXT], ("theory", "points")),
    (("theory", "points"), [TEXT] * 7, ("theory", "points")),
    (("theory", "points"), [TEXT, TEXT, LONG], ("theory", "points")),
    (("theory", "source"), "een boek", ("theory", "source")),
    (("credit", "source"), "ergens", ("credit", "source")),
    (("phases", 0, "about"), "case", ("phases", "theory", "about")),
    (("phases", 0, "floor", "speakers"), ["presenter"], ("phases", "theory", "floor", "speakers")),
    (("phases", 0, "presenter_place"), "out_of_room", ("phases", "theory", "presenter_place")),
    (("phases", 1, "writing", 0, "by"), ["presenter"], ("phases", "one_moment", "writing", "moment_chosen", "by")),
    # of a block
    (("theory", "points", 1, "en"), " ", ("theory", "points", "2", "en")),
    (("phases", 3, "reveals"), [], ("phases", "five_questions", "writing", "side_skipped", "shown")),
    (("phases", 1, "minutes", "least"), 9, ("phases", "one_moment", "minutes", "usual")),
    (("id",), "Doorvragen", ("id",)),
    # of a method
    (("group",), {"least": 2, "most": 8}, ("group",)),
    (("phases", 0, "id"), "arriving", ("phases", "arriving", "id")),
    (("phases", 0, "id"), "exploring", ("phases", "exploring", "id")),
    (("phases", 1, "writing", 0, "id"), "offers", ("phases", "one_moment", "writing", "offers", "id")),
]  # fmt: skip


@pytest.mark.parametrize(("way", "value", "place"), RULES, ids=lambda part: str(part)[:40])
def test_broken_rule_is_told_at_its_place(way: Way, value: object, place: tuple[str, ...]) -> None:
    data = plain("asking_on")
    set_at(data, way, value)

    assert place in [fault.place for fault in faults_in(written(data))]


def test_answers_may_not_wait_for_a_presenter() -> None:
    data = plain("asking_on")
    data["phases"][2]["floor"] = {
        "mode": "question_and_answer",
        "speakers": ["peers"],
        "answered_by": "presenter",
    }

    assert [(fault.place, fault.wrong.en) for fault in faults_in(written(data))] == [
        (
            ("phases", "five_questions", "floor", "answered_by"),
            "This step needs a presenter, and in an exercise there is none.",
        )
    ]


def test_small_groups_must_fill_in_the_smallest_circle() -> None:
    data = plain("asking_on")
    data["phases"][2]["floor"] = {"mode": "small_groups", "speakers": ["peers"], "group_size": 2}

    assert [fault.place for fault in faults_in(written(data))] == [
        ("phases", "five_questions", "floor", "group_size")
    ]


def test_word_of_no_capability_is_told_with_the_nearest_one() -> None:
    data = plain("asking_on")
    data["for_goals"]["mainly"] = {"capabilities": ["asking_one"]}

    (fault,) = faults_in(written(data))

    assert fault.place == ("for_goals", "mainly", "capabilities", "1")
    assert fault.mend.en.startswith("Do you mean 'asking_on'? Choose from: strengths_and_weaknesses, ")


def test_missing_name_is_told_with_what_it_says() -> None:
    data = plain("asking_on")
    del data["theory"]["evidence"]

    (fault,) = faults_in(written(data))

    assert fault.mend.nl == "Zet 'evidence:' erbij. Het zegt: hoe stevig het staat, eerlijk gezegd."


def test_line_is_the_one_in_the_file(tmp_path: Path) -> None:
    lines = (LIBRARY / "asking_on.yaml").read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if line.startswith("  source:"))
    lines[number - 1] = '  source: "een boek"'
    path = tmp_path / "asking_on.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(FaultyFile) as caught:
        load_exercise(path)

    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.place) == ("asking_on.yaml", number, ("theory", "source"))


def test_file_is_called_after_its_id(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(written(plain("asking_on")), encoding="utf-8")

    with pytest.raises(FaultyFile) as caught:
        load_exercise(path)

    assert [fault.mend.en for fault in caught.value.faults] == [
        "Call the file asking_on.yaml, or change the id."
    ]
