"""From one season to the next: who sat together is remembered, for those who want to mix as for those who want to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kring.core.circles.forming.people import Circle, Person
from kring.core.circles.forming.wishes import LAST_SEASON, SEASON_BEFORE


def after_season(people: Iterable[Person], circles: Sequence[Circle]) -> tuple[Person, ...]:
    """
    The people as they stand after a season in these circles.

    What was the last season becomes the one before; what lies further back is forgotten. Whoever facilitated didn't sit
    there as one of them, so that counts for nothing.
    """
    sat = {member: number for number, circle in enumerate(circles, start=1) for member in circle.members}
    return tuple(
        replace(
            one,
            past=frozenset(
                [
                    SEASON_BEFORE + token.removeprefix(LAST_SEASON)
                    for token in one.past
                    if token.startswith(LAST_SEASON)
                ]
                + ([f"{LAST_SEASON}{sat[one.id]:05}"] if one.id in sat else [])
            ),
        )
        for one in people
    )
