"""
Help in choosing: which kind of question it is.

`next_step` and `as_json` run the triage for a presenter.
"""

from kring.core.methods.advice.triage import (
    Kind,
    NoSuchAnswer,
    Outcome,
    Question,
    Triage,
    as_json,
    load_triage,
    next_step,
)

__all__ = [
    "Kind",
    "NoSuchAnswer",
    "Outcome",
    "Question",
    "Triage",
    "as_json",
    "load_triage",
    "next_step",
]
