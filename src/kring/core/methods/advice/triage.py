"""
Which kind of question is it? A short triage for the presenter, one question at a time (rule 13).

The tree is data: a page holds all of it, so that no answer has to leave the browser. Each answer leads to the next
question or to an outcome: bring it to the circle, or go where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kring.core.methods.advice.reading import plain_from
from kring.core.methods.advice.tree import faults_of_tree
from kring.core.methods.faults import FaultyFile
from kring.core.methods.method import QuestionKind, Text

TRIAGE = Path(__file__).parent / "triage.yaml"


class Kind(Enum):
    """What a presenter can come with. The first five suit a circle, the others belong elsewhere."""

    HOW_TO = "how_to"
    DILEMMA = "dilemma"
    TOUCHES_ME = "touches_me"
    SUCCESS = "success"
    INCIDENT = "incident"
    FACT = "fact"
    SKILL = "skill"
    SUPERVISION = "supervision"
    COMPLAINT = "complaint"
    EMERGENCY = "emergency"


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to choose; leads to a question or to a kind, never to both."""

    id: str
    says: Text
    question: str | None = None
    kind: Kind | None = None


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the presenter is asked, with a hint where one helps."""

    id: str
    asks: Text
    answers: tuple[Answer, ...]
    hint: Text | None = None


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number to ring at once; numbers change, so each says where and when it was checked."""

    number: str
    for_whom: Text
    where: Text
    source: str
    checked: date


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    Where the triage ends.

    Attributes:
        suits: The kinds of question, as methods know them; none where a circle isn't the place.
        begin_with: How to put the question, where a circle is the place.
        go_to: Where to go instead, most likely first.
        lines: Numbers to ring, where it can't wait.
        afterwards: What a circle can still do about it later.
    """

    kind: Kind
    name: Text
    says: Text
    suits: tuple[QuestionKind, ...]
    begin_with: Text | None = None
    go_to: tuple[Text, ...] = ()
    lines: tuple[Line, ...] = ()
    afterwards: Text | None = None

    @property
    def suits_a_circle(self) -> bool:
        """Whether to bring it to the circle."""
        return bool(self.suits)


class Triage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole tree: its questions, and what they lead to."""

    first: str
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]


class NoSuchAnswer(LookupError):
    """An answer that the question doesn't offer, or one given after the end."""


@cache
def load_triage() -> Triage:
    """The shipped triage."""
    return read_triage(TRIAGE.read_text(encoding="utf-8"))


def read_triage(text: str, file: str = TRIAGE.name) -> Triage:
    """
    A triage from the text of its file.

    Raises:
        FaultyFile: a path without an end, a question or outcome that nothing leads to, an outcome that says nothing.
        msgspec.ValidationError: another shape than that of a triage; its message has the place.
    """
    triage = msgspec.convert(plain_from(text), Triage)
    if faults := faults_of_tree(triage, file):
        raise FaultyFile(faults)
    return triage


def next_step(triage: Triage, answers: Iterable[str] = ()) -> Question | Outcome:
    """
    What comes after these answers: the first question after none, in the end an outcome.

    Raises:
        NoSuchAnswer: an id that the question at that point doesn't have.
    """
    questions = {question.id: question for question in triage.questions}
    outcomes = {outcome.kind: outcome for outcome in triage.outcomes}
    step: Question | Outcome = questions[triage.first]
    for given in answers:
        offered = step.answers if isinstance(step, Question) else ()
        answer = next((answer for answer in offered if answer.id == given), None)
        if answer is None:
            raise NoSuchAnswer(given)
        step = questions[answer.question] if answer.question is not None else outcomes[Kind(answer.kind)]
    return step
