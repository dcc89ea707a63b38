"""What the loader says of a file that must be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.core.methods.faults import FaultyFile
from kring.core.methods.load import BLOCKS, load_method
from tests.core.methods.files import Way, faults_in, faults_in_block, phase, plain, set_at, written


def test_fault_names_line_place_and_remedy_in_both_languages() -> None:
    text = "\n".join(
        line.replace("minutes: {least: 4, usual: 7, most: 10}", "minutes: {least: 9, usual: 7, most: 10}", 1)
        for line in written_basis().splitlines()
    )

    (fault, *_) = faults_in(text)

    assert fault.where("nl").startswith("regel ")
    assert fault.where("en").endswith("phases › telling › minutes › usual")
    assert fault.wrong.en == "The minutes don't go up: 9, 7, 10."
    assert fault.mend.nl == "Zorg dat least ten hoogste usual is, en usual ten hoogste most."


def test_line_is_the_one_in_the_file() -> None:
    lines = written_basis().splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if "most_in_a_row" in line)
    lines[number - 1] = lines[number - 1].replace("most_in_a_row", "most_in_row")

    (fault,) = faults_in("\n".join(lines))

    assert (fault.line, fault.place[-1]) == (number, "most_in_row")
    assert "Do you mean 'most_in_a_row'?" in fault.mend.en


def test_all_faults_of_a_file_are_told_at_once() -> None:
    method = plain("basis")
    del method["summary"]
    method["level"] = "beginers"
    phase(method, "exploring")["minutes"]["least"] = "eight"

    assert {fault.place for fault in faults_in(written(method))} == {
        ("summary",),
        ("level",),
        ("phases", "exploring", "minutes", "least"),
    }


def test_missing_name_is_told_with_what_it_says() -> None:
    method = plain("basis")
    del method["suits_when"]

    (fault,) = faults_in(written(method))

    assert fault.mend.en == "Add 'suits_when:'. It says: when one chooses this method, as a sentence."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "The file is empty."),
        ("id: [", "This can't be read as YAML here"),
        ("\tid: x", "This can't be read as YAML here"),
        ("just words", "Names with a value belong here."),
        ("id: &a x\nname: *a", "There is a reference with a star (*) here"),
        ("id: " + "[" * 60 + "]" * 60, "More than 20 levels are nested here."),
        ("x" * 300_000, "The file has more than 200000 characters."),
    ],
)
def test_what_isnt_a_method_file_gets_one_clear_fault(text: str, wrong: str) -> None:
    (fault,) = faults_in(text)

    assert fault.wrong.en.startswith(wrong)


def test_same_name_twice_is_told() -> None:
    (fault,) = faults_in(written_basis() + "\nlevel: advanced\n")

    assert fault.wrong.nl == "'level' staat hier twee keer."


def test_file_is_called_after_its_id(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(written_basis(), encoding="utf-8")

    with pytest.raises(FaultyFile) as caught:
        load_method(path)

    assert caught.value.faults[0].mend.en == "Call the file basis.yaml, or change the id."


def test_unreadable_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("naam: café".encode("latin-1"))

    for name in ("nothere.yaml", "latin.yaml"):
        with pytest.raises(FaultyFile) as caught:
            load_method(tmp_path / name)
        assert caught.value.faults[0].wrong.en == "The file can't be read."


RULES = [
    # words
    ("basis", ("id",), "Mijn methode", ("id",)),
    ("basis", ("phases", 0, "id"), "exploring", ("phases", "exploring", "id")),
    ("basis", ("phases", 0, "id"), "voting", ("phases", "voting", "id")),
    ("basis", ("phases", 0, "writing", 0, "id"), "offers", ("phases", "telling", "writing", "offers", "id")),
    ("basis", ("name", "en"), " ", ("name", "en")),
    ("basis", ("summary", "en"), plain("basis")["summary"]["nl"], ("summary", "en")),
    # numbers
    ("basis", ("phases", 1, "minutes", "least"), 0, ("phases", "exploring", "minutes", "least")),
    ("basis", ("phases", 1, "minutes", "most"), 9, ("phases", "exploring", "minutes", "most")),
    ("basis", ("phases", 1, "floor", "rounds"), 0, ("phases", "exploring", "floor", "rounds")),
    ("basis", ("phases", 1, "floor", "pause_seconds"), -1, ("phases", "exploring", "floor", "pause_seconds")),
    ("basis", ("phases", 1, "floor", "most_in_a_row"), 0, ("phases", "exploring", "floor", "most_in_a_row")),
    ("basis", ("phases", 1, "floor", "most_questions"), 0, ("phases", "exploring", "floor", "most_questions")),
    ("basis", ("phases", 3, "writing", 0, "least"), 4, ("phases", "advising", "writing", "advice", "least")),
    ("basis", ("phases", 3, "writing", 0, "most"), 0, ("phases", "advising", "writing", "advice", "most")),
    ("basis", ("phases", 1, "minutes"), {"least": 90, "usual": 90, "most": 90}, ("phases",)),
    ("basis", ("version",), 0, ("version",)),
    ("basis", ("group",), {"least": 8, "most": 4}, ("group",)),
    # the floor
    ("basis", ("phases", 2, "floor", "speakers"), [], ("phases", "naming", "floor", "speakers")),
    ("basis", ("phases", 0, "floor", "speakers"), ["presenter", "facilitator"], ("phases", "telling", "floor", "speakers")),
    ("basis", ("phases", 1, "floor", "answered_by"), None, ("phases", "exploring", "floor", "answered_by")),
    ("basis", ("phases", 1, "floor", "answered_by"), "peers", ("phases", "exploring", "floor", "answered_by")),
    ("basis", ("phases", 2, "floor", "answered_by"), "facilitator", ("phases", "naming", "floor", "answered_by")),
    ("basis", ("phases", 1, "silent"), ["presenter"], ("phases", "exploring", "floor", "answered_by")),
    ("basis", ("phases", 3, "writing", 0, "by"), ["presenter"], ("phases", "advising", "writing", "advice", "by")),
    ("basis", ("phases", 3, "writing", 0, "by"), [], ("phases", "advising", "writing", "advice", "by")),
    ("basis", ("phases", 3, "end_by"), [], ("phases", "advising", "end_by")),
    ("basis", ("suits",), [], ("suits",)),
    ("incident-kort", ("phases", 1, "floor", "group_size"), None, ("phases", "analysing", "floor", "group_size")),
    ("incident-kort", ("phases", 1, "floor", "group_size"), 3, ("phases", "analysing", "floor", "group_size")),
    ("incident-kort", ("phases", 2, "floor", "group_size"), 2, ("phases", "advising", "floor", "group_size")),
    ("tien-stappen", ("phases", 1, "floor", "speakers"), ["facilitator"], ("phases", "writing_questions", "floor", "speakers")),
    ("basis", ("phases", 2, "parts"), [{"id": "self", "name": {"nl": "zelf", "en": "self"}}], ("phases", "naming", "parts")),
    ("clinic", ("phases", 1, "parts"), [], ("phases", "showing", "parts")),
    ("basis", ("phases", 1, "floor", "rounds"), 2, ("phases", "exploring", "floor", "rounds")),
    ("basis", ("phases", 2, "floor", "in_turn"), True, ("phases", "naming", "floor", "in_turn")),
    ("basis", ("phases", 2, "floor", "most_in_a_row"), 2, ("phases", "naming", "floor", "most_in_a_row")),
    ("basis", ("phases", 2, "floor", "most_questions"), 3, ("phases", "naming", "floor", "most_questions")),
    # cards
    ("incident-kort", ("phases", 2, "reveals"), ["causes", "own_part", "advise"], ("phases", "advising", "reveals")),
    ("incident-kort", ("phases", 2, "reveals"), ["causes", "own_part"], ("phases", "analysing", "writing", "advice", "shown")),
    ("incident-kort", ("phases", 1, "writing", 0, "shown"), "at_once", ("phases", "advising", "reveals")),
    ("incident-kort", ("phases", 3, "reveals"), ["advice"], ("phases", "analysing", "writing", "advice", "shown")),
    ("incident-kort", ("phases", 1, "reveals"), ["useful"], ("phases", "analysing", "reveals")),
    ("basis", ("phases", 4, "writing", 0, "about"), "advise", ("phases", "choosing_a_step", "writing", "advice_chosen", "about")),
    ("basis", ("phases", 4, "writing", 0, "about"), None, ("phases", "choosing_a_step", "writing", "advice_chosen", "about")),
    ("basis", ("phases", 4, "writing", 0, "choices"), [], ("phases", "choosing_a_step", "writing", "advice_chosen", "choices")),
    ("basis", ("phases", 0, "writing", 0, "about"), "cores", ("phases", "telling", "writing", "case_question", "about")),
    ("basis", ("phases", 3, "writing", 0, "shown_to"), "writer", ("phases", "choosing_a_step", "writing", "advice_chosen", "about")),
    ("basis", ("phases", 4, "writing", 0, "kind"), "choice", ("phases", "choosing_a_step", "writing", "advice_chosen", "about")),
    ("basis", ("phases", 4, "writing", 0, "kind"), "choice", ("phases", "choosing_a_step", "writing", "advice_chosen", "most")),
    ("basis", ("phases", 4, "writing", 0, "kind"), "insight", ("phases", "choosing_a_step", "writing", "advice_chosen", "choices")),
    ("basis", ("phases", 4, "writing", 1, "kind"), "choice", ("phases", "choosing_a_step", "writing", "first_step", "choices")),
    ("tien-stappen", ("phases", 3, "writing"), [], ("phases", "rating_questions", "writing")),
    # order
    ("basis", ("phases", 1, "loop"), {"to": "naming", "most": 1, "decided_by": ["presenter"]}, ("phases", "exploring", "loop", "to")),
    ("basis", ("phases", 1, "loop"), {"to": "telling", "most": 0, "decided_by": ["presenter"]}, ("phases", "exploring", "loop", "most")),
    ("basis", ("phases", 1, "loop"), {"to": "telling", "most": 1, "decided_by": []}, ("phases", "exploring", "loop", "decided_by")),
    ("basis", ("phases", 1, "next_presenter"), {"to": "nowhere"}, ("phases", "exploring", "next_presenter", "to")),
    ("troika", ("phases", 4, "next_presenter", "presenters"), 1, ("phases", "most_valuable", "next_presenter", "presenters")),
    ("basis", ("phases", 0, "writing", 0, "kind"), "advice", ("phases", "telling", "writing", "case_question", "kind")),
    ("basis", ("phases", 4, "about"), "learning", ("phases", "advising", "floor")),
    ("basis", ("phases", 4, "optional"), True, ("phases", "choosing_a_step", "optional")),
    ("basis", ("phases", 4, "takes_off_parts"), True, ("phases", "choosing_a_step", "takes_off_parts")),
    ("clinic", ("phases", 6, "takes_off_parts"), False, ("phases", "trying", "parts")),
]  # fmt: skip


@pytest.mark.parametrize(("method", "way", "value", "place"), RULES, ids=lambda part: str(part)[:40])
def test_broken_rule_is_told_at_its_place(
    method: str, way: Way, value: object, place: tuple[str, ...]
) -> None:
    data = plain(method)
    set_at(data, way, value)

    places = [fault.place for fault in faults_in(written(data))]

    assert place in places


def test_presenter_apart_has_no_voice() -> None:
    data = plain("roddel")
    gossip = phase(data, "gossiping")
    gossip["silent"] = ["observer"]
    gossip["floor"]["speakers"] = ["peers", "presenter"]

    (fault,) = faults_in(written(data))

    assert fault.wrong.en == "The presenter sits apart here, but gets the floor as well."


def test_nobody_writes_to_others_in_the_stillness() -> None:
    data = plain("basis")
    phase(data, "naming")["floor"] = {"mode": "stillness"}

    assert [fault.wrong.en for fault in faults_in(written(data))] == [
        "Nobody writes to others in the stillness."
    ]


CHOOSING = (BLOCKS / "choosing.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("now", "then", "wrong"),
    [
        ("        named: false\n", "", "Like this the vote isn't secret."),
        ("    chooses_presenter: true\n", "", "This vote doesn't lead to a choice."),
        ("        kind: ballot\n", "        kind: offer\n", "This vote has 0 sorts of ballots."),
        ("        about: offers\n", "", "There is a vote, but not on one thing: cards or labels."),
        ("      mode: vote\n", "      mode: silent_writing\n", "A ballot outside a vote."),
    ],
)
def test_vote_is_blind_and_leads_to_a_choice(now: str, then: str, wrong: str) -> None:
    assert now in CHOOSING

    (fault,) = faults_in_block(CHOOSING.replace(now, then))

    assert fault.wrong.en == wrong


def written_basis() -> str:
    return (BLOCKS.parent / "library" / "basis.yaml").read_text(encoding="utf-8")
