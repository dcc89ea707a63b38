"""Read questionnaires from their files, and say what to mend where that fails."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kring.core.evaluation.check import faults_among, faults_of
from kring.core.evaluation.meaning import MEANINGS
from kring.core.evaluation.questionnaire import Questionnaire
from kring.core.methods.faults import FaultyFile
from kring.core.methods.kind import Kind
from kring.core.methods.read import read

FOLDER = Path(__file__).parent / "questionnaires"


def load_questionnaire(source: Path | str) -> Questionnaire:
    """
    A questionnaire from its file, or from its text.

    Raises:
        FaultyFile: with every fault of the file.
    """
    return read(source, QUESTIONNAIRE_FILE)


def load_folder(folder: Path) -> tuple[Questionnaire, ...]:
    """
    Every questionnaire of a folder; one that is shown beside an earlier one comes after it.

    Raises:
        FaultyFile: with the faults of a file, or of how they go together.
    """
    found = [load_questionnaire(path) for path in sorted(folder.glob("*.yaml"))]
    if faults := faults_among(found):
        raise FaultyFile(faults)
    return tuple(sorted(found, key=lambda one: (one.beside != "", one.id)))


@cache
def load_questionnaires() -> tuple[Questionnaire, ...]:
    """The shipped ones."""
    return load_folder(FOLDER)


def questionnaire_of(id: str) -> Questionnaire | None:
    """The one with this id."""
    return next((one for one in load_questionnaires() if one.id == id), None)


QUESTIONNAIRE_FILE = Kind(Questionnaire, "A questionnaire about a programme", MEANINGS, faults_of)
