"""A phase written over days: what is said live goes onto cards."""

from __future__ import annotations

from msgspec.structs import replace

from kring.core.methods.method import CardKind, Mode, Phase, Role, Text, Writing

_SPOKEN_AS = {
    Mode.QUESTION_AND_ANSWER: CardKind.QUESTION,
    Mode.LISTED_QUESTIONS: CardKind.QUESTION,
    Mode.INTERVIEW: CardKind.QUESTION,
    Mode.STATEMENT_WHEN_ASKED: CardKind.QUESTION,
    Mode.ROLE_PLAY: CardKind.OBSERVATION,
    Mode.SMALL_GROUPS: CardKind.OBSERVATION,
}


def in_writing(phase: Phase) -> Phase:
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
