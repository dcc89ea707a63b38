"""What is taken in of a method of somebody's own: no word of it, and no more than a circle can carry out."""

import re
from collections.abc import Mapping

from django.utils.translation import get_language, gettext as _
from msgspec.structs import replace

from kring.core.meetings.simulate import simulate
from kring.core.methods.faults import Fault, say
from kring.core.methods.for_forms import faults_for_form
from kring.core.methods.method import Method
from kring.core.methods.skeleton import OWN, has_no_words, placed
from kring.web.ui.refusal import Refused

# The largest shipped method has thirteen steps; these bounds keep a walk through all of it within a second or two.
MOST_STEPS = 30
MOST_OF_A_KIND = 12  # cards, parts, choices, whispers of one step
MOST_ENTRIES = 60  # of one person in one slot

_NAME = re.compile(rf"{OWN}(-[2-9])?")  # what a meeting calls them: own, own-2


def without_words(method: Method) -> Method:
    """
    The method, if it holds no words and is no larger than a method can be.

    Raises:
        Refused: otherwise; the answer doesn't repeat what it was.
    """
    if method.id != OWN or not has_no_words(method):
        raise Refused(
            422, "words", _("The words of your method stay with you. Reload the page and try again.")
        )
    if len(method.phases) > MOST_STEPS or any(_is_too_full(rows) for rows in _rows(method)):
        raise Refused(
            422,
            "too_large",
            _(
                "This method is larger than a circle can carry out. At most %(steps)s steps, and at most %(each)s of a kind in a step."
            )
            % {"steps": MOST_STEPS, "each": MOST_OF_A_KIND},
        )
    if any(slot.most > MOST_ENTRIES for phase in method.phases for slot in phase.writing):
        raise Refused(
            422,
            "too_many",
            _("Nobody writes that many cards in one step. Choose at most %(most)s.") % {"most": MOST_ENTRIES},
        )
    return method


def _rows(method: Method) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [method.roles, method.pitfalls]
    for phase in method.phases:
        rows += [phase.writing, phase.parts, phase.cues, phase.reveals]
        rows += [slot.choices for slot in phase.writing]
    return rows


def _is_too_full(rows: tuple[object, ...]) -> bool:
    return len(rows) > MOST_OF_A_KIND


def to_plan(methods: Mapping[str, Method]) -> dict[str, Method]:
    """
    Methods of somebody's own for an agenda, by the name that the meeting has for them. Each text says where its
    words belong, as in `⟦own-2.phases.phase-1.purpose⟧`.

    Raises:
        Refused: one holds words, or breaks a rule.
    """
    if not all(_NAME.fullmatch(name) for name in methods):
        raise Refused(400, "malformed", _("We didn't understand that. Reload the page and try again."))
    for method in methods.values():
        _check(faults_for_form(without_words(method)))
    return {name: replace(placed(method, (name,)), id=name) for name, method in methods.items()}


def to_carry_out(methods: Mapping[str, Method]) -> dict[str, Method]:
    """
    The same for a meeting that is about to begin.

    Raises:
        Refused: as `to_plan`, or the smallest or the largest circle doesn't get through one of them.
    """
    planned = to_plan(methods)
    for method in methods.values():
        for people in dict.fromkeys((method.group.least, method.group.most)):
            _check(simulate(method, people))
    return planned


def _check(found: tuple[Fault, ...]) -> None:
    if found:
        told = _("This method can't be carried out yet: %(wrong)s See the remarks in the editor.")
        wrong = say(found[0].wrong, "en" if get_language() == "en" else "nl")
        raise Refused(422, "has_remarks", told % {"wrong": wrong})
