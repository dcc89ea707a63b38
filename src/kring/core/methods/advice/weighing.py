"""
The soft rules: what speaks for a method that can be done, and what to know about it.

The weights are of the same kind as the wishes of a good facilitator: rather than proven. The question decides
first, then variation, then today's circumstances. What isn't said to the circle isn't weighed either: the sum is
made of the reasons that are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kring.core.methods.advice.character import (
    gives_distance,
    goes_inward,
    harder,
    has_role_play,
    is_broad,
    minutes_of,
    opens_more,
    writes_much,
)
from kring.core.methods.advice.reasons import Caution, Code, Favour, Reason
from kring.core.methods.advice.situation import Familiarity, Setting, Situation
from kring.core.methods.advice.standing import (
    current_method,
    feels_unsafe,
    is_beginning,
    level_of,
    meetings_since,
    methods_done,
    stayed_shallow,
)
from kring.core.methods.advice.starting import is_first_method
from kring.core.methods.method import Exposure, Level, Method, QuestionKind

WEIGHTS: Mapping[Code, int] = {
    Favour.STAY: 0,  # not weighed: it goes before everything, see `advise`
    Favour.MADE_FOR: 42,
    Favour.SUITS: 30,
    Favour.SUITS_TOO: 12,
    Favour.FIRST_STEPS: 20,
    Favour.BROAD: 14,
    Favour.TIME_FOR_OTHER: 0,  # the same for all but the one that the circle knows
    Favour.NEVER_DONE: 8,
    Favour.LONG_AGO: 4,
    Favour.READY_FOR: 3,
    Favour.DISTANCE: 14,
    Favour.OPENS_MORE: 12,
    Favour.GOES_INWARD: 10,
    Favour.SAFE: 14,
    Favour.UNHURRIED: 6,
    Favour.EASY_TO_LEAD: 4,
    Favour.IN_WRITING: 6,
    Caution.WHILE_LEARNING: 0,  # the same for all but the one that is being learned
    Caution.NOT_MADE_FOR: -20,
    Caution.JUST_DONE: -40,
    Caution.DONE_LATELY: -20,
    Caution.HURRIED: -10,
    Caution.SHORT: -8,
    Caution.ASKS_OF_FACILITATOR: -14,
    Caution.OPENS_MUCH: -8,
    Caution.OPENS_SOME: -12,
    Caution.ROLE_PLAY_ONLINE: -20,
}
OWN_ALONE = 12  # shared among all kinds that a method suits: the fewer, the more it is made for this one
LONG_AGO = 4  # meetings; by then nobody remembers the steps too well


def weight(reason: Reason) -> int:
    """How much one reason counts."""
    among = reason.args.get("among")
    return WEIGHTS[reason.code] + (OWN_ALONE // among if isinstance(among, int) else 0)


def considerations(situation: Situation, method: Method, library: Mapping[str, Method]) -> tuple[Reason, ...]:
    """
    Everything that holds for this method now.

    Args:
        situation: As it is.
        method: One that can be done.
        library: By id, for the names of methods done before.
    """
    return (
        *_learning(situation, method, library),
        *_question(situation, method),
        *_variation(situation, method, library),
        *_last_time(situation, method, library),
        *_today(situation, method),
    )


def _learning(situation: Situation, method: Method, library: Mapping[str, Method]) -> Iterator[Reason]:
    if not is_beginning(situation):
        return
    current = current_method(situation)
    if current == method.id:
        yield Reason(Favour.STAY, {"name": method.name, "times": methods_done(situation).count(current)})
        return
    if current is not None and current in library:
        yield Reason(Caution.WHILE_LEARNING, {"name": library[current].name})
    if is_first_method(method):
        yield Reason(Favour.FIRST_STEPS)
    # A success is an evening of its own; whatever the circle stays with comes after it.
    if is_broad(method) and situation.kinds[:1] != (QuestionKind.SUCCESS,):
        yield Reason(Favour.BROAD)


def _question(situation: Situation, method: Method) -> Iterator[Reason]:
    for number, kind in enumerate(dict.fromkeys(situation.kinds)):
        is_main = number == 0
        if kind not in method.suits:
            if is_main:
                yield Reason(Caution.NOT_MADE_FOR, {"kind": kind})
        elif not is_main:
            yield Reason(Favour.SUITS_TOO, {"kind": kind})
        elif set(method.suits) == {kind}:
            yield Reason(Favour.MADE_FOR, {"kind": kind})
        else:
            yield Reason(Favour.SUITS, {"kind": kind, "among": len(set(method.suits))})
    touches = QuestionKind.EMOTION in situation.kinds and QuestionKind.EMOTION in method.suits
    if touches and gives_distance(method) and not is_beginning(situation) and not feels_unsafe(situation):
        yield Reason(Favour.DISTANCE)


def _variation(situation: Situation, method: Method, library: Mapping[str, Method]) -> Iterator[Reason]:
    if is_beginning(situation):
        return
    current = library.get(current_method(situation) or "")
    since = meetings_since(situation, method.id)
    if situation.familiarity is Familiarity.MOST and current is not None and current.id != method.id:
        times = methods_done(situation).count(current.id)
        yield Reason(Favour.TIME_FOR_OTHER, {"name": current.name, "times": times})
    if method.level is level_of(situation) is not Level.BEGINNER:
        yield Reason(Favour.READY_FOR)
    match since:
        case None:
            yield Reason(Favour.NEVER_DONE)
        case 1:
            yield Reason(Caution.JUST_DONE)
        case 2:
            yield Reason(Caution.DONE_LATELY)
        case _ if since >= LONG_AGO:
            yield Reason(Favour.LONG_AGO, {"meetings": since})
        case _:
            pass


def _last_time(situation: Situation, method: Method, library: Mapping[str, Method]) -> Iterator[Reason]:
    """Safety goes before depth: nobody is asked to show more where they couldn't speak freely."""
    if feels_unsafe(situation):
        if method.exposure is Exposure.LOW:
            yield Reason(Favour.SAFE)
        else:
            yield Reason(Caution.OPENS_SOME)
    elif stayed_shallow(situation):
        last = library.get(current_method(situation) or "")
        if last is not None and opens_more(method.exposure, last.exposure):
            yield Reason(Favour.OPENS_MORE)
        if goes_inward(method):
            yield Reason(Favour.GOES_INWARD)
    elif method.exposure is Exposure.HIGH and QuestionKind.EMOTION not in situation.kinds:
        yield Reason(Caution.OPENS_MUCH)


def _today(situation: Situation, method: Method) -> Iterator[Reason]:
    takes = minutes_of(method, situation.people)
    if situation.minutes is not None:
        if takes.usual <= situation.minutes:
            yield Reason(Favour.UNHURRIED, {"minutes": situation.minutes})
        else:
            yield Reason(Caution.HURRIED, {"minutes": situation.minutes, "usual": takes.usual})
        if 2 * takes.most <= situation.minutes:
            yield Reason(Caution.SHORT, {"minutes": situation.minutes, "most": takes.most})
    if harder(method.level, situation.facilitator):
        yield Reason(Caution.ASKS_OF_FACILITATOR)
    elif method.level is Level.BEGINNER and situation.facilitator is Level.BEGINNER:
        yield Reason(Favour.EASY_TO_LEAD)
    if situation.setting is Setting.ONLINE and has_role_play(method):
        yield Reason(Caution.ROLE_PLAY_ONLINE)
    if situation.setting is Setting.DAYS and writes_much(method):
        yield Reason(Favour.IN_WRITING)
