"""The shipped exercises."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml

from kring.core.growth.capabilities import Capability, Goal, Theme
from kring.core.growth.exercise import Exercise
from kring.core.growth.load import EXERCISE_FILE, LIBRARY, load_exercise, load_exercises
from kring.core.growth.meaning import MEANINGS
from kring.core.meetings.simulate import simulate_block
from kring.core.methods.method import GroupSize, Level, Mode, Role
from kring.core.methods.schema import as_file, schema_of
from tests.core.growth.files import EXERCISES, plain
from tests.core.methods.files import written

SHOUTING = re.compile("[!\N{GRINNING FACE}-\N{PERSON WITH FOLDED HANDS}]")  # exclamation marks and emoji
SCHEMA = LIBRARY / "exercise.schema.json"
each_exercise = pytest.mark.parametrize("exercise", load_exercises(), ids=lambda exercise: exercise.id)
each_file = pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)


@each_file
def test_every_exercise_is_read_without_a_fault(path: Path) -> None:
    assert load_exercise(path).id == path.stem


def test_library_holds_seventeen_beginners_first() -> None:
    levels = [exercise.level for exercise in load_exercises()]

    assert len(levels) == 17
    assert levels == sorted(levels, key=list(Level).index)
    assert levels[0] is Level.BEGINNER


@pytest.mark.parametrize("goal", [*Capability, *Theme], ids=lambda goal: goal.value)
def test_every_goal_has_an_exercise_of_its_own(goal: Goal) -> None:
    assert [exercise.id for exercise in load_exercises() if goal in tuple(exercise.for_goals.mainly)] != []


@each_exercise
def test_no_goal_is_named_twice(exercise: Exercise) -> None:
    goals = tuple(exercise.for_goals)

    assert len(set(goals)) == len(goals)


@each_exercise
@pytest.mark.parametrize("size", [3, 8])
def test_every_exercise_can_be_carried_out(exercise: Exercise, size: int) -> None:
    assert simulate_block(exercise, GroupSize(least=size, most=size)) == ()


@each_exercise
def test_three_to_eight_people_can_do_it(exercise: Exercise) -> None:
    assert (exercise.group.least, exercise.group.most) == (3, 8)


@each_exercise
def test_everybody_takes_part_in_everything_but_the_reading_aloud(exercise: Exercise) -> None:
    everybody = set(Role)

    for phase in exercise.phases:
        if phase.id == "theory":
            assert (phase.floor.mode, phase.floor.speakers) == (Mode.MONOLOGUE, (Role.FACILITATOR,))
        else:
            assert set(phase.floor.speakers) in ({*everybody}, set())
        assert all(set(slot.by) == everybody for slot in phase.writing)
        assert phase.silent == ()


@each_exercise
def test_whoever_is_the_presenter_is_told_what_everybody_is_told(exercise: Exercise) -> None:
    assert [
        phase.id for phase in exercise.phases if phase.instruction.presenter != phase.instruction.peers
    ] == []


def test_cards_of_two_exercises_in_one_meeting_are_never_confused() -> None:
    counted = Counter(
        slot.id for exercise in load_exercises() for phase in exercise.phases for slot in phase.writing
    )

    assert [name for name, times in counted.items() if times > 1] == []


@each_exercise
def test_theory_says_whose_it_is_and_how_firm(exercise: Exercise) -> None:
    assert exercise.theory.source.startswith("https://")
    assert len(exercise.theory.evidence.nl.split()) > len(exercise.theory.title.nl.split())


@each_file
def test_texts_are_calm(path: Path) -> None:
    assert not SHOUTING.search(path.read_text(encoding="utf-8"))


@each_file
def test_every_file_says_what_it_is_on_the_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert first == f"# yaml-language-server: $schema={SCHEMA.name}"


@each_file
def test_every_file_keeps_to_the_published_schema(path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)


def test_published_schema_is_the_one_of_the_types() -> None:
    """Renew it with `kring methods schema --exercise`."""
    assert SCHEMA.read_text(encoding="utf-8") == as_file(EXERCISE_FILE)


def test_every_name_in_the_schema_is_explained() -> None:
    without = [
        (of, name)
        for of, definition in schema_of(EXERCISE_FILE)["$defs"].items()
        for name, entry in definition.get("properties", {}).items()
        if not entry.get("description")
    ]

    assert without == []


def test_every_explained_name_exists() -> None:
    fields = {shape: set(getattr(shape, "__struct_fields__", ())) for shape in MEANINGS}

    assert {shape: set(names) for shape, names in MEANINGS.items()} == fields


def test_an_exercise_read_from_text_equals_the_one_read_from_its_file() -> None:
    assert load_exercise(written(plain("asking_on"))) == load_exercise(LIBRARY / "asking_on.yaml")
