"""What events are made of: the floor at one moment, cards on the table, and by which way something moved."""

from __future__ import annotations

from enum import Enum

import msgspec

from kring.core.meetings.plan import EntryId, PersonId


class FloorNow(msgspec.Struct, frozen=True, kw_only=True):
    """
    Who has the floor at one moment.

    Attributes:
        holder: Who speaks; none where it is free, or where nobody speaks.
        queue: Who comes next, in order (where it goes around: the rest of this round; else raised hands).
        round: Where it goes around: counted from 1.
        asked: Who was asked and may answer next (question and answer, statement when asked).
        asker: Who put the question that is being answered.
        in_a_row: Questions that `asker` has put one after another.
        over: Every turn has been, or every question: the facilitator goes on.
        done: Where it goes around: who has had a turn in this round.
        questions: How many were put in this phase, where they are counted.
    """

    holder: PersonId | None = None
    queue: tuple[PersonId, ...] = ()
    round: int = 1
    asked: PersonId | None = None
    asker: PersonId | None = None
    in_a_row: int = 0
    over: bool = False
    done: tuple[PersonId, ...] = ()
    questions: int = 0


class FloorHow(Enum):
    """By which way the floor moved."""

    TAKEN = "taken"
    YIELDED = "yielded"
    PASSED = "passed"
    GIVEN = "given"
    SKIPPED = "skipped"
    LEFT = "left"
    QUEUED = "queued"


class PhaseHow(Enum):
    """By which way a phase was entered."""

    NEXT = "next"
    BACK = "back"
    LOOP = "loop"
    ROTATION = "rotation"


class FacilitationHow(Enum):
    """By which way somebody became the facilitator."""

    FIRST = "first"
    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"


class Card(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    An entry as it lies on the table after the reveal.

    Attributes:
        by: Only where the slot is named.
        presenter: Only where it is for one presenter alone.
    """

    entry: EntryId
    slot: str
    phase: int
    about: EntryId | None = None
    revision: int
    text: str
    by: PersonId | None = None
    presenter: PersonId | None = None


class Heap(msgspec.Struct, frozen=True, kw_only=True):
    """
    Cards of one circle together.

    Attributes:
        circle: Its id; blank for those of everybody else.
        entries: In an order that says nothing of who wrote them.
    """

    circle: str
    entries: tuple[EntryId, ...]
