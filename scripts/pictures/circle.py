"""
A circle around one method, as far as a picture needs it: a few people at screens, the others on a line of their own.

Whoever has no screen does with a word what would take a browser a second, over the same sockets with the same keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Self

from kring.client.room import Room
from kring.client.seat import Seat
from kring.client.site import Site
from kring.core.meetings import Agenda, EntryId, Part, PartKind, PersonId, State
from tests.browser.browsers import Screen
from tests.browser.gathering import Gathering
from tests.browser.people import Attendee
from tests.browser.words import Language

LEADER, PRESENTER = "Bram", "Noor"


class Circle:
    """
    Everybody who came to a meeting with nothing but this method; Bram leads, and it is Noor's case.

    Attributes:
        screens: Who sits at one, by name.
        lines: Everybody else.
    """

    def __init__(self, gathering: Gathering, language: Language, method: str) -> None:
        self._gathering, self._language, self._method = gathering, language, method
        self._stack = AsyncExitStack()
        self._people: dict[str, PersonId] = {}
        self.lines: dict[str, Room] = {}
        self.screens: dict[str, Attendee] = {}

    async def __aenter__(self) -> Self:
        await self._stack.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def gather(self, names: Sequence[str], screens: Mapping[str, Screen], minutes: int = 60) -> None:
        """They come in after Bram, in this order and at these screens, and begin."""
        agenda = Agenda(parts=(Part(kind=PartKind.METHOD, id=self._method),), minutes=minutes)
        opener = await Seat.open_agenda(Site(self._gathering.origin, self._language), agenda)
        await self._sit_on_line(LEADER, opener)
        for name in names:
            if name in screens:
                await self._sit_at_screen(name, screens[name])
            else:
                await self._sit_on_line(name, await Seat.knock(opener.link, self._language))
        leader = self.lines[LEADER]
        await self.until(lambda state: all(person.assented for person in state.people.values()))
        await leader.do("start")
        await self.until(lambda state: state.phase == 0)
        await leader.do("choose_presenter", person=self._people[PRESENTER])

    async def go_to(self, phase: str) -> None:
        """Bram goes on until there, and everybody comes along."""
        leader = self.lines[LEADER]
        assert leader.state is not None
        target = [planned.phase.id for planned in leader.state.plan.phases].index(phase)
        for number in range(leader.state.phase, target):
            await leader.do("next", from_phase=number)
        await self.until(lambda state: state.phase == target)
        for somebody in self.screens.values():
            await somebody.sees_phase(phase)

    async def write(self, name: str, slot: str, *texts: str, about: EntryId | None = None) -> None:
        """Cards by somebody on a line."""
        for text in texts:
            await self.lines[name].contribute(slot, text, about)

    async def do(self, name: str, deed: str, **fields: object) -> None:
        """Anything else that somebody on a line does."""
        await self.lines[name].do(deed, **fields)

    async def until(self, so: Callable[[State], bool]) -> None:
        """Until everybody on a line has heard of it."""
        for room in self.lines.values():
            while room.state is None or not so(room.state):
                await room.change(1)

    async def lie_on_table(self, count: int) -> None:
        """Until everybody on a line has heard of that many cards."""
        await self.until(lambda state: len(state.entries) >= count)

    # private ------------------------------------------------------------------------------------

    async def _sit_on_line(self, name: str, seat: Seat) -> None:
        room = await self._stack.enter_async_context(Room(seat))
        while room.view() is None:
            await room.change(1)
        await room.introduce(name)
        await room.do("assent")
        self.lines[name] = room
        self._people[name] = room.me

    async def _sit_at_screen(self, name: str, screen: Screen) -> None:
        leader = self.lines[LEADER]
        attendee = await self._gathering.sit(name, screen, self._language)
        await attendee.enter(str(leader.seat.link), self._method)
        await attendee.assent()
        known = set(self._people.values())
        await self.until(lambda state: bool(set(state.people) - known))
        assert leader.state is not None
        (self._people[name],) = set(leader.state.people) - known
        self.screens[name] = attendee
