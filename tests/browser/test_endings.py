"""The life of a circle by keyboard alone: begun, broken and mended, and ended well, after which nothing of it is left."""

import re
from pathlib import Path

from playwright.async_api import expect

from tests.browser import beginnings, circles
from tests.browser.fellows import sign_up
from tests.browser.gathering import Gather
from tests.browser.keyboard import Typist
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.test_keyboard import Typists

RULE = "Canary-rule: we begin with tea 4d20fe"
CARD = "Canary-card: what has stayed with me 77ab10"


async def test_a_circle_lives_and_ends_by_keyboard_alone(
    own_site: Site, gather: Gather, tmp_path: Path
) -> None:
    gathering = gather(own_site.origin, Typists)
    noor = await circles.with_account(gathering, own_site.data, "Noor")
    fellow = await sign_up(gathering.origin, own_site.data, "Bram", "en")
    bram = await circles.sit_down(gathering, fellow)
    circle = circles.Circle(await circles.begin_alone(noor), [noor, bram])
    await circles.accept(bram, await circles.invite(noor, circle, "Bram"))
    for one in circle.members:
        await circles.sees_it_open(one, circle)
    fellow.come_into(circle.id)
    imane = await circles.sit_down(gathering, await beginnings.join([fellow], "Imane", own_site.data))
    circle.members.append(imane)
    await circles.agree(circle, RULE)
    await circles.plan(bram, circle)

    await stop(imane, circle)
    await noor.page.goto(f"{circle.address}meetings/new/")
    await expect(noor.page.locator("open-room")).to_have_count(0)
    await mend(circle)
    await expect(noor.page.get_by_role("main")).to_contain_text(
        noor.text("Do you agree to the ground rules?")
    )
    await circles.assent(circle, RULE)
    await expect(imane.page.get_by_role("heading", level=2).first).to_have_text(
        imane.text("Everything is ready for your next meeting")
    )

    await say_goodbye(noor, bram, circle)
    await put_right(bram, imane, circle)
    kept = tmp_path / "noor.md"
    for one in circle.members:
        await one.page.goto(f"{circle.address}ending/")
        if one is noor:
            await keep(one, kept)
        await tick(one, "I have kept what I want to keep. What I haven't is gone.")
        last = one is imane
        await one.press(one.button("Yes, destroy everything now" if last else "Yes, we end this circle"))
        if not last:
            await expect(one.button("I'd rather not end it")).to_be_visible()
    await expect(imane.now).to_have_text(imane.text("This circle has ended"))

    assert RULE in kept.read_text()
    assert CARD in kept.read_text()
    for trace in ("Kring Noord", circle.id.replace("-", "")):
        assert not any(trace.encode() in content for content in database_of(own_site))
    assert any(b"noor@example.org" in content for content in database_of(own_site))  # the net has no hole
    noor.faults.expect("status of 404")
    answer = await noor.page.goto(circle.address)
    assert answer is not None
    assert answer.status == 404


async def stop(one: Attendee, circle: circles.Circle) -> None:
    """Twice a key, and not a word about why."""
    await one.page.goto(f"{circle.address}confidence/")
    await expect(one.page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    await one.press(one.page.get_by_text("Something got out", exact=True))
    await one.press(one.button("Stop now"))
    await expect(one.now).to_have_text("Stop")


async def mend(circle: circles.Circle) -> None:
    """Talk, and each says that it is settled; what is on the screen meanwhile stands in nobody's way."""
    noor, *others = circle.members
    await noor.page.goto(circle.address)
    await noor.press(noor.page.get_by_role("link", name=noor.text("Look at the next step")))
    await noor.press(noor.page.get_by_role("button", name="We are together to talk", exact=True))
    await expect(noor.now).to_have_text("Talk")
    assert await faults_of(noor.page) == []
    for one in (*others, noor):
        await one.page.goto(f"{circle.address}confidence/")
        await one.press(one.page.get_by_role("button", name="For me it is settled", exact=True))
        await expect(one.page.get_by_role("button", name="For me it is settled", exact=True)).to_have_count(0)
    await noor.page.goto(circle.address)


async def say_goodbye(one: Attendee, other: Attendee, circle: circles.Circle) -> None:
    """In a room without a case."""
    await one.page.goto(f"{circle.address}ending/")
    await one.press(one.page.get_by_role("link", name=one.text("Open the room to say goodbye")))
    await expect(one.button("Open the room")).to_be_enabled()
    await one.press(one.button("Open the room"))
    await circles.walk_in(circle, one, other)
    await one.start()
    await one.sees_phase("arriving")
    await one.go_on_anyway("remembering")
    await one.write("what_stayed", CARD)
    await one.end_meeting()
    await expect(
        one.page.get_by_text(one.text("The record is sealed in your circle. Only its members can open it."))
    ).to_be_visible()


async def put_right(one: Attendee, other: Attendee, circle: circles.Circle) -> None:
    """Whoever wasn't in the room was there all the same: beside somebody, without a screen."""
    await one.page.goto(f"{circle.address}attendance/")
    await one.press(one.page.get_by_role("link", name=re.compile(re.escape(one.text("This isn't right")))))
    await expect(one.now).to_have_text(one.text("Put right who was there"))
    assert await faults_of(one.page) == []
    assert isinstance(one, Typist)
    await one.go_to(one.page.get_by_label(other.name, exact=True))
    await one.page.keyboard.press("Home")
    await one.press(one.button("Keep this"))
    await expect(one.page.get_by_text(re.compile(r"Put right by Bram .*: Imane was there"))).to_be_visible()


async def keep(one: Attendee, path: Path) -> None:
    await expect(one.button("Download what I can read")).to_be_enabled()
    async with one.page.expect_download() as download:
        await one.press(one.button("Download what I can read"))
    await (await download.value).save_as(path)


async def tick(one: Attendee, words: str) -> None:
    box = one.page.get_by_role("checkbox", name=one.text(words))
    assert isinstance(one, Typist)
    await one.go_to(box)
    await one.page.keyboard.press("Space")
    await expect(box).to_be_checked()


def database_of(site: Site) -> list[bytes]:
    """With what is still in the log of changes."""
    return [path.read_bytes() for path in site.data.glob("kring.sqlite3*")]
