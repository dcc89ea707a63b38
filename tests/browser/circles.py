"""What the members of a circle do, each at their own browser."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from playwright.async_api import expect

from tests.browser import beginnings
from tests.browser.accounts import Holder
from tests.browser.fellows import Fellow, sign_up
from tests.browser.gathering import Gathering
from tests.browser.people import INCIDENT, Attendee

A_CIRCLE = re.compile(r"/circles/[0-9a-f-]{36}/$")


@dataclass
class Circle:
    """
    Its page, and who is in it; whoever started it first.

    Attributes:
        fellows: The same people without their screens, where the circle began so.
        rules: The version that they agreed on then.
    """

    address: str
    members: list[Attendee]
    fellows: list[Fellow] = field(default_factory=list)
    rules: str = ""

    @property
    def id(self) -> str:
        return self.address.rstrip("/").rpartition("/")[2]


async def start(gathering: Gathering, data: Path, *names: str) -> Circle:
    """The first of them starts it, the others come in by a link each."""
    everybody = [await with_account(gathering, data, name) for name in names]
    noor = everybody[0]
    circle = Circle(await begin_alone(noor), everybody)
    links = [await invite(noor, circle, guest.name) for guest in everybody[1:]]
    await noor.page.goto(circle.address)
    for guest, link in zip(everybody[1:], links, strict=True):
        await join(guest, link)
    return circle


async def begin_alone(one: Attendee) -> str:
    """A circle of one; returns its address."""
    await one.page.goto("/circles/new/")
    await one.fill(one.page.get_by_label(one.text("Name of the circle"), exact=True), "Kring Noord")
    await one.press(one.button("Start the circle"))
    await one.page.wait_for_url(A_CIRCLE)
    return one.page.url


async def begin(
    gathering: Gathering, data: Path, *names: str, rule: str | None = "We begin on time."
) -> Circle:
    """The same, and agreed upon unless `rule` is None, before anybody looks at a screen; there everything is open then."""
    fellows = [await sign_up(gathering.origin, data, name, "en") for name in names]
    rules = ""
    if rule is None:
        await beginnings.come_together(fellows)
    else:
        rules = await beginnings.begin(fellows, rule)
    members = [await sit_down(gathering, one) for one in fellows]
    return Circle(f"{gathering.origin}{fellows[0].path()}", members, fellows, rules)


async def sit_down(gathering: Gathering, fellow: Fellow) -> Attendee:
    """Before a browser that keeps the keys of who signed in there."""
    one = await gathering.sit(fellow.name, holding=await fellow.keep_here())
    # two members' vaults were at the same moment: one looks again
    one.faults.expect("Failed to load resource.*409")
    return one


async def with_account(gathering: Gathering, data: Path, name: str) -> Attendee:
    one = await gathering.sit(name)
    one.faults.expect(
        "Failed to load resource"
    )  # two members' vaults were at the same moment: one looks again
    await Holder(one, data).sign_up()
    return one


async def fill_in_account(one: Attendee, data: Path) -> None:
    """On the page for signing up, on the way to somewhere else."""
    holder = Holder(one, data)
    await expect(one.page.locator("[data-part=words]")).not_to_be_empty()
    await one.page.get_by_label(one.text("Your name"), exact=True).fill(one.name)
    await one.page.get_by_label(one.text("E-mail address"), exact=True).fill(holder.email)
    await one.page.get_by_label(one.text("I have written these words down")).check()
    await one.press(one.button("Make my account"))
    await expect(one.now).to_have_text(one.text("Look in your mail"))
    await one.page.get_by_label("Code", exact=True).fill(holder.newest_code())
    await one.page.keyboard.press("Enter")


async def look_back(one: Attendee, text: str) -> None:
    """As the facilitator, right after the beginning: to where something is written, and write it."""
    await one.sees_phase("arriving")
    await one.go_on_anyway("looking_back")
    await one.write("look_backs", text)


async def invite(one: Attendee, circle: Circle, name: str) -> str:
    """Make an invitation; returns its link."""
    await one.page.goto(f"{circle.address}invitations/")
    await one.fill(one.page.get_by_label(one.text("For whom?"), exact=True), name)
    await one.press(one.button("Make an invitation"))
    card = one.page.get_by_role("article").filter(has=one.page.get_by_role("heading", name=name, exact=True))
    return await card.get_by_role("textbox").input_value()


async def accept(guest: Attendee, link: str) -> None:
    """Knock: the next member's vault that looks lets them in."""
    await guest.page.goto(link)
    await guest.press(guest.button("Accept"))
    await guest.page.wait_for_url(A_CIRCLE)


async def sees_it_open(one: Attendee, circle: Circle) -> None:
    """Look at the circle's page: whoever waits comes in, whoever left has no key any more."""
    await one.page.goto(circle.address)
    await expect(one.page.locator("circle-keys")).to_have_attribute("data-state", "open")


async def join(guest: Attendee, link: str) -> None:
    """Accept, and wait until a member's vault has looked."""
    await accept(guest, link)
    door = guest.page.get_by_role("heading", name=guest.text("You are at the door"))
    await expect(door).to_be_hidden()


async def agree(circle: Circle, rule: str = "") -> None:
    """On lines of authority and on ground rules: one of their own, or what is proposed."""
    for one in circle.members:
        await one.page.goto(f"{circle.address}authority/")
        await one.press(one.button("Keep my answer"))
        await one.page.wait_for_url(A_CIRCLE)
    noor = circle.members[0]
    await noor.page.goto(f"{circle.address}rules/")
    area = noor.page.get_by_label(noor.text("Our ground rules"), exact=True)
    await expect(area).to_have_value(re.compile("1. "))
    if rule:
        await noor.fill(area, rule)
    await noor.press(noor.button("Put this to the circle"))
    await expect(noor.page.locator("#rules-text")).to_contain_text(rule)  # on the page that comes next
    await assent(circle, rule)


async def assent(circle: Circle, rule: str) -> None:
    """Everybody reads the ground rules and says yes by name."""
    for one in circle.members:
        await one.page.goto(f"{circle.address}rules/")
        await expect(one.page.locator("#rules-text")).to_contain_text(rule)
        await one.press(one.button("I agree"))
        await one.page.wait_for_url(A_CIRCLE)


async def plan(one: Attendee, circle: Circle) -> None:
    """A series that begins next week."""
    await one.page.goto(f"{circle.address}dates/")
    first = date.today() + timedelta(days=7)  # noqa: DTZ011 - the day on this person's own calendar
    await one.fill_in_date(one.page.get_by_label(one.text("First date"), exact=True), first)
    await one.press(one.button("Plan these dates"))
    await expect(one.page.get_by_role("link", name=one.text("Move or cancel"))).to_have_count(6)


async def open_room(circle: Circle, method: str | None = INCIDENT) -> None:
    """
    The first opens it, with this method or as the page proposes; the others walk in from the circle's page, without
    a link.
    """
    noor, *others = circle.members
    await noor.page.goto(f"{circle.address}meetings/new/")
    await expect(noor.button("Open the room")).to_be_enabled()
    if method is not None:
        await noor.choose_method(method)
    await noor.press(noor.button("Open the room"))
    await walk_in(circle, noor, *others)


async def walk_in(circle: Circle, opened: Attendee, *others: Attendee) -> None:
    """Into the room that one of them opens; and everybody there agrees to its rules."""
    await opened.page.wait_for_url(re.compile(r"/m/[0-9a-f-]{36}/#"))
    await opened.sees_person(opened.name)
    for other in others:
        await other.page.goto(circle.address)
        await other.press(other.page.get_by_role("link", name=other.text("Walk in"), exact=True))
        await opened.sees_person(other.name)
    for one in (opened, *others):
        await one.assent()


async def sees_record(one: Attendee, circle: Circle, text: str) -> None:
    """Of the newest meeting."""
    await one.page.goto(f"{circle.address}meetings/")
    await one.press(one.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first)
    await one.sees_card(text)


async def leave(one: Attendee, circle: Circle) -> None:
    await one.page.goto(f"{circle.address}leaving/")
    await expect(one.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    await one.press(one.button("Leave"))
    await one.page.wait_for_url(re.compile(r"/circles/$"))
