"""One companion: it looks, makes up its mind, takes its time, and does what it wanted if it still may."""

from __future__ import annotations

from time import monotonic

from kring.client.companions.arriving import arrive, begin, leave
from kring.client.companions.facilitating import facilitate
from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.speaking import speak
from kring.client.companions.wishes import Do, Tell, Wish, Write
from kring.client.companions.writing import finish, write
from kring.client.room import Room
from kring.client.site import Refused
from kring.core.meetings.plan import PersonId
from kring.core.meetings.state import Stage

HABITS = (arrive, begin, write, speak, finish, facilitate, leave)  # the first that wants something gets it


TRY_AGAIN_AFTER = 3  # looks at the clock, when something was refused


class Companion:
    """
    Takes part in the meeting that a room is the line to.

    Attributes:
        others: The accounts of the companions in the same party, its own included; empty where it needs no
            people to go on.
    """

    def __init__(self, room: Room, mind: Mind) -> None:
        self.room = room
        self.mind = mind
        self.others: frozenset[PersonId] = frozenset()
        self._since: dict[str, float] = {}
        self._not_before: dict[str, float] = {}

    async def attend(self) -> None:
        """Take part until the meeting is closed, or until one has left."""
        async with self.room:
            while self.room.ended is None and not self._is_done():
                wish = self._wish()
                left = self.mind.pace.looking if wish is None else self._left(wish)
                if wish is None or left > 0:
                    await self.room.change(min(left, self.mind.pace.looking))
                else:
                    await self._do(wish)

    def _is_done(self) -> bool:
        state = self.room.state
        if state is None or self.room.me not in state.people:
            return False
        return state.stage is Stage.CLOSED or state.people[self.room.me].left

    def _wish(self) -> Wish | None:
        sees = self._look()
        if sees is None:
            return None
        wishes = (habit(sees, self.mind) for habit in HABITS)
        wish = next((wish for wish in wishes if wish is not None and not self._must_wait(wish)), None)
        self._since = {wish.why: self._since.get(wish.why, monotonic())} if wish else {}
        return wish

    def _look(self) -> Sees | None:
        room, state, view = self.room, self.room.state, self.room.view()
        if state is None or view is None:
            return None
        self.mind.lines.language = room.language
        return Sees(room.me, state, view, room.now, room.opened(), self.others)

    def _left(self, wish: Wish) -> float:
        return self._since[wish.why] + wish.seconds - monotonic()

    async def _do(self, wish: Wish) -> None:
        try:
            match wish.deed:
                case Tell(name):
                    await self.room.introduce(name)
                case Write(slot, text, about):
                    await self.room.contribute(slot, text, about)
                case Do(deed, fields):
                    await self.room.do(deed, **fields)
        except Refused:  # somebody was quicker, or it isn't the moment any more: look again first
            self._not_before[wish.why] = monotonic() + TRY_AGAIN_AFTER * self.mind.pace.looking

    def _must_wait(self, wish: Wish) -> bool:
        return monotonic() < self._not_before.get(wish.why, 0.0)
