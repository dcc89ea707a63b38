"""What comes in from the editor: a method without its words. A word that isn't a mark is refused unread."""

from typing import Annotated

import msgspec
from django.utils.translation import gettext as _

from kring.core.methods.method import Method
from kring.core.methods.skeleton import OWN, has_no_words
from kring.web.ui.refusal import Refused

# The largest shipped method has thirteen steps; these bounds keep a walk through all of it within a second or two.
MOST_STEPS = 30
MOST_OF_A_KIND = 12  # cards, parts, choices, whispers of one step
MOST_ENTRIES = 60  # of one person in one slot


class Skeleton(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method with a mark for each text."""

    method: Method


class Walk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circle of so many people that is to go through it."""

    method: Method
    people: Annotated[int, msgspec.Meta(ge=3, le=12)]


def check_skeleton(method: Method) -> Method:
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
