"""Read exercises from their files, and say what to mend where that fails."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kring.core.growth.check import faults_of_exercise
from kring.core.growth.exercise import Exercise
from kring.core.growth.meaning import MEANINGS
from kring.core.methods.faults import Fault
from kring.core.methods.kind import Kind
from kring.core.methods.load import ids_in, ids_of_blocks, load_block, load_library
from kring.core.methods.method import Block, Level
from kring.core.methods.read import read

LIBRARY = Path(__file__).parent / "library"
BLOCKS = Path(__file__).parent / "blocks"


def load_exercise(source: Path | str) -> Exercise:
    """
    An exercise from its file, or from its text.

    Raises:
        FaultyFile: with every fault of the file.
    """
    return read(source, EXERCISE_FILE)


@cache
def load_exercises() -> tuple[Exercise, ...]:
    """The shipped exercises, those that a new circle can start with first, then the shorter first."""
    exercises = [load_exercise(path) for path in sorted(LIBRARY.glob("*.yaml"))]
    levels = list(Level)
    return tuple(
        sorted(
            exercises,
            key=lambda exercise: (levels.index(exercise.level), exercise.usual_minutes, exercise.id),
        )
    )


@cache
def load_own_blocks() -> Mapping[str, Block]:
    """Blocks for a circle's own life, by id: learning_goals at the first meeting, self_check, farewell at the last."""
    blocks = [load_block(path) for path in sorted(BLOCKS.glob("*.yaml"))]
    return MappingProxyType({block.id: block for block in blocks})


def _faults(exercise: Exercise, file: str) -> tuple[Fault, ...]:
    return faults_of_exercise(exercise, file, _taken())


@cache
def _taken() -> frozenset[str]:
    """An exercise may stand in one meeting with every block and any method."""
    of_methods = (ids_in(method) for method in load_library())
    return ids_of_blocks().union(*of_methods)


EXERCISE_FILE = Kind(Exercise, "An exercise with a short piece of theory", MEANINGS, _faults)
