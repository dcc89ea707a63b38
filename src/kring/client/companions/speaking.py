"""Taking the floor, holding it for a while and passing it on."""

from __future__ import annotations

from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.wishes import Do, Wish
from kring.core.meetings.plan import PersonId
from kring.core.meetings.view import Now
from kring.core.methods.method import Mode

PASSES = 0.1  # the share of turns that a companion lets go by
QUESTIONS_IN_AN_INTERVIEW = 3
QUESTIONING = frozenset({Mode.QUESTION_AND_ANSWER, Mode.STATEMENT_WHEN_ASKED, Mode.INTERVIEW})


def speak(sees: Sees, mind: Mind) -> Wish | None:
    """Hold the floor, or take it where it is free and there is something to say."""
    if sees.holds_floor:
        return _hold(sees, mind)
    playing = _play(sees, mind)
    if playing is not None:
        return playing
    if not sees.may("take_floor") or sees.view.floor.holder is not None:
        return None
    said = _turns(sees)
    if said >= _wanted(sees, mind):
        return None
    about = f"take {sees.moment} {said} {sees.view.floor.asker}"
    return Wish(about, Do("take_floor", _to_whom(sees, mind)), mind.span(about, mind.pace.thinking))


def has_asked_enough(sees: Sees) -> bool:
    """In an interview the floor returns to whoever asks, until they have asked enough."""
    asker = sees.view.floor.holder
    in_interview = sees.phase is not None and sees.phase.phase.floor.mode is Mode.INTERVIEW
    return (
        in_interview
        and asker == sees.view.floor.asker
        and sees.view.floor.in_a_row > QUESTIONS_IN_AN_INTERVIEW
    )


def _hold(sees: Sees, mind: Mind) -> Wish | None:
    if has_asked_enough(sees) and sees.may("next"):
        return None
    turn = f"{sees.moment} {_turns(sees)} {sees.view.floor.round} {sees.view.floor.asker}"
    peer = not sees.is_presenter
    if peer and sees.view.now is Now.YOUR_TURN and sees.may("pass") and mind.likely(f"pass {turn}", PASSES):
        return Wish(f"pass {turn}", Do("pass"), mind.span(f"pass {turn}", mind.pace.thinking))
    if not sees.may("yield_floor"):
        return None
    tells = sees.is_presenter and sees.phase is not None and sees.phase.phase.floor.mode is Mode.MONOLOGUE
    span = mind.pace.telling if tells else mind.pace.speaking
    return Wish(f"yield {turn}", Do("yield_floor"), mind.span(f"yield {turn}", span))


def _turns(sees: Sees) -> int:
    me = sees.state.people.get(sees.me)
    return 0 if me is None else me.turns


def _wanted(sees: Sees, mind: Mind) -> int:
    """Up to how many turns in the whole meeting this companion speaks before this phase ends."""
    first = mind.plan(f"turns before {sees.moment}", _turns(sees), _turns(sees))
    return first + mind.plan(f"turns {sees.moment}", 1, 1 if sees.is_presenter else 2)


def _to_whom(sees: Sees, mind: Mind) -> dict[str, str | int]:
    if sees.phase is None or sees.phase.phase.floor.mode not in QUESTIONING:
        return {}
    presenter = sees.state.presenter
    if presenter is not None and presenter != sees.me and sees.phase.phase.floor.answered_by is not None:
        return {}
    others: list[PersonId] = [
        person.id
        for person in sees.state.people.values()
        if person.id not in (sees.me, sees.state.facilitator) and person.present and not person.left
    ]
    return {"to": mind.chance.choice(others)} if others else {}


def _play(sees: Sees, mind: Mind) -> Wish | None:
    """Take a part that nobody plays yet, and step out of it where the method says so."""
    me = sees.state.people.get(sees.me)
    if sees.phase is None or me is None:
        return None
    phase = sees.phase.phase
    if phase.takes_off_parts:
        about = f"off {sees.moment}"
        off = Wish(about, Do("take_off_part"), mind.span(about, mind.pace.thinking))
        return off if me.part is not None and sees.may("take_off_part") else None
    taken = {person.part for person in sees.state.people.values()}
    free = [part.id for part in phase.parts if phase.floor.in_turn or part.id not in taken]
    if not free or me.part is not None or not sees.may("take_part"):
        return None
    about = f"part {sees.moment} {free[0]}"
    return Wish(about, Do("take_part", {"part": free[0]}), mind.span(about, mind.pace.thinking))
