"""The parts of a week at which somebody can: `mon-morning` to `sun-evening`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)

NOON, EVENING = 12, 18  # o'clock

_DAY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict(
            zip(
                ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
                DAYS,
                strict=True,
            )
        ),
        **dict(
            zip(
                ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                DAYS,
                strict=True,
            )
        ),
        **dict(zip(("ma", "di", "wo", "do", "vr", "za", "zo"), DAYS, strict=True)),
        **{day: day for day in DAYS},
    }
)
_PART_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("ochtend", "ochtends", "morgen", "vm", "voormiddag", "morning", "mornings", "am"), "morning"
        ),
        **dict.fromkeys(
            ("middag", "middags", "nm", "namiddag", "afternoon", "afternoons", "pm"), "afternoon"
        ),
        **dict.fromkeys(("avond", "avonds", "evening", "evenings"), "evening"),
    }
)
_ALWAYS = frozenset({"altijd", "always", "alles", "all"})
_HOUR = re.compile(r"(?:[01]\d|2[0-3])")
_DAYS_LONGEST_FIRST = sorted(_DAY_NAMES, key=len, reverse=True)


@lru_cache(maxsize=4096)  # a long table says the same few things again and again
def slots_of(text: str) -> tuple[str, ...]:
    """
    The parts of the week that somebody wrote: `di-avond`, `Tuesday evening`, `woensdag` for a whole day, `altijd`.

    An hour, `mon-09`, is the part of the day in which it falls. Nothing where it can't be read.
    """
    plain = re.sub(r"[\s\W_]+", "", text.casefold())
    if plain in _ALWAYS:
        return SLOTS
    name = next((name for name in _DAYS_LONGEST_FIRST if plain.startswith(name)), None)
    if name is None:
        return ()
    day, rest = _DAY_NAMES[name], plain[len(name) :].removeprefix("s")
    if not rest:
        return tuple(f"{day}-{part}" for part in PARTS)
    if rest in _PART_NAMES:
        return (f"{day}-{_PART_NAMES[rest]}",)
    return (f"{day}-{_part_of(int(rest))}",) if _HOUR.fullmatch(rest) else ()


def in_order(slots: Iterable[str]) -> tuple[str, ...]:
    """Each once, as the week runs."""
    chosen = set(slots)
    return tuple(slot for slot in SLOTS if slot in chosen)


def _part_of(hour: int) -> str:
    return "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
