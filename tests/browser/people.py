"""Somebody at a screen, who does what a person does there: in the words of the trade, by what stands on the buttons."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

from playwright.async_api import Download, Error, Locator, Page, expect

from tests.browser.faults import Faults
from tests.browser.words import Language, label, method_name, phase_name, prompt

INCIDENT = "incident-kort"
LOOK_AGAIN_SECONDS = 0.05
LOOKS_UNTIL_SURE = 3
KEEPS_WITHIN_SECONDS = 15


class Attendee:
    """
    One of the cast.

    Attributes:
        method: Of the meeting that this person is in.
    """

    def __init__(self, page: Page, name: str, language: Language, faults: Faults) -> None:
        self.page = page
        self.name = name
        self.language = language
        self.faults = faults
        self.method = INCIDENT
        self._has_finger: bool | None = None

    # finding things -----------------------------------------------------------------------------

    def text(self, english: str, **values: str | int) -> str:
        """A sentence of the interface in this person's language."""
        return label(english, self.language).format(**values)

    def button(self, english: str, **values: str | int) -> Locator:
        return self.page.get_by_role("button", name=self.text(english, **values), exact=True)

    def box(self, slot: str) -> Locator:
        """Where the cards of a slot are written."""
        return self.page.get_by_label(prompt(slot, self.method, self.language), exact=True)

    @property
    def notes(self) -> Locator:
        """One's own."""
        return self.page.get_by_label(self.text("Only you see these. They stay sealed on this device."))

    @property
    def now(self) -> Locator:
        """The largest sentence on the screen."""
        return self.page.get_by_role("heading", level=1)

    def card(self, text: str) -> Locator:
        return self.page.get_by_role("listitem").filter(has_text=text)

    def seat(self, name: str) -> Locator:
        """Somebody's place in the circle."""
        return self.seats.filter(has_text=name)

    @property
    def seats(self) -> Locator:
        circle = self.page.get_by_role("list", name=self.text("In the circle"), exact=True)
        return circle.get_by_role("listitem")

    async def press(self, locator: Locator) -> None:
        """With a finger or with a mouse."""
        if self._has_finger is None:  # asked once: while a page gives way to the next there is nobody to ask
            self._has_finger = bool(await self.page.evaluate("navigator.maxTouchPoints"))
        if self._has_finger:
            await locator.tap()
        else:
            await locator.click()

    async def fill(self, field: Locator, text: str) -> None:
        await field.fill(text)

    async def pick(self, choice: Locator) -> None:
        """One of several."""
        await choice.check()

    async def fill_in_date(self, field: Locator, day: date) -> None:
        await field.fill(day.isoformat())

    # coming in ----------------------------------------------------------------------------------

    async def begin(self, method: str = INCIDENT) -> str:
        """From the first page to a room of one's own; returns the link for the others."""
        self.method = method
        await self.page.goto("/")
        await self.press(self.page.get_by_role("link", name=self.text("Begin now"), exact=True))
        return await self.open_room()

    async def open_room(self) -> str:
        """On the page where a meeting begins."""
        await self.choose_method(self.method)
        await self.fill(self.page.get_by_label(self.text("Your name"), exact=True), self.name)
        await self.press(self.button("Open the room"))
        await self.page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
        await expect(self.seat(self.name)).to_be_visible()
        return self.page.url

    async def choose_method(self, method: str) -> None:
        """Among the few to start with, or among all."""
        name = re.compile(f"^{re.escape(method_name(method, self.language))}")
        choice = self.page.get_by_role("radio", name=name)
        if not await choice.is_visible():
            await self.press(self.page.get_by_text(self.text("All methods"), exact=True))
        await self.pick(choice)

    async def enter(self, link: str, method: str = INCIDENT) -> None:
        """By the link, and say who one is."""
        self.method = method
        await self.page.goto(link)
        await self.introduce()

    async def introduce(self) -> None:
        await self.fill(self.page.get_by_label(self.text("Your name"), exact=True), self.name)
        await self.press(self.button("Take a seat"))
        await expect(self.seat(self.name)).to_be_visible()

    async def rename(self, name: str) -> None:
        """Be called otherwise from now on."""
        await self.press(self.button("More"))
        await self.fill(self.page.get_by_label(self.text("My name"), exact=True), name)
        await self.press(self.button("Change my name"))

    async def assent(self) -> None:
        await self.press(self.button("I agree"))
        await expect(self.button("I agree")).to_be_hidden()

    async def sees_person(self, name: str) -> None:
        await expect(self.seat(name)).to_be_visible()

    async def control_words(self) -> list[str]:
        """The four that everybody reads aloud."""
        await self.press(self.button("Between these four walls"))
        words = self.page.get_by_role("list", name=self.text("Control words"), exact=True)
        await expect(words.get_by_role("listitem")).to_have_count(4)
        read = await words.get_by_role("listitem").all_inner_texts()
        await self.press(self.button("Close"))
        return read

    async def leave_for_good(self) -> None:
        await self.press(self.button("More"))
        await self.press(self.page.get_by_text(self.text("Leave"), exact=True))
        await self.press(self.button("Leave for good"))

    # in the meeting -----------------------------------------------------------------------------

    async def start(self, people: int | None = None) -> None:
        """Once everybody agrees; where people come in by themselves, once so many are there."""
        if people is not None:
            await expect(self.seats).to_have_count(people)
        await self.sees_now("Everybody agrees. You can begin.")
        await self.press(self.button("Begin the meeting"))

    async def go_on(self, *, at_once: bool = False) -> None:
        """To the next step, as the facilitator: when the screen says that this one is done, or at once."""
        if not at_once:
            await self.sees_now("This step is done. You can go on.")
        await self.press(self.button("To the next step").first)

    async def go_on_anyway(self, phase: str) -> None:
        """To the next step, whether or not everybody is ready: the screen asks, and the answer is yes."""
        await self.press(self.button("To the next step").first)
        all_the_same = self.button("Go on all the same")
        await expect(all_the_same.or_(self.step(phase)).first).to_be_visible()
        if await all_the_same.is_visible():
            await self.press(all_the_same)

    async def sees_phase(self, phase: str) -> None:
        await expect(self.step(phase)).to_be_visible()

    def step(self, phase: str) -> Locator:
        """Where the screen says which phase it is."""
        name = re.escape(phase_name(phase, self.method, self.language))
        return self.page.get_by_text(re.compile(rf"· {name}$"))

    async def sees_now(self, english: str, **values: str | int) -> None:
        await expect(self.now).to_have_text(self.text(english, **values))

    async def take_turn(self) -> None:
        """Wait until it is one's turn, speak, and say so."""
        await self.press(self.button("I have finished"))
        await expect(self.button("I have finished")).to_be_hidden()

    async def take_floor(self) -> None:
        await self.press(self.button("Take the floor"))

    async def ask(self) -> None:
        """Put a question aloud; who is asked has the floor after that."""
        await self.press(self.button("Ask a question"))

    async def pass_turn(self) -> None:
        await self.press(self.button("I pass"))

    async def finish(self) -> None:
        await self.press(self.button("I'm ready"))

    async def write(self, slot: str, text: str, *, by: date | None = None) -> None:
        """A card in a slot; an intention with its day."""
        box = self.box(slot)
        await self.fill(box, text)
        form = self.page.locator("form").filter(has=box)
        if by is not None:
            await self.fill_in_date(form.get_by_label(self.text("By when?"), exact=True), by)
        await self.press(form.locator("button[type=submit]"))
        await expect(box).to_have_value("")

    async def change(self, old: str, new: str) -> None:
        """Write a card of one's own anew."""
        card = self.card(old)
        await self.press(card.get_by_role("button", name=self.text("Change"), exact=True))
        await self.fill(card.get_by_role("textbox", name=self.text("Change"), exact=True), new)
        await self.press(card.get_by_role("button", name=self.text("Keep it"), exact=True))
        await self.sees_card(new)

    async def half_write(self, slot: str, text: str) -> None:
        """Put nothing on the table, and look up for a moment: the browser seals it in the meantime."""
        await self.half_write_sealed(self.box(slot), f"draft.{slot}", text)

    async def half_write_sealed(self, field: Locator, draft: str, text: str) -> None:
        """Type, and wait until the browser has kept it under the name of this draft."""
        async with self.keeping(draft):
            await field.fill(text)

    @asynccontextmanager
    async def keeping(self, draft: str) -> AsyncIterator[None]:
        """Type, pick and mark: what is kept under the name of this draft has changed since, and no longer changes."""
        before = seen = await self._draft_kept(draft)
        yield
        still = 0
        async with asyncio.timeout(KEEPS_WITHIN_SECONDS):
            while still < LOOKS_UNTIL_SURE:  # nothing tells when a browser stored
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
                now = await self._draft_kept(draft)
                still = still + 1 if now == seen != before else 0
                seen = now

    async def _draft_kept(self, draft: str) -> str:
        """What this device keeps of a half-written text: sealed, so one can only see that it changed."""
        drafts = "draft => Object.entries(localStorage).find(([name]) => name.includes(`:${draft}:`))"
        return str(await self.page.evaluate(drafts, draft))

    async def hand_over(self, name: str) -> None:
        """As the facilitator: let somebody else lead."""
        await self.press(self.page.get_by_text(self.text("People"), exact=True))
        await self.press(
            self.page.get_by_role("button", name=f"{self.text('Let facilitate')}: {name}", exact=True)
        )

    async def vote(self, name: str) -> None:
        await self.press(self.page.get_by_role("button", name=f"{self.text('My choice')}: {name}"))

    async def choose(self, name: str) -> None:
        """As the facilitator: whose case it will be."""
        await self.press(self.page.get_by_role("button", name=f"{self.text('It will be this one')}: {name}"))

    async def sees_card(self, text: str) -> None:
        await expect(self.card(text).first).to_be_visible()

    async def opens_earlier_cards(self) -> None:
        """What lay on the table in earlier steps."""
        earlier = self.page.get_by_role("group").filter(has_text=self.text("Earlier on the table"))
        if await earlier.get_attribute("open") is None:
            await self.press(earlier.get_by_text(self.text("Earlier on the table"), exact=True))

    async def does_not_see(self, text: str) -> None:
        await expect(self.page.get_by_text(text)).to_have_count(0)

    # afterwards ---------------------------------------------------------------------------------

    async def close_meeting(self) -> None:
        """As the facilitator, in the last step."""
        await self.press(self.button("Close the meeting").first)

    async def end_meeting(self) -> None:
        """As the facilitator, before the last step."""
        await self.press(self.button("More"))
        await self.press(self.page.get_by_text(self.text("Leave"), exact=True))
        await self.press(self.button("End the meeting"))

    async def keep_readable(self) -> Download:
        async with self.page.expect_download() as download:
            await self.press(self.button("Keep as a readable text"))
        return await download.value

    async def keep_sealed(self, passphrase: str = "") -> tuple[Download, str]:
        """The archive, and the words that open it: the suggested ones, or one's own."""
        await self.press(self.page.get_by_text(self.text("Keep it sealed, with a passphrase"), exact=True))
        field = self.page.get_by_label(self.text("Passphrase"), exact=True)
        await expect(field).not_to_have_value("")
        if passphrase:
            await self.fill(field, passphrase)
        passphrase = await field.input_value()
        async with self.page.expect_download() as download:
            await self.press(self.button("Keep the sealed file"))
        return await download.value, passphrase

    async def wipe(self) -> None:
        await self.press(self.button("I have what I need: wipe it"))

    async def screen(self) -> str:
        """What is on it, for whoever reads why a test failed."""
        try:
            seen = await self.page.locator("body").aria_snapshot(timeout=2_000)
        except Error as gone:  # the page may be closed
            seen = f"({gone})"
        return f"--- {self.name} at {self.page.url.partition('#')[0]}\n{seen}"


def next_week() -> date:
    return date.today() + timedelta(days=7)  # noqa: DTZ011 - the day on this person's own calendar
