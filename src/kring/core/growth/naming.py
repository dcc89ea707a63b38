"""Which known learning goal somebody means who writes one in their own words, in Dutch or English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from kring.core.growth.capabilities import NAMES, Capability, Goal, Theme

CLOSE = 0.86  # of 1: a slip or a plural in a name of ten letters, and not yet another word

# How people write them besides their names; compared without case, spaces and signs.
ALSO: Mapping[Goal, tuple[str, ...]] = MappingProxyType(
    {
        Capability.STRENGTHS_AND_WEAKNESSES: (
            *("sterke en zwakke kanten", "sterktes en zwaktes", "kwaliteiten en valkuilen"),
            *("strengths and weaknesses", "strengths and pitfalls"),
        ),
        Capability.CONSEQUENCES: ("gevolgen van mijn handelen", "gevolgen zien", "consequences", "gevolgen"),
        Capability.NORMS_AND_VALUES: ("normen en waarden", "waarden", "norms and values", "values"),
        Capability.OWN_ROLE: ("eigen rol", "mijn rol", "rol", "own role", "my role"),
        Capability.ALTERNATIVES: ("alternatieven", "anders handelen", "alternatives", "acting differently"),
        Capability.FEEDBACK: ("feedback geven", "giving feedback", "feedback geven en ontvangen"),
        Capability.CONFRONTING: ("confronteren", "aanspreken", "hier en nu", "confronting", "here and now"),
        Capability.MIRRORING: ("spiegelen", "een spiegel zijn", "mirroring", "being a mirror"),
        Capability.REFLECTING_FEELINGS: ("gevoelens", "gevoelsreflectie", "feelings"),
        Capability.ASKING_ON: ("vragen stellen", "open vragen stellen", "asking questions", "open questions"),
        Theme.CONFLICT: ("conflicten", "conflicthantering", "conflicts", "conflict handling"),
        Theme.DIFFERENCES: ("verschillen", "diversiteit", "diversity"),
        Theme.CHANGE: ("verandering", "veranderingen", "omgaan met veranderingen", "changes"),
        Theme.MOTIVATING: ("motivatie", "motivation", "anderen motiveren"),
        Theme.WORKLOAD: ("werkdruk", "grenzen stellen", "grenzen", "werkstress", "work pressure", "limits"),
    }
)


def goal_named(text: str) -> str | None:
    """The id of the goal that is called so; none where it is called otherwise."""
    return _GOALS.get(_plain(text))


@lru_cache(maxsize=4096)  # a long table says the same few things again and again
def goal_called(text: str) -> str | None:
    """The same, and with a slip of the pen."""
    close = get_close_matches(_plain(text), _GOALS, n=1, cutoff=CLOSE)
    return goal_named(text) or (_GOALS[close[0]] if close else None)


def is_named_so(text: str) -> bool:
    """Whether that is a goal's very name, or its id."""
    return _plain(text) in _NAMES


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


_NAMES: Mapping[str, str] = MappingProxyType(
    {_plain(name): goal.value for goal, names in NAMES.items() for name in (goal.value, names.nl, names.en)}
)
_GOALS: Mapping[str, str] = MappingProxyType(
    {**{_plain(name): goal.value for goal, names in ALSO.items() for name in names}, **_NAMES}
)
