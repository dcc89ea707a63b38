"""The triage: every way through it ends somewhere sensible, in both languages, without a server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from kring.core.methods.advice import (
    Kind,
    NoSuchAnswer,
    Outcome,
    Question,
    Triage,
    load_triage,
    next_step,
)
from kring.core.methods.advice.schema import as_file
from kring.core.methods.advice.triage import TRIAGE, read_triage
from kring.core.methods.faults import FaultyFile
from kring.core.methods.load import load_library
from kring.core.methods.method import QuestionKind, Text

MOST_QUESTIONS = 3  # more is a form
LONGEST = 170  # characters that one reads on a phone before choosing
SHOUTING = re.compile("[!\N{GRINNING FACE}-\N{PERSON WITH FOLDED HANDS}]")

Plain = dict[str, Any]


def ways(triage: Triage, answers: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """Every row of answers, with where it ends."""
    assert len(answers) <= len(triage.questions), "a path without an end"
    step = next_step(triage, answers)
    if isinstance(step, Outcome):
        yield answers, step
        return
    for answer in step.answers:
        yield from ways(triage, (*answers, answer.id))


def texts(thing: object) -> Iterator[Text]:
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from texts(getattr(thing, name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts(item)


def plain() -> Plain:
    read: Plain = yaml.safe_load(TRIAGE.read_text(encoding="utf-8"))
    return read


def wrong_in(data: Plain) -> list[tuple[str, ...]]:
    with pytest.raises(FaultyFile) as caught:
        read_triage(yaml.safe_dump(data, allow_unicode=True))
    return [fault.place for fault in caught.value.faults]


def question(data: Plain, name: str) -> Plain:
    found: Plain = next(question for question in data["questions"] if question["id"] == name)
    return found


def outcome(data: Plain, kind: str) -> Plain:
    found: Plain = next(outcome for outcome in data["outcomes"] if outcome["kind"] == kind)
    return found


def test_every_way_ends_after_few_questions() -> None:
    assert all(len(answers) <= MOST_QUESTIONS for answers, _ in ways(load_triage()))


def test_every_kind_is_reached_and_every_question_is_asked() -> None:
    triage = load_triage()

    reached = {outcome.kind for _, outcome in ways(triage)}
    asked = {
        step.id
        for answers, _ in ways(triage)
        for length in range(len(answers))
        if isinstance(step := next_step(triage, answers[:length]), Question)
    }

    assert reached == set(Kind)
    assert asked == {question.id for question in triage.questions}


def test_danger_is_asked_about_first() -> None:
    triage = load_triage()

    assert next_step(triage, ("danger",)) == next_step(triage, ("not_sure",))
    assert isinstance(urgent := next_step(triage, ("danger",)), Outcome)
    assert (urgent.kind, urgent.lines[0].number) == (Kind.EMERGENCY, "112")


def test_a_circle_is_for_what_one_cannot_look_up_or_report() -> None:
    suits = {outcome.kind: outcome.suits for outcome in load_triage().outcomes}

    assert suits == {
        Kind.HOW_TO: (QuestionKind.HOW_TO, QuestionKind.PROBLEM),
        Kind.DILEMMA: (QuestionKind.DILEMMA,),
        Kind.TOUCHES_ME: (QuestionKind.EMOTION,),
        Kind.SUCCESS: (QuestionKind.SUCCESS,),
        Kind.INCIDENT: (QuestionKind.INCIDENT,),
        Kind.FACT: (),
        Kind.SKILL: (),
        Kind.SUPERVISION: (),
        Kind.COMPLAINT: (),
        Kind.EMERGENCY: (),
    }


@pytest.mark.parametrize("outcome", load_triage().outcomes, ids=lambda outcome: outcome.kind.value)
def test_outcome_says_how_to_begin_or_where_to_go(outcome: Outcome) -> None:
    assert (outcome.begin_with is not None) == outcome.suits_a_circle
    assert bool(outcome.go_to) != outcome.suits_a_circle
    assert (outcome.afterwards is None) == outcome.suits_a_circle


def test_every_kind_of_question_that_leads_to_the_circle_has_a_method() -> None:
    needed = {kind for outcome in load_triage().outcomes for kind in outcome.suits}

    assert needed == set(QuestionKind)
    assert needed <= {kind for method in load_library() for kind in method.suits}


def test_every_text_is_there_in_both_languages_calm_and_short() -> None:
    for text in texts(load_triage()):
        assert text.nl.strip()
        assert text.en.strip()
        assert not SHOUTING.search(text.nl + text.en)
        assert max(len(text.nl), len(text.en)) <= LONGEST


def test_dutch_says_je() -> None:
    dutch = " ".join(text.nl for text in texts(load_triage()))

    assert not re.search(r"\b(u|uw|men)\b", dutch, re.IGNORECASE)


def test_an_answer_that_is_not_offered_is_refused() -> None:
    triage = load_triage()

    with pytest.raises(NoSuchAnswer):
        next_step(triage, ("it_worked",))
    with pytest.raises(NoSuchAnswer):
        next_step(triage, ("danger", "danger"))


def test_the_published_schema_is_that_of_the_types_and_the_file_keeps_to_it() -> None:
    published = Path(TRIAGE.with_name("triage.schema.json")).read_text(encoding="utf-8")
    file = json.loads(msgspec.json.encode(plain()))  # dates as JSON has them

    assert published == as_file()
    jsonschema.validate(file, json.loads(published), format_checker=jsonschema.FormatChecker())


def test_a_way_in_a_circle_is_found() -> None:
    data = plain()
    question(data, "how_far")["answers"][0] = {
        "id": "again",
        "says": {"nl": "Nog eens", "en": "Once more"},
        "question": "closest",
    }

    assert wrong_in(data)[:2] == [("questions", "closest"), ("questions", "how_far")]


def test_what_nothing_leads_to_is_found() -> None:
    data = plain()
    closest = question(data, "closest")
    closest["answers"] = [
        answer for answer in closest["answers"] if answer["id"] not in {"it_worked", "torn"}
    ]

    assert wrong_in(data) == [("questions", "knowing_all"), ("outcomes", "success")]


@pytest.mark.parametrize(
    "leads", [{}, {"question": "how_far", "kind": "fact"}, {"question": "nowhere"}, {"question": ""}]
)
def test_an_answer_leads_to_exactly_one_thing_that_is_there(leads: Plain) -> None:
    data = plain()
    question(data, "once_told")["answers"][0] = {
        "id": "so",
        "says": {"nl": "Zo", "en": "So"},
        **leads,
    }

    assert wrong_in(data) == [("questions", "once_told", "answers", "so")]


def test_a_first_question_that_is_not_there_is_found() -> None:
    assert wrong_in({**plain(), "first": "nowhere"}) == [("first",)]


def test_an_outcome_that_is_not_there_is_found() -> None:
    data = plain()
    data["outcomes"] = [outcome for outcome in data["outcomes"] if outcome["kind"] != "success"]

    assert wrong_in(data) == [("questions", "closest", "answers", "it_worked")]


def test_a_question_with_one_answer_is_found() -> None:
    data = plain()
    question(data, "once_told")["answers"] = question(data, "once_told")["answers"][:1]

    assert wrong_in(data) == [("questions", "once_told", "answers")]


def test_what_is_there_twice_is_found() -> None:
    data = plain()
    data["questions"].append(question(data, "once_told"))
    closest = question(data, "closest")
    closest["answers"].append(closest["answers"][0])

    assert wrong_in(data) == [("questions", "once_told"), ("questions", "closest", "it_worked")]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("fact", "go_to", []),
        ("fact", "afterwards", None),
        ("how_to", "begin_with", None),
        ("how_to", "go_to", [{"nl": "Weg", "en": "Away"}]),
    ],
)
def test_an_outcome_that_leaves_people_standing_is_found(kind: str, name: str, value: object) -> None:
    data = plain()
    outcome(data, kind)[name] = value

    assert wrong_in(data) == [("outcomes", kind)]


def test_a_number_to_ring_says_where_and_when_it_was_checked() -> None:
    lines = [line for outcome in load_triage().outcomes for line in outcome.lines]

    assert [line.number for line in lines] == ["112", "0800-2000", "0800-0113", "1813"]
    assert all(line.source.startswith("https://") for line in lines)
