"""Composing a meeting: its parts unrolled into one row of phases, scaled to the minutes there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kring.core.meetings.in_writing import in_writing
from kring.core.meetings.parts import (
    AFTER,
    BEFORE,
    PRESENTERS,
    USUAL_MINUTES,
    Agenda,
    Part,
    PartKind,
    Piece,
    Shelf,
    in_all,
    is_around_a_case,
    phases_of,
    piece_of,
)
from kring.core.meetings.plan import Pace, Plan, PlannedPhase
from kring.core.methods.method import Block, Method, Phase, Role, Text
from kring.core.methods.traits import times_through

MINUTE, DAY = 60, 24 * 60 * 60
LONG_TALK = 10  # minutes: what takes as long as this live gets a second day in writing
MOST_DAYS = 20  # a written round that lasts longer loses its people; kokom.net's limit, too


def compose(
    method: Method,
    blocks: Mapping[str, Block],
    minutes: int = USUAL_MINUTES,
    pace: Pace = Pace.LIVE,
    days: int | None = None,
) -> Plan:
    """
    The plan of a meeting about one case: arrival, look-back, choosing, the method, learning round, closing.

    The same as `unroll` with all of these parts; a block that isn't there is left out.
    """
    before, after = (
        tuple(Part(kind=PartKind.BLOCK, id=name) for name in names if name in blocks)
        for names in (BEFORE, AFTER)
    )
    agenda = Agenda(parts=(*before, Part(kind=PartKind.METHOD, id=method.id), *after), minutes=minutes)
    return unroll(agenda, {PartKind.METHOD: {method.id: method}, PartKind.BLOCK: blocks}, pace, days)


def unroll(agenda: Agenda, shelf: Shelf, pace: Pace = Pace.LIVE, days: int | None = None) -> Plan:
    """
    The plan of a meeting.

    A part with minutes of its own gets them, spread over its phases. The phases of the other parts share what
    is left: each gets its usual minutes, stretched or shrunk in the same proportion between its least and its
    most until the whole fits; what is repeated with each next presenter counts as often. Where even the leasts
    don't fit, each gets its least, and `warnings` says so.

    Whose case it is gets chosen anew for a second case; see `PlannedPhase.case`.

    Args:
        agenda: Without `faults`.
        shelf: Everything that its parts may stand for.
        pace: Live, or in writing over days.
        days: For `Pace.DAYS`: days for the whole; without it one day a phase, two where people write most.
    """
    steps = list(_steps(agenda, shelf))
    live = pace is Pace.LIVE
    phases = [step.phase if live else in_writing(step.phase) for step in steps]
    lengths = (
        [length for part in _minutes_of(agenda, shelf) for length in part] if live else _days(phases, days)
    )
    unit = MINUTE if live else DAY
    named = _named_after(agenda, shelf)
    return Plan(
        method=named[0].id,
        method_version=named[0].version,
        method_name=Text(
            nl=" · ".join(piece.name.nl for piece in named), en=" · ".join(piece.name.en for piece in named)
        ),
        minutes=agenda.minutes,
        pace=pace,
        phases=tuple(
            PlannedPhase(
                block=step.piece.id,
                block_name=step.piece.name,
                of_method=isinstance(step.piece, Method),
                has_presenter=step.has_presenter,
                case=step.case,
                of_exercise=step.of_exercise,
                phase=_told_apart(phase, step.time),
                seconds=length * unit,
            )
            for step, phase, length in zip(steps, phases, lengths, strict=True)
        ),
    )


def days_of(plan: Plan) -> int:
    """How many days a plan in writing takes; what is repeated with each next presenter counts as often."""
    return in_all(
        [planned.phase for planned in plan.phases], [planned.seconds // DAY for planned in plan.phases]
    )


def timetable(agenda: Agenda, shelf: Shelf) -> tuple[int, ...]:
    """The planned minutes of each part, live. Together they are the length of the meeting."""
    rows = [phases_of(part, shelf) for part in agenda.parts]
    return tuple(in_all(row, lengths) for row, lengths in zip(rows, _minutes_of(agenda, shelf), strict=True))


@dataclass(frozen=True, slots=True)
class _Step:
    """
    A phase on its way into the plan.

    Attributes:
        time: The how-manieth time that its cards come in this meeting, from 1.
    """

    piece: Piece
    phase: Phase
    time: int
    case: int
    has_presenter: bool
    of_exercise: bool


def _steps(agenda: Agenda, shelf: Shelf) -> Iterator[_Step]:
    times: Counter[tuple[PartKind, str]] = Counter()
    case, begun = 1, False
    for part in agenda.parts:
        piece = piece_of(part, shelf)
        if piece is None:
            continue
        cards = (part.kind, "" if part.kind is PartKind.OWN else part.id)  # all own methods have the same ids
        times[cards] += 1
        of_method = isinstance(piece, Method)
        if begun and (of_method or chooses(piece)):
            case, begun = case + 1, False
        begun = begun or of_method
        of_exercise = part.kind is PartKind.EXERCISE
        presenter = begun and not of_exercise and _knows_a_presenter(piece)
        for phase in piece.phases:
            yield _Step(piece, phase, times[cards], case, presenter, of_exercise)


def chooses(piece: Piece) -> bool:
    """Whether somebody says in it whose case it will be."""
    return any(phase.chooses_presenter for phase in piece.phases)


def _knows_a_presenter(piece: Piece) -> bool:
    """A block without words for a presenter would leave out the one who has just been it."""
    return isinstance(piece, Method) or any(
        Role.PRESENTER in (*phase.floor.speakers, *(role for slot in phase.writing for role in slot.by))
        for phase in piece.phases
    )


def _named_after(agenda: Agenda, shelf: Shelf) -> tuple[Piece, ...]:
    """
    What people would call the meeting: its methods, else its exercises, else what else it is for, else the first
    thing they do.
    """
    found = [(part, piece) for part in agenda.parts if (piece := piece_of(part, shelf)) is not None]
    methods = [piece for _, piece in found if isinstance(piece, Method)]
    exercises = [piece for part, piece in found if part.kind is PartKind.EXERCISE]
    others = [piece for part, piece in found if not is_around_a_case(part)]
    return tuple({piece.id: piece for piece in methods or exercises or others or [found[0][1]]}.values())


def _told_apart(phase: Phase, time: int) -> Phase:
    """
    The phase of a part that comes again, with cards of its own.

    What was written the first time is neither turned over, nor rated, nor voted on the second time.
    """
    if time == 1:
        return phase
    return replace(
        phase,
        reveals=tuple(f"{slot}_{time}" for slot in phase.reveals),
        writing=tuple(
            replace(
                slot, id=f"{slot.id}_{time}", about=None if slot.about is None else f"{slot.about}_{time}"
            )
            for slot in phase.writing
        ),
    )


def _minutes_of(agenda: Agenda, shelf: Shelf) -> list[list[int]]:
    """Whole minutes per phase of each part."""
    rows = [phases_of(part, shelf) for part in agenda.parts]
    fixed = [part.minutes for part in agenda.parts]
    sharing = [phase for row, own in zip(rows, fixed, strict=True) if own is None for phase in row]
    left = agenda.minutes - sum(own for own in fixed if own is not None)
    shared = iter(_minutes(sharing, left))
    return [
        [next(shared) for _ in row] if own is None else _minutes(row, own)
        for row, own in zip(rows, fixed, strict=True)
    ]


def _minutes(phases: Sequence[Phase], minutes: int) -> list[int]:
    """Whole minutes per phase. Largest remainders first, so that the sum is exact where it can be."""
    times = times_through(phases, PRESENTERS)
    least = [phase.minutes.least for phase in phases]
    usual = [phase.minutes.usual for phase in phases]
    most = [phase.minutes.most for phase in phases]
    low, high = (least, usual) if minutes <= in_all(phases, usual) else (usual, most)
    bottom, top = in_all(phases, low), in_all(phases, high)
    share = 0.0 if top == bottom else min(1.0, max(0.0, (minutes - bottom) / (top - bottom)))
    exact = [little + (much - little) * share for little, much in zip(low, high, strict=True)]
    lengths = [int(length) for length in exact]
    short = min(max(bottom, minutes), top) - in_all(phases, lengths)
    by_remainder = sorted(range(len(phases)), key=lambda index: (lengths[index] - exact[index], index))
    # what is gone through three times takes three minutes at once; the phases that come once take what is left
    for index in (*by_remainder, *by_remainder):
        if times[index] <= short and lengths[index] < high[index]:
            lengths[index] += 1
            short -= times[index]
    return lengths


def _days(phases: Sequence[Phase], days: int | None) -> list[int]:
    """Whole days per phase: one, and two for those with most to write as far as the days reach."""
    times = times_through(phases, PRESENTERS)
    lengths = [1] * len(phases)
    left = (MOST_DAYS if days is None else days) - sum(times)
    longer = sorted(range(len(phases)), key=lambda index: (-phases[index].minutes.usual, index))
    if days is None:
        longer = [index for index in longer if phases[index].minutes.usual >= LONG_TALK]
    while longer := [index for index in longer if times[index] <= left]:
        for index in longer:
            if times[index] <= left:
                lengths[index] += 1
                left -= times[index]
        if days is None:
            break
    return lengths
