"""
Help in choosing: which kind of question it is, and which method now.

`next_step` and `as_json` run the triage for a presenter; `advise` ranks methods with its reasons; `why_not` says why
one can't be done; `first_choice` is for people of whom nothing is known. `sentence` and `told` put reasons into words.
"""

from kring.core.methods.advice.advise import Advice, Hindered, Suggestion, advise
from kring.core.methods.advice.obstacles import why_not
from kring.core.methods.advice.reasons import Caution, Favour, Obstacle, Reason
from kring.core.methods.advice.situation import Evaluation, Familiarity, PastMeeting, Setting, Situation
from kring.core.methods.advice.standing import is_beginning, level_of
from kring.core.methods.advice.starting import first_choice
from kring.core.methods.advice.telling import sentence, told
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
    "Advice",
    "Caution",
    "Evaluation",
    "Familiarity",
    "Favour",
    "Hindered",
    "Kind",
    "NoSuchAnswer",
    "Obstacle",
    "Outcome",
    "PastMeeting",
    "Question",
    "Reason",
    "Setting",
    "Situation",
    "Suggestion",
    "Triage",
    "advise",
    "as_json",
    "first_choice",
    "is_beginning",
    "level_of",
    "load_triage",
    "next_step",
    "sentence",
    "told",
    "why_not",
]
