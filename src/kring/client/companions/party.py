"""Several companions who come along to one meeting."""

from __future__ import annotations

import asyncio
from random import Random

from kring.client.companions.companion import Companion
from kring.client.companions.lines import Lines
from kring.client.companions.mind import Mind
from kring.client.companions.pace import HUMAN, Pace
from kring.client.link import Link
from kring.client.room import Room
from kring.client.seat import Seat

MOST = 5  # as many as the cast has


class Party:
    """
    Companions with one link.

    Args:
        language: What they speak, `nl` or `en`.
        stay: Whether they stay when nobody else is there.
    """

    def __init__(
        self,
        link: Link,
        count: int,
        pace: Pace = HUMAN,
        *,
        language: str = "nl",
        seed: int | None = None,
        stay: bool = False,
    ) -> None:
        if not 1 <= count <= MOST:
            raise ValueError(f"from 1 to {MOST} companions")
        self._link, self._count, self._pace = link, count, pace
        self._language, self._stay = language, stay
        self._chance = Random(seed)  # noqa: S311 - whoever guesses what a companion says next has won nothing

    async def attend(self) -> None:
        """Knock one after another, take part, and go home when it is over."""
        async with asyncio.TaskGroup() as together:
            present: list[Companion] = []
            for place in range(self._count):
                companion = await self._knock(place)
                present.append(companion)
                if not self._stay:
                    for one in present:
                        one.others = frozenset(one.room.me for one in present)
                together.create_task(companion.attend())
                await asyncio.sleep(self._chance.uniform(*self._pace.thinking) / 2)

    async def _knock(self, place: int) -> Companion:
        seat = await Seat.knock(self._link, self._language)
        return companion_in(seat, place, self._count, self._pace, self._chance.random())


def companion_in(seat: Seat, place: int, count: int, pace: Pace, seed: float) -> Companion:
    """The companion of this place in the cast, on this seat."""
    chance = Random(seed)  # noqa: S311 - see `Party`
    return Companion(Room(seat), Mind(Lines(place, count), pace, chance))
