"""
Help in choosing: which kind of question it is, and which method now.

`next_step` and `as_json` run the triage for a presenter; `why_not` says why a method can't be done; `first_choice` is
for people of whom nothing is known.
"""

from kring.core.methods.advice.obstacles import why_not
from kring.core.methods.advice.reasons import Caution, Favour, Obstacle, Reason
from kring.core.methods.advice.situation import Evaluation, Familiarity, PastMeeting, Setting, Situation
from kring.core.methods.advice.standing import is_beginning, level_of
from kring.core.methods.advice.starting import first_choice
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
    "Caution",
    "Evaluation",
    "Familiarity",
    "Favour",
    "Kind",
    "NoSuchAnswer",
    "Obstacle",
    "Outcome",
    "PastMeeting",
    "Question",
    "Reason",
    "Setting",
    "Situation",
    "Triage",
    "as_json",
    "first_choice",
    "is_beginning",
    "level_of",
    "load_triage",
    "next_step",
    "why_not",
]
