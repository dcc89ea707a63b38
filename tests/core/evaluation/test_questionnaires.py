"""The shipped questionnaires, read; and what the loader says of one that can't be used."""

from pathlib import Path

import pytest

from kring.core.evaluation.load import FOLDER, load_folder, load_questionnaire, load_questionnaires
from kring.core.evaluation.questionnaire import About
from kring.core.methods.faults import FaultyFile

ASKED = """
id: text
name: {nl: Halverwege, en: Halfway}
when: {nl: Dan., en: Then.}
scale:
  low: {nl: niet, en: not}
  high: {nl: wel, en: quite}
items:
  - {id: safe, about: circle, says: {nl: Veilig., en: Safe.}}
  - {id: dates, about: programme, says: {nl: Data., en: Dates.}}
"""


def test_there_is_one_for_halfway_and_one_for_the_end_which_is_shown_beside_it() -> None:
    assert [(one.id, one.beside) for one in load_questionnaires()] == [("halfway", ""), ("end", "halfway")]


def test_the_end_asks_after_everything_that_peer_consultation_should_yield() -> None:
    end = load_questionnaires()[-1]

    about = {item.id: item.about for item in end.items}

    assert {id for id, what in about.items() if what is About.YIELD} == {
        "own_part", "cooperation", "load", "expertise", "change", "service",
    }  # fmt: skip
    assert {about[id] for id in ("safe", "equal", "useful")} == {About.CIRCLE}
    assert {about[id] for id in ("dates", "guidance", "method")} == {About.PROGRAMME}
    assert about["go_on"] is About.GOING_ON


def test_every_sentence_stands_in_both_languages() -> None:
    texts = [
        text
        for one in load_questionnaires()
        for text in (one.name, one.when, one.scale.low, one.scale.high, *(item.says for item in one.items))
    ]

    assert [text for text in texts if not text.nl.strip() or not text.en.strip() or text.nl == text.en] == []


def test_one_sitting_on_a_phone_is_enough() -> None:
    assert [one.id for one in load_questionnaires() if not 10 <= len(one.items) <= 14] == []


def test_a_new_file_in_the_folder_is_enough_for_one_more(tmp_path: Path) -> None:
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "later.yaml").write_text(
        ASKED.replace("id: text", "id: later")
        .replace("Veilig.", "Anders.")
        .replace("safe", "safer")
        .replace("dates", "when"),
        encoding="utf-8",
    )

    assert [one.id for one in load_folder(tmp_path)] == ["halfway", "later", "end"]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("about: circle", "about: cirkle", "Do you mean 'circle'?"),
        ("{nl: Veilig., en: Safe.}", "{nl: Veilig.}", "Add 'en:'."),
        ("id: dates", "id: safe", "Give each sentence an id of its own."),
        ("about: programme", "about: words", "Choose from: circle, yield, programme, going_on."),
        ("about: circle", "about: going_on", "Put them in this order: circle, yield, programme, going_on."),
    ],
)
def test_a_fault_says_where_and_how_to_mend_it(was: str, becomes: str, says: str) -> None:
    with pytest.raises(FaultyFile) as faulty:
        load_questionnaire(ASKED.replace(was, becomes))

    assert says in str(faulty.value)
    assert "line " in str(faulty.value) or "items" in str(faulty.value)


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ("", "Take the same words, or another id"),
        ("beside: nothing\n", "Choose one of: halfway, later."),
    ],
)
def test_files_have_to_go_together(tmp_path: Path, added: str, says: str) -> None:
    halfway = (FOLDER / "halfway.yaml").read_text(encoding="utf-8")
    (tmp_path / "halfway.yaml").write_text(halfway, encoding="utf-8")
    (tmp_path / "later.yaml").write_text(ASKED.replace("id: text", "id: later"), encoding="utf-8")
    if added:
        (tmp_path / "last.yaml").write_text(
            halfway.replace("id: halfway", "id: last") + added, encoding="utf-8"
        )

    with pytest.raises(FaultyFile) as faulty:
        load_folder(tmp_path)

    assert says in str(faulty.value)
