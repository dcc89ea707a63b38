"""Whatever happens to pages, lines and the server: who was there is there again, and what was written is written once."""

import asyncio
import re
from pathlib import Path
from uuid import uuid4

from playwright.async_api import Page, WebSocketRoute, expect

from tests.browser import story
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.people import Attendee
from tests.browser.site import Site

LINE_IS_GONE = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to"


async def test_reload_keeps_the_seat_the_cards_and_the_half_written_text(gathering: Gathering) -> None:
    bram, noor, _ = await story.two_begin(gathering, PHONE)
    await noor.write("look_backs", "a whole card")
    await noor.half_write("look_backs", "half a card")
    await noor.notes.fill("a note")
    await noor.half_write("look_backs", "half a card, and a bit")

    await noor.page.reload()

    await noor.sees_phase("looking_back")
    await noor.sees_card("a whole card")
    await expect(noor.box("look_backs")).to_have_value("half a card, and a bit")
    await expect(noor.notes).to_have_value("a note")
    await asyncio.gather(bram.take_turn(), noor.take_turn())
    assert await people_in_the_circle(bram) == 2


async def test_a_name_waits_for_the_seat_it_is_for(gathering: Gathering) -> None:
    bram, noor = await gathering.sit("Bram"), await gathering.sit("Noor", PHONE)
    link = await bram.begin()
    seated = asyncio.Event()

    def slowly(line: WebSocketRoute) -> None:
        """Nothing comes of what happens to her until the seat may be told."""
        server = line.connect_to_server()

        async def pass_on(message: str | bytes) -> None:
            if '"joined"' in str(message) and "welcome" not in str(message):
                await seated.wait()
            line.send(message)

        server.on_message(lambda message: asyncio.ensure_future(pass_on(message)))

    await noor.page.route_web_socket(re.compile("/live/"), slowly)
    await noor.page.goto(link)
    await noor.sees_now("Welcome. Who are you?")
    await expect(noor.button("Take a seat")).to_be_hidden()

    seated.set()

    await noor.introduce()
    await expect(bram.seat("Noor")).to_be_visible()


async def test_two_tabs_are_one_person(gathering: Gathering) -> None:
    bram, noor, link = await story.two_begin(gathering)
    second = await another_tab(noor, link)

    await second.write("look_backs", "from the second tab")

    await noor.sees_card("from the second tab")
    await bram.sees_card("from the second tab")
    assert await people_in_the_circle(bram) == 2
    await noor.page.close()
    await second.write("look_backs", "and the first may go")
    await bram.sees_card("and the first may go")


async def test_what_was_written_without_a_line_arrives_once_and_in_order(gathering: Gathering) -> None:
    bram, noor, _ = await story.two_begin(gathering, PHONE)
    noor.faults.expect(LINE_IS_GONE)
    written = ["first", "second", "third"]
    await noor.page.context.set_offline(True)
    await expect(noor.page.get_by_role("status").filter(has_text=noor.text("Try again now"))).to_be_visible()

    for text in written:
        await noor.write("look_backs", text)
    await expect(noor.page.get_by_text(noor.text("On its way"), exact=True)).to_have_count(3)
    await noor.page.context.set_offline(False)

    await bram.sees_card("third")
    await expect(noor.page.get_by_text(noor.text("On its way"), exact=True)).to_have_count(0)
    assert await cards_by(bram, "Noor") == written
    assert await cards_by(noor, noor.text("By you")) == written


async def test_what_was_written_without_a_line_waits_for_the_page_to_come_back(gathering: Gathering) -> None:
    bram, noor, link = await story.two_begin(gathering)
    noor.faults.expect(LINE_IS_GONE)
    await noor.page.context.set_offline(True)
    await noor.write("look_backs", "written in a tunnel")
    await expect(noor.page.get_by_text(noor.text("On its way"), exact=True)).to_be_visible()
    await noor.page.close()

    await noor.page.context.set_offline(False)
    await another_tab(noor, link)

    await bram.sees_card("written in a tunnel")
    assert await cards_by(bram, "Noor") == ["written in a tunnel"]


async def test_a_killed_server_comes_back_with_everything(gather: Gather, own_site: Site) -> None:
    bram, noor, _ = await story.two_begin(gather(own_site.origin, Gathering))
    for one in (bram, noor):
        one.faults.expect(LINE_IS_GONE)
    await noor.write("look_backs", "acknowledged")
    await bram.sees_card("acknowledged")
    await asyncio.gather(bram.take_turn(), noor.take_turn())

    own_site.kill()
    await noor.write("look_backs", "written meanwhile")
    await noor.half_write("look_backs", "half")
    await own_site.start()

    await bram.sees_card("written meanwhile")
    assert await cards_by(bram, "Noor") == ["acknowledged", "written meanwhile"]
    await expect(noor.box("look_backs")).to_have_value("half")
    await bram.go_on()
    await noor.sees_phase("offering")


async def test_a_facilitator_who_is_gone_is_replaced_after_a_minute(gather: Gather, tmp_path: Path) -> None:
    site = Site(tmp_path, by_jumping_clock=True)
    await site.start()
    try:
        bram, noor, link = await story.two_begin(gather(site.origin, Gathering))
        await noor.page.clock.install()
        await noor.page.reload()
        await bram.page.close()
        await expect(noor.seat("Bram")).to_contain_text(noor.text("not here just now"))
        await expect(noor.button("I'll facilitate for now")).to_be_hidden()

        site.let_a_minute_pass()
        await noor.page.clock.fast_forward(61_000)
        await noor.press(noor.button("I'll facilitate for now"))

        await expect(noor.page.get_by_role("heading", name=noor.text("You facilitate"))).to_be_visible()
        back = await another_tab(bram, link)
        await back.sees_phase("looking_back")
        await noor.hand_over("Bram")
        await expect(back.page.get_by_role("heading", name=back.text("You facilitate"))).to_be_visible()
    finally:
        site.stop()


async def test_an_old_link_says_that_nobody_is_there(gathering: Gathering) -> None:
    wei = await gathering.sit("Wei", PHONE, "nl")
    wei.faults.expect("status of 404")

    await wei.page.goto(f"/m/{uuid4()}/#{'A' * 43}")

    await wei.sees_now("There is nobody in this room")
    await expect(wei.page.get_by_role("link", name=wei.text("Begin a meeting"))).to_be_visible()


async def test_a_link_without_its_key_says_what_is_missing(gathering: Gathering) -> None:
    bram, wei = await gathering.sit("Bram"), await gathering.sit("Wei", PHONE)
    link = await bram.begin()

    await wei.page.goto(link.partition("#")[0])

    await wei.sees_now("This link isn't whole")


async def test_who_comes_late_reads_what_was_before_and_who_leaves_nothing_after(
    gathering: Gathering,
) -> None:
    bram, noor, link = await story.two_begin(gathering)
    await noor.write("look_backs", "before Imane came")
    imane = await gathering.sit("Imane", PHONE)
    await takes_no_webassembly(imane)

    await imane.enter(link)
    await imane.assent()

    await imane.sees_card("before Imane came")
    await imane.write("look_backs", "after Imane came")
    await bram.sees_card("after Imane came")
    words = [await one.control_words() for one in (bram, noor, imane)]
    assert words[0] == words[1] == words[2]

    await imane.leave_for_good()
    await noor.write("look_backs", "after Imane left")

    await bram.sees_card("after Imane left")
    assert await bram.control_words() == await noor.control_words() != words[0]


async def takes_no_webassembly(attendee: Attendee) -> None:
    """A device that is locked down: what is compiled doesn't come. With a vault of the page, where a test can reach."""
    attendee.faults.expect("Failed to load resource")
    await attendee.page.context.add_init_script("delete globalThis.SharedWorker;")
    await attendee.page.context.route("**/*.wasm", lambda route: route.abort())


async def another_tab(attendee: Attendee, link: str) -> Attendee:
    """The same person, in the same browser."""
    page: Page = await attendee.page.context.new_page()
    await page.goto(link)
    tab = Attendee(page, attendee.name, attendee.language, attendee.faults)
    await tab.sees_person(attendee.name)
    return tab


async def people_in_the_circle(attendee: Attendee) -> int:
    circle = attendee.page.get_by_role("list", name=attendee.text("In the circle"), exact=True)
    return await circle.get_by_role("listitem").count()


async def cards_by(attendee: Attendee, name: str) -> list[str]:
    """Texts of the cards on the table by somebody, from top to bottom."""
    cards = attendee.page.get_by_role("listitem").filter(has=attendee.page.get_by_text(name, exact=True))
    return [
        await card.get_by_role("paragraph").first.locator("span").inner_text()
        for card in await cards.all()
        if await card.get_by_role("paragraph").count()
    ]
