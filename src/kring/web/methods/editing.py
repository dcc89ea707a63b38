"""What the editor of methods asks of the craft: remarks, a walk through the whole, and what to draw."""

from collections.abc import Iterable
from dataclasses import asdict
from enum import Enum
from threading import Lock

from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext as _

from kring.core.meetings.simulate import simulate
from kring.core.methods.faults import Fault, Language, say
from kring.core.methods.for_forms import faults_for_form
from kring.core.methods.load import ids_of_blocks
from kring.core.methods.meaning import MEANINGS
from kring.core.methods.method import (
    About,
    CardKind,
    Exposure,
    Level,
    Method,
    Mode,
    Place,
    QuestionKind,
    Role,
    Shown,
    ShownTo,
    WrittenIn,
)
from kring.core.methods.naming import name_of
from kring.web.methods.bands import band_of
from kring.web.ui.refusal import Refused

_WORDS: tuple[type[Enum], ...] = (
    About, CardKind, Exposure, Level, Mode, Place, QuestionKind, Role, Shown, ShownTo, WrittenIn,
)  # fmt: skip
_PATIENCE_SECONDS = 5.0

# A walk keeps the processor busy; one at a time leaves the rest to the rooms.
_one_at_a_time = Lock()

Told = dict[str, object]


def remarks(method: Method) -> Told:
    """Every remark, and the facts and bars to show beside the steps."""
    return {
        "faults": _told(faults_for_form(method)),
        "minutes": method.usual_minutes,
        "facts": _line("methods/_facts.html", method) if method.phases else "",
        "tools": _line("methods/_tools.html", method) if method.phases else "",
        "bars": [asdict(bar) for bar in band_of(method)] if method.usual_minutes > 0 else [],
    }


def walk(method: Method, people: int) -> Told:
    """
    What goes wrong when that many people go through a method in which there is nothing left to remark.

    Raises:
        Refused: others are having theirs walked through.
    """
    if faults_for_form(method):
        raise Refused(422, "has_remarks", _("First mend what was remarked."))
    if not _one_at_a_time.acquire(timeout=_PATIENCE_SECONDS):
        raise Refused(503, "busy", _("It is busy. Wait a moment and try again."))
    try:
        return {"faults": _told(simulate(method, people))}
    finally:
        _one_at_a_time.release()


def vocabulary() -> dict[str, str]:
    """Every word that a form offers, and what each field says, in the language of the page."""
    language = _language()
    words = {
        f"word.{kind.__name__}.{word.value}": say(name_of(word), language) for kind in _WORDS for word in kind
    }
    meanings = {
        f"meaning.{shape.__name__}.{name}": say(meaning, language)
        for shape, names in MEANINGS.items()
        for name, meaning in names.items()
    }
    return {**words, **meanings}


def taken_ids() -> tuple[str, ...]:
    """Ids that the blocks around a method use."""
    return tuple(sorted(ids_of_blocks()))


def _told(faults: Iterable[Fault]) -> list[Told]:
    language = _language()
    return [
        {"place": fault.place, "wrong": say(fault.wrong, language), "mend": say(fault.mend, language)}
        for fault in faults
    ]


def _line(template: str, method: Method) -> str:
    return " ".join(render_to_string(template, {"method": method}).split())


def _language() -> Language:
    return "en" if get_language() == "en" else "nl"
