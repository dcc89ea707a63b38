"""A method as plain text, to read on a terminal or print."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from kring.core.methods.faults import Language, say
from kring.core.methods.method import Method, Phase, Role, Text
from kring.core.methods.naming import name_of

WIDTH = 88  # characters; a comfortable line on a terminal of any size

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
        f"{say(_PEOPLE, language)} · {say(name_of(method.level), language)}"
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
    yield f"\n{number}. {say(phase.name, language)} ({minutes}, {say(name_of(phase.floor.mode), language)})"
    yield _filled(say(phase.purpose, language), "   ")
    for role in Role:
        told: Text = getattr(phase.instruction, role.value)
        yield _filled(f"{say(name_of(role), language)}: {say(told, language)}", "   - ")
    for slot in phase.writing:
        yield _filled(f"✎ {say(slot.prompt, language)}", "   ")


def _filled(text: str, before: str = "") -> str:
    return fill(text, WIDTH, initial_indent=before, subsequent_indent=" " * len(before))
