"""Two moments beside each other."""

from __future__ import annotations

import msgspec

from kring.core.evaluation.figures import Figure, Figures
from kring.core.evaluation.questionnaire import Item, Questionnaire


class Pair(msgspec.Struct, frozen=True):
    """
    One item, now and before.

    Attributes:
        now: None where too few gave it a number.
        before: None where it wasn't asked then, or too few gave it a number at either moment.
    """

    item: Item
    now: Figure | None
    before: Figure | None


def pairs(questionnaire: Questionnaire, now: Figures, before: Figures | None) -> tuple[Pair, ...]:
    """
    Each item in order. It is two groups that are compared, never people: who answered twice is known to nobody, so no
    difference may be read as somebody's change.
    """
    return tuple(_pair(item, now, before) for item in questionnaire.items)


def _pair(item: Item, now: Figures, before: Figures | None) -> Pair:
    figure = now.of(item.id)
    earlier = before.of(item.id) if before and figure else None
    return Pair(item, figure, earlier)
