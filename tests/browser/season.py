"""What happens in two years of one circle: time that goes by, members with and without a screen, and evenings."""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID

from playwright.async_api import Locator, expect

from kring.client.room import Room
from kring.core.meetings import State
from kring.core.meetings.plan import PersonId
from tests.browser import circles
from tests.browser.accounts import Holder
from tests.browser.attending import PATIENCE_SECONDS, is_kept, sit
from tests.browser.beginnings import invitation_by
from tests.browser.browsers import DESKTOP, Screen
from tests.browser.fellows import Fellow, sign_up
from tests.browser.gathering import Gathering
from tests.browser.people import INCIDENT, Attendee
from tests.browser.site import Site
from tests.browser.stolen import Stolen
from tests.browser.words import Language

TYPED = {
    "rules": "Canary-rules: we bring our own tea 7f3a91",
    "goal": "Canary-goal: to ask on calmly 90cc13",
    "case": "Canary-case: how do I ask before I advise 7be201",
    "intention": "Canary-intention: I count to ten 1d07ce",
    "early": "Canary-early: what Imane brought 31aa07",
    "later": "Canary-later: only for who stayed 3be77c",
    "joined": "Canary-joined: after Olga came 5c20d4",
    "late": "Canary-late: when few came 66ef19",
    "last": "Canary-last: before the coach went 09b8ac",
    "refreshed": "Canary-refreshed: rules of the third year e4410b",
}
# On pages that are opened from then on. A worker keeps its own time, which only ever locks it.
LATER = """
    globalThis.Date = class extends Date {
        constructor(...given) { given.length ? super(...given) : super(new.target.now()); }
        static now() { return super.now() + %d; }
    };
"""


@dataclass
class Season:
    """
    A circle, its server, and everybody who was ever in it.

    Attributes:
        on_screen: Who sits before a browser of their own; everybody is among the fellows.
        language: In which everybody signs up, and has their browser.
        ahead: How much time was let pass.
        meetings: That were held, in order.
    """

    site: Site
    gathering: Gathering
    language: Language = "en"
    fellows: dict[str, Fellow] = field(default_factory=dict)
    on_screen: dict[str, Attendee] = field(default_factory=dict)
    address: str = ""
    ahead: timedelta = timedelta()
    meetings: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.circle.id

    @property
    def circle(self) -> circles.Circle:
        """As other stories have it: who sits before a browser."""
        return circles.Circle(self.address, list(self.on_screen.values()))

    def members(self, *but: str) -> list[Fellow]:
        """Who is in it now, without some."""
        return [one for one in self.fellows.values() if one.circle and one.name not in but]

    # people -------------------------------------------------------------------------------------

    async def sign_up(self, *names: str) -> None:
        for name in names:
            self.fellows[name] = await sign_up(self.gathering.origin, self.site.data, name, self.language)

    async def sit_down(self, name: str, screen: Screen = DESKTOP) -> Attendee:
        """Before a browser, where one signs in and everything opens."""
        one = await self.gathering.sit(name, screen, self.language)
        # two members' vaults were at the same moment: one looks again
        one.faults.expect("Failed to load resource.*409")
        if self.ahead:
            await one.page.context.add_init_script(LATER % self._ahead_ms(self.ahead))
        holder = Holder(one, self.site.data)
        await holder.sign_in(self.fellows[name].passphrase)
        await holder.sees_account()
        self.on_screen[name] = one
        return one

    async def invite(self, by: str, *names: str) -> dict[str, str]:
        """The links that a member makes, by whom they are for."""
        return {name: await invitation_by(self.fellows[by], name) for name in names}

    async def tend(self, one: Attendee) -> None:
        """Somebody looks at the circle's page."""
        await circles.sees_it_open(one, self.circle)

    async def everybody_looks(self) -> None:
        for one in self.members():
            await one.look()

    async def assent(self, *but: str) -> None:
        """Everybody answers about authority and says yes to the rules as they are, but for some."""
        version = self.rules_now()
        for one in self.members(*but):
            await one.answer_about_authority()
            await one.assent(version)

    # time ---------------------------------------------------------------------------------------

    async def let_pass(self, time: timedelta) -> None:
        await self.site.let_pass(time)
        self.ahead += time
        for one in self.on_screen.values():
            await one.page.context.add_init_script(LATER % self._ahead_ms(time))

    @staticmethod
    def _ahead_ms(time: timedelta) -> int:
        return int(time.total_seconds() * 1000)

    @property
    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    async def plan(self, one: Attendee) -> None:
        """Six dates that begin next week."""
        await one.page.goto(f"{self.address}dates/")
        first = (self.now + timedelta(days=7)).date()
        await one.fill_in_date(one.page.get_by_label(one.text("First date"), exact=True), first)
        await one.press(one.button("Plan these dates"))
        await expect(one.page.get_by_role("link", name=one.text("Move or cancel"))).to_have_count(6)

    async def wait_for_next_date(self) -> str:
        """Until a quarter of an hour before it; returns its id."""
        rows = self.ask("SELECT id, starts_at FROM circles_planneddate WHERE cancelled_at IS NULL ORDER BY 2")
        for found, at in rows:
            starts_at = datetime.fromisoformat(at).replace(tzinfo=UTC)
            if starts_at > self.now:
                await self.let_pass(starts_at - timedelta(minutes=15) - self.now)
                return str(UUID(found))
        raise AssertionError("no date is planned")

    # what the server knows ----------------------------------------------------------------------

    def ask(self, query: str) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(self.site.data / "kring.sqlite3")) as database:
            return database.execute(query).fetchall()

    def stolen(self) -> Stolen:
        """The database as it is now, in wrong hands."""
        return Stolen(self.site.data / "kring.sqlite3", self.id)

    def rules_now(self) -> str:
        [(version,)] = self.ask("SELECT id FROM circles_rulesversion ORDER BY number DESC LIMIT 1")
        return str(UUID(version))


class Evening:
    """
    A meeting of which the facilitator has no screen, for as long as one is `async with` it.

    Args:
        lead: Who opens the room and leads.
        others: Who comes without a screen.
        watching: Who walks in with a browser; theirs seals for the circle what is kept of it.
    """

    def __init__(
        self, season: Season, lead: Fellow, others: Sequence[Fellow], watching: Sequence[Attendee]
    ) -> None:
        self._season, self._lead, self._others, self._watching = season, lead, others, watching
        self._stack = AsyncExitStack()
        self.meeting = ""
        self.rooms: dict[str, Room] = {}

    async def open(self, method: str, date: str | None, minutes: int = 120) -> Self:
        """Everybody comes in and agrees, and it begins."""
        await self._lead.look()
        self.meeting = await self._lead.open_room(method, minutes, date)
        await self._sit(self._lead, self._lead.room())
        await self._come()
        everybody = len(self.rooms) + len(self._watching)
        await self.until(lambda state: sum(person.assented for person in state.people.values()) == everybody)
        await self.leading.do("start")
        return self

    @classmethod
    async def led_by(cls, one: Attendee, season: Season, watching: Sequence[Attendee]) -> Self:
        """Somebody opens the room on screen and leads; everybody else comes in and agrees."""
        on_screen = {one.name, *(other.name for other in watching)}
        evening = cls(season, season.fellows[one.name], season.members(*on_screen), watching)
        await one.page.goto(f"{season.address}meetings/new/")
        await expect(one.button("Open the room")).to_be_enabled()
        await one.choose_method(INCIDENT)
        await one.press(one.button("Open the room"))
        await one.page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
        evening.meeting = one.page.url.partition("/m/")[2].partition("/")[0]
        await one.sees_person(one.name)
        await evening._come()
        await one.assent()
        return evening

    async def _come(self) -> None:
        """Who has a screen first: after who leads, the record is kept by whoever came first."""
        for one in self._watching:
            await one.page.goto(self._season.address)
            await one.press(one.page.get_by_role("link", name=one.text("Walk in"), exact=True))
            await one.assent()
        for fellow in self._others:
            await self._sit(fellow, await fellow.walk_in(self.meeting))

    @property
    def leading(self) -> Room:
        return self.rooms[self._lead.name]

    async def _sit(self, one: Fellow, room: Room) -> None:
        self.rooms[one.name] = await self._stack.enter_async_context(room)
        await sit(room, one.name)

    async def until(self, holds: Callable[[State], bool]) -> None:
        """Until it holds for the facilitator."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.leading.state is None or not holds(self.leading.state):
                await self.leading.change(0.1)

    async def go_on(self) -> None:
        """To the next step."""
        state = self.leading.state
        assert state is not None
        await self.leading.do("next", from_phase=state.phase)
        await self.until(lambda now: now.phase != state.phase)

    async def choose(self, presenter: Fellow, offer: str) -> None:
        """Up to where it is chosen whose case it will be; they offer theirs on the way."""
        for _ in range(10):
            await self.go_on()
            state = self.leading.state
            assert state is not None
            phase = state.plan.phases[state.phase].phase
            room = self.rooms[presenter.name]
            if any(slot.id == "offers" for slot in phase.writing):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    while room.state is None or room.state.phase != state.phase:
                        await room.change(0.1)
                await room.contribute("offers", offer)
            if phase.chooses_presenter:
                break
        await self.leading.do("choose_presenter", person=PersonId(presenter.acct))
        await self.go_on()

    async def close(self) -> None:
        await self.leading.do("close_meeting")
        await self.over()

    async def over(self) -> None:
        """Everybody goes home, once what remains is kept."""
        await is_kept(*self._watching)
        await self._stack.aclose()
        self._season.meetings.append(self.meeting)


async def hold(
    season: Season,
    method: str,
    *,
    presenter: str,
    offer: str,
    minutes: int = 100,
    absent: Sequence[str] = (),
) -> None:
    """On the next date, for so many minutes; Noor sits before her browser, the others don't."""
    date = await season.wait_for_next_date()
    noor = season.on_screen["Noor"]
    there = [one for one in season.members(*absent) if one.name != "Noor"]
    lead = next(one for one in there if one.name != presenter)
    evening = Evening(season, lead, [one for one in there if one is not lead], [noor])
    await evening.open(method, date)
    await evening.choose(season.fellows[presenter], offer)
    await season.let_pass(timedelta(minutes=minutes))
    await evening.close()


async def offers_a_case(one: Attendee, address: str, question: str) -> None:
    """In one's own page, with nothing but the question."""
    await one.page.goto(f"{address}cases/new/")
    for _skipped in range(5):
        await one.press(one.page.get_by_role("link", name=one.text("Next"), exact=True))
    area = one.page.get_by_role("textbox", name=one.text("What is your question?"), exact=True)
    await area.fill(question)
    await one.press(one.page.get_by_role("link", name=one.text("Look it over"), exact=True))
    await one.press(one.button("Offer it to the circle"))
    await one.page.wait_for_url(re.compile(r"/cases/$"))


def step(one: Attendee) -> Locator:
    """The one thing to do now."""
    return one.page.locator(".circle-step h2")
