"""What a meeting is put together from: a row of parts, in the order and with the minutes that the facilitator chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeAlias

import msgspec

from kring.core.methods.method import Block, Method, Phase
from kring.core.methods.traits import times_through

USUAL_MINUTES = 120  # rule 6: two hours on average
LEAST_MINUTES = 90  # rule 6: an hour and a half at least
LONG_MINUTES = 150  # as long as an evening after work bears, and the least in which two cases may fit

PRESENTERS = (
    3  # counted on where everybody presents in turn: the smallest circle, as nobody knows who'll come
)

BEFORE = ("arrival", "look_back", "choosing")
AFTER = ("learning_round", "closing")
LEFT_OUT = ("learning_round", "look_back")  # in this order, where there is no time even for the least of all


class PartKind(Enum):
    """On which shelf a part stands. A new kind of part is one more word here, and one more shelf."""

    BLOCK = "block"
    METHOD = "method"
    EXERCISE = "exercise"
    OWN = "own"  # a method that stands in no library: its shelf comes along with the agenda


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """
    One part of a meeting.

    Attributes:
        minutes: Its own; None where it shares in what is left of the meeting.
    """

    kind: PartKind
    id: str
    minutes: int | None = None


class Agenda(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    A meeting as it is meant.

    Attributes:
        parts: In the order in which they come.
        minutes: What there is time for; the parts add up to it where their own minutes allow it.
    """

    parts: tuple[Part, ...]
    minutes: int = USUAL_MINUTES


Piece: TypeAlias = Method | Block
Shelf: TypeAlias = Mapping[PartKind, Mapping[str, Piece]]


def usual(
    method: Method, blocks: Mapping[str, Block], minutes: int = USUAL_MINUTES, cases: int = 1
) -> Agenda:
    """
    The usual meeting with a method, for the time there is.

    Around the case come arrival, look-back and choosing, and afterwards learning round and closing. Where not
    even the least of all fits, the learning round is left out and then the look-back.

    There is one case, with the more room the more time there is: two in a row is much for people who have worked
    all day, so that is for them to ask for. A second one comes by the same method, and is chosen anew.
    """
    before, case, after = _around(method, blocks)
    parts = (*before, *case * cases, *after)
    shelf: Shelf = {PartKind.METHOD: {method.id: method}, PartKind.BLOCK: blocks}
    for name in LEFT_OUT:
        if sum(least(phases_of(part, shelf)) for part in parts) > minutes:
            parts = tuple(part for part in parts if part.id != name)
    return Agenda(parts=parts, minutes=minutes)


def fits_twice(method: Method, blocks: Mapping[str, Block], minutes: int = LONG_MINUTES) -> bool:
    """Whether two cases by this method take no more than that, at the minutes that each part usually takes."""
    before, case, after = _around(method, blocks)
    shelf: Shelf = {PartKind.METHOD: {method.id: method}, PartKind.BLOCK: blocks}
    return sum(_usual(phases_of(part, shelf)) for part in (*before, *case, *case, *after)) <= minutes


def practice(exercise: Block, blocks: Mapping[str, Block]) -> Agenda:
    """A short meeting around one exercise: arriving, practising and closing."""
    parts = (
        *_blocks(("arrival",), blocks),
        Part(kind=PartKind.EXERCISE, id=exercise.id),
        *_blocks(("closing",), blocks),
    )
    shelf: Shelf = {PartKind.EXERCISE: {exercise.id: exercise}, PartKind.BLOCK: blocks}
    return Agenda(parts=parts, minutes=sum(_usual(phases_of(part, shelf)) for part in parts))


def piece_of(part: Part, shelf: Shelf) -> Piece | None:
    """What a part stands for; None where there is no such thing."""
    return shelf.get(part.kind, {}).get(part.id)


def is_around_a_case(part: Part) -> bool:
    """Whether it has no subject of its own: without a case there would be little to meet for."""
    return part.kind is PartKind.BLOCK and part.id in (*BEFORE, *AFTER)


def phases_of(part: Part, shelf: Shelf) -> tuple[Phase, ...]:
    """Its phases; none where there is no such part."""
    piece = piece_of(part, shelf)
    return () if piece is None else piece.phases


def least(phases: Sequence[Phase]) -> int:
    """The fewest minutes that these phases take."""
    return in_all(phases, [phase.minutes.least for phase in phases])


def most(phases: Sequence[Phase]) -> int:
    """The most minutes that these phases take."""
    return in_all(phases, [phase.minutes.most for phase in phases])


def _around(
    method: Method, blocks: Mapping[str, Block]
) -> tuple[tuple[Part, ...], tuple[Part, ...], tuple[Part, ...]]:
    """What comes before a case, the case with its choosing, and what comes after it."""
    case = (*_blocks(BEFORE[-1:], blocks), Part(kind=PartKind.METHOD, id=method.id))
    return _blocks(BEFORE[:-1], blocks), case, _blocks(AFTER, blocks)


def in_all(phases: Sequence[Phase], lengths: Sequence[int]) -> int:
    """The minutes of phases of these lengths; what is repeated with each next presenter counts as often."""
    times = times_through(phases, PRESENTERS)
    return sum(length * often for length, often in zip(lengths, times, strict=True))


def _usual(phases: Sequence[Phase]) -> int:
    return in_all(phases, [phase.minutes.usual for phase in phases])


def _blocks(names: tuple[str, ...], blocks: Mapping[str, Block]) -> tuple[Part, ...]:
    return tuple(Part(kind=PartKind.BLOCK, id=name) for name in names if name in blocks)
