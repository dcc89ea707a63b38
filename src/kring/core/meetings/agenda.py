"""Composing a meeting: blocks around a method, in one row, scaled to the minutes there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kring.core.meetings.plan import Pace, Plan, PlannedPhase
from kring.core.methods.method import (
    Block,
    CardKind,
    Method,
    Mode,
    Phase,
    Role,
    Text,
    Writing,
)
from kring.core.methods.traits import times_through

USUAL_MINUTES = 120  # rule 6: two hours on average
LEAST_MINUTES = 90  # rule 6: an hour and a half at least
MINUTE, DAY = 60, 24 * 60 * 60
PRESENTERS = (
    3  # counted on where everybody presents in turn: the smallest circle, for nobody knows who will come
)
LONG_TALK = 10  # minutes: what takes as long as this live gets a second day in writing
MOST_DAYS = 20  # a written round that lasts longer loses its people; kokom.net's limit, too

BEFORE = ("arrival", "look_back", "choosing")
AFTER = ("learning_round", "closing")


def compose(
    method: Method,
    blocks: Mapping[str, Block],
    minutes: int = USUAL_MINUTES,
    pace: Pace = Pace.LIVE,
    days: int | None = None,
) -> Plan:
    """
    The plan of a meeting: arrival, look-back, choosing a case, the method, learning round, closing.

    Every phase gets its usual minutes, stretched or shrunk in the same proportion between its least and its
    most until the whole fits; what is repeated with each next presenter counts as often. Where even the leasts don't fit, each gets its least, and `warnings` says so.

    Args:
        method: The method of the case.
        blocks: By id. A block that isn't there is left out.
        pace: Live, or in writing over days.
        minutes: For `Pace.LIVE`; kept in the plan, also when the phases don't add up to it.
        days: For `Pace.DAYS`: days for the whole; without it one day a phase, two where people write most.
    """
    parts: list[tuple[Method | Block, bool]] = [(blocks[name], False) for name in BEFORE if name in blocks]
    parts.append((method, True))
    parts.extend((blocks[name], False) for name in AFTER if name in blocks)
    row, has_presenter = [], False
    for part, of_method in parts:
        has_presenter = has_presenter or of_method
        for phase in part.phases:
            paced = phase if pace is Pace.LIVE else _in_writing(phase)
            row.append((part, of_method, has_presenter, paced))
    phases = [phase for *_, phase in row]
    lengths = _minutes(phases, minutes) if pace is Pace.LIVE else _days(phases, days)
    unit = MINUTE if pace is Pace.LIVE else DAY
    return Plan(
        method=method.id,
        method_version=method.version,
        method_name=method.name,
        minutes=minutes,
        pace=pace,
        phases=tuple(
            PlannedPhase(
                block=part.id,
                block_name=part.name,
                of_method=of_method,
                has_presenter=with_presenter,
                phase=phase,
                seconds=length * unit,
            )
            for (part, of_method, with_presenter, phase), length in zip(row, lengths, strict=True)
        ),
    )


def warnings(plan: Plan) -> tuple[Text, ...]:
    """What to know before beginning with this plan: nothing, or sentences to show."""
    found = []
    if plan.pace is Pace.DAYS:
        days = sum(planned.seconds for planned in plan.phases) // DAY
        return (_too_many_days(days),) if days > MOST_DAYS else ()
    phases = [planned.phase for planned in plan.phases]
    needed = _in_all([phase.minutes.least for phase in phases], times_through(phases, PRESENTERS))
    if plan.minutes < LEAST_MINUTES:
        found.append(_short(plan.minutes))
    if needed > plan.minutes:
        found.append(_too_short(plan.minutes, needed))
    return tuple(found)


def _minutes(phases: Sequence[Phase], minutes: int) -> list[int]:
    """Whole minutes per phase. Largest remainders first, so that the sum is exact where it can be."""
    times = times_through(phases, PRESENTERS)
    least = [phase.minutes.least for phase in phases]
    usual = [phase.minutes.usual for phase in phases]
    most = [phase.minutes.most for phase in phases]
    low, high = (least, usual) if minutes <= _in_all(usual, times) else (usual, most)
    room, wanted = _in_all(high, times) - _in_all(low, times), minutes - _in_all(low, times)
    share = 0.0 if room == 0 else min(1.0, max(0.0, wanted / room))
    exact = [bottom + (top - bottom) * share for bottom, top in zip(low, high, strict=True)]
    lengths = [int(length) for length in exact]
    short = min(max(_in_all(low, times), minutes), _in_all(high, times)) - _in_all(lengths, times)
    by_remainder = sorted(range(len(phases)), key=lambda index: (lengths[index] - exact[index], index))
    # what is gone through three times takes three minutes at once; the phases that come once take what is left
    for index in (*by_remainder, *by_remainder):
        if times[index] <= short and lengths[index] < high[index]:
            lengths[index] += 1
            short -= times[index]
    return lengths


def _in_all(lengths: Sequence[int], times: Sequence[int]) -> int:
    return sum(length * often for length, often in zip(lengths, times, strict=True))


def _days(phases: Sequence[Phase], days: int | None) -> list[int]:
    """Whole days per phase: one, and two for those with most to write as far as the days reach."""
    lengths = [1] * len(phases)
    wanted = MOST_DAYS if days is None else days
    busiest = sorted(range(len(phases)), key=lambda index: (-phases[index].minutes.usual, index))
    extra = max(0, wanted - len(phases))
    if days is None:
        busiest = [index for index in busiest if phases[index].minutes.usual >= LONG_TALK]
        extra = min(extra, len(busiest))
    while extra and busiest:
        for index in busiest[:extra]:
            lengths[index] += 1
        extra -= min(extra, len(busiest))
    return lengths


_SPOKEN_AS = {
    Mode.QUESTION_AND_ANSWER: CardKind.QUESTION,
    Mode.LISTED_QUESTIONS: CardKind.QUESTION,
    Mode.INTERVIEW: CardKind.QUESTION,
    Mode.STATEMENT_WHEN_ASKED: CardKind.QUESTION,
    Mode.ROLE_PLAY: CardKind.OBSERVATION,
    Mode.SMALL_GROUPS: CardKind.OBSERVATION,
}


def _in_writing(phase: Phase) -> Phase:
    """
    The same phase written over days: what is said live goes into a slot of its own.

    Everybody who may speak writes there, in no order; where questions are put, whoever answers has a second
    slot whose entries are about the questions. Phases that have a slot for every speaker stay as they are.
    """
    floor = phase.floor
    if not floor.speakers or floor.mode is Mode.STILLNESS:
        return phase
    written_by = {role for slot in phase.writing for role in slot.by}
    asks = floor.mode in (Mode.QUESTION_AND_ANSWER, Mode.INTERVIEW, Mode.STATEMENT_WHEN_ASKED)
    slots: list[Writing] = list(phase.writing)
    if asks or not set(floor.speakers) <= written_by:
        slots.insert(0, _spoken(phase, asks=asks))
    if asks:
        slots.insert(1, _answered(phase))
    return replace(phase, writing=tuple(slots))


def _spoken(phase: Phase, *, asks: bool) -> Writing:
    kind = _SPOKEN_AS.get(phase.floor.mode)
    if kind is None:
        kind = CardKind.CASE if phase.floor.speakers == (Role.PRESENTER,) else CardKind.OBSERVATION
    return Writing(
        id=f"spoken_{phase.id}",
        kind=kind,
        by=phase.floor.speakers,
        prompt=Text(nl="Stel je vraag", en="Put your question") if asks else phase.name,
    )


def _answered(phase: Phase) -> Writing:
    role = phase.floor.answered_by
    return Writing(
        id=f"answered_{phase.id}",
        kind=CardKind.ANSWER,
        by=phase.floor.speakers if role is None else (role,),
        prompt=Text(nl="Antwoord op een vraag", en="Answer a question"),
        most=60,  # as many as there can be questions
        about=f"spoken_{phase.id}",
    )


def _short(minutes: int) -> Text:
    return Text(
        nl=f"{minutes} minuten is kort: voor een rustige bijeenkomst is anderhalf uur het minste.",
        en=f"{minutes} minutes is short: an unhurried meeting takes an hour and a half at least.",
    )


def _too_short(minutes: int, needed: int) -> Text:
    return Text(
        nl=f"Deze methode heeft met alles eromheen minstens {needed} minuten nodig; "
        f"in {minutes} minuten lukt dat niet. Neem meer tijd of kies een kortere methode.",
        en=f"With everything around it this method takes {needed} minutes at least; "
        f"it won't fit into {minutes}. Take more time or choose a shorter method.",
    )


def _too_many_days(days: int) -> Text:
    return Text(
        nl=f"{days} dagen is lang: na {MOST_DAYS} dagen raken mensen de draad kwijt. Kies een kortere methode.",
        en=f"{days} days is long: after {MOST_DAYS} days people lose the thread. Choose a shorter method.",
    )
