"""A method as plain text, to read on a terminal or print."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from kring.core.methods.faults import Language, say
from kring.core.methods.method import Level, Method, Mode, Phase, Role, Text

WIDTH = 88  # characters; a comfortable line on a terminal of any size

LEVELS = {
    Level.BEGINNER: Text(nl="om mee te beginnen", en="to start with"),
    Level.INTERMEDIATE: Text(nl="met enige oefening", en="with some practice"),
    Level.ADVANCED: Text(nl="voor wie goed op elkaar ingespeeld is", en="for those well used to each other"),
}
ROLES = {
    Role.PRESENTER: Text(nl="inbrenger", en="presenter"),
    Role.PEERS: Text(nl="deelnemers", en="peers"),
    Role.FACILITATOR: Text(nl="begeleider", en="facilitator"),
    Role.OBSERVER: Text(nl="procesbewaker", en="observer"),
}
MODES = {
    Mode.MONOLOGUE: Text(nl="één stem", en="one voice"),
    Mode.ROUND_ROBIN: Text(nl="om de beurt", en="in turn"),
    Mode.OPEN_FLOOR: Text(nl="wie wil spreekt", en="whoever wants to speaks"),
    Mode.QUESTION_AND_ANSWER: Text(nl="vraag en antwoord", en="question and answer"),
    Mode.LISTED_QUESTIONS: Text(nl="vragen verzamelen", en="collecting questions"),
    Mode.SILENT_WRITING: Text(nl="in stilte schrijven", en="writing in silence"),
    Mode.REVEAL: Text(nl="tegelijk onthullen", en="revealing together"),
    Mode.RATING: Text(nl="waarderen", en="rating"),
    Mode.VOTE: Text(nl="geheime stemming", en="blind vote"),
    Mode.INTERVIEW: Text(nl="vraaggesprek", en="interview"),
    Mode.ROLE_PLAY: Text(nl="rollenspel", en="role play"),
    Mode.STILLNESS: Text(nl="stilte", en="stillness"),
    Mode.SMALL_GROUPS: Text(nl="in groepjes", en="in small groups"),
    Mode.STATEMENT_WHEN_ASKED: Text(nl="spreken als je gevraagd wordt", en="speaking when asked"),
}
_PEOPLE = Text(nl="mensen", en="people")
_MINUTES = Text(nl="minuten", en="minutes")
_PITFALLS = Text(nl="Valkuilen", en="Pitfalls")
_PREPARATION = Text(nl="Voorbereiding", en="Preparation")


def as_text(method: Method, language: Language) -> str:
    """The whole method: when to choose it, what to prepare, the steps with what to say, and the credit."""
    return "\n".join(_lines(method, language)) + "\n"


def facts_of(method: Method, language: Language) -> str:
    """Minutes, group and level in one line."""
    return (
        f"{method.usual_minutes} {say(_MINUTES, language)} · {method.group.least}–{method.group.most} "
        f"{say(_PEOPLE, language)} · {say(LEVELS[method.level], language)}"
    )


def _lines(method: Method, language: Language) -> Iterator[str]:
    name = say(method.name, language)
    yield from (name, "=" * len(name), facts_of(method, language), "")
    for text in (method.summary, method.suits_when):
        yield _filled(say(text, language))
    yield _filled(f"{say(_PREPARATION, language)}: {say(method.preparation, language)}")
    yield f"\n{say(_PITFALLS, language)}"
    for pitfall in method.pitfalls:
        yield _filled(say(pitfall, language), "- ")
    for number, phase in enumerate(method.phases, start=1):
        yield from _phase(number, phase, language)
    yield ""
    for credit in (method.credit.origin, method.credit.note):
        if credit is not None:
            yield _filled(say(credit, language))
    yield method.credit.source


def _phase(number: int, phase: Phase, language: Language) -> Iterator[str]:
    minutes = f"{phase.minutes.least}–{phase.minutes.most} {say(_MINUTES, language)}"
    yield f"\n{number}. {say(phase.name, language)} ({minutes}, {say(MODES[phase.floor.mode], language)})"
    yield _filled(say(phase.purpose, language), "   ")
    for role in Role:
        told: Text = getattr(phase.instruction, role.value)
        yield _filled(f"{say(ROLES[role], language)}: {say(told, language)}", "   - ")
    for slot in phase.writing:
        yield _filled(f"✎ {say(slot.prompt, language)}", "   ")


def _filled(text: str, before: str = "") -> str:
    return fill(text, WIDTH, initial_indent=before, subsequent_indent=" " * len(before))
