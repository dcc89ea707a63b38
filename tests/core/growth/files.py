"""Exercise files as plain data, to change and write out again."""

from __future__ import annotations

import yaml

from kring.core.growth.load import LIBRARY, load_exercise
from kring.core.methods.faults import Fault, FaultyFile
from tests.core.methods.files import Plain

EXERCISES = sorted(LIBRARY.glob("*.yaml"))


def plain(exercise: str) -> Plain:
    """A shipped exercise as it stands in its file."""
    read: Plain = yaml.load((LIBRARY / f"{exercise}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return read


def faults_in(text: str) -> tuple[Fault, ...]:
    """What is wrong with an exercise."""
    try:
        load_exercise(text)
    except FaultyFile as faulty:
        return faulty.faults
    return ()
