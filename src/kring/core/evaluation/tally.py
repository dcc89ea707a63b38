"""
Answers, added up and nothing else: no sheet is kept, so none can be found again.

Which answers came together on one sheet can't be told from a tally.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from kring.core.evaluation.questionnaire import CHOICES, Questionnaire

Sheet: TypeAlias = Mapping[str, int]
"""One person's answers, by item; only ever on its way into a tally."""

Tally: TypeAlias = Mapping[str, Mapping[int, int]]
"""How often each choice was made, by item and choice."""


def nobody_yet(questionnaire: Questionnaire) -> Tally:
    """Before the first answer."""
    return MappingProxyType({id: MappingProxyType(dict.fromkeys(CHOICES, 0)) for id in questionnaire.ids})


def open_items(questionnaire: Questionnaire, sheet: Sheet) -> tuple[str, ...]:
    """Ids of what isn't answered yet, or not with one of the choices; in the order in which they are asked."""
    return tuple(id for id in questionnaire.ids if sheet.get(id) not in CHOICES)


def added(tally: Tally, sheet: Sheet) -> Tally:
    """
    The tally with one more.

    Raises:
        ValueError: the sheet isn't whole, or says something that wasn't asked.
    """
    if set(sheet) != set(tally) or not set(sheet.values()) <= set(CHOICES):
        raise ValueError("a sheet answers each item with one of the choices, and nothing else")
    return MappingProxyType(
        {
            id: MappingProxyType({choice: count + (sheet[id] == choice) for choice, count in counts.items()})
            for id, counts in tally.items()
        }
    )


def answered_in(tally: Tally) -> int:
    """How many people answered: each made one choice for each item."""
    return max((sum(counts.values()) for counts in tally.values()), default=0)
