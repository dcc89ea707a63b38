"""
Help in choosing: which kind of question it is, and which method now.

`next_step` runs the triage for a presenter; `advise` ranks methods with its reasons; `why_not` says why one can't be
done; `first_choice` is for people of whom nothing is known. `sentence` and `told` put reasons into words. `packed` is
for advice where this code can't come: in a browser, from which no answer leaves.
"""

from kring.core.methods.advice.advise import Advice, Hindered, Suggestion, advise
from kring.core.methods.advice.obstacles import why_not
from kring.core.methods.advice.portable import packed, traits_of
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
    "first_choice",
    "is_beginning",
    "level_of",
    "load_triage",
    "next_step",
    "packed",
    "sentence",
    "told",
    "traits_of",
    "why_not",
]
