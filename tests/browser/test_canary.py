"""Whatever people type, wherever they type it: outside their browsers nobody can read a word of it."""

import re
from pathlib import Path

from playwright.async_api import BrowserContext, Route, expect

from kring.web.vault.fields import declared
from tests.browser import story
from tests.browser.canaries import CHOSEN, KEPT, NAMES, READ_ONLY, SENT, Aviary, Canary, found
from tests.browser.canary_fields import GONE_AGAIN, JOURNEYS
from tests.browser.gathering import Gather, Gathering
from tests.browser.people import INCIDENT
from tests.browser.site import Site
from tests.browser.story import Circle
from tests.browser.wire import Wire

# A vault that seals nothing: what it puts into its envelopes is the text itself. It exists for this test alone.
UNSEALED = """
    for (const [deed, open] of [["encrypt", false], ["decrypt", true]]) {
        const sealed = SubtleCrypto.prototype[deed];
        SubtleCrypto.prototype[deed] = async function (how, key, data) {
            if (how.name !== "AES-GCM") return sealed.call(this, how, key, data);
            const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
            const out = new Uint8Array(bytes.length + (open ? -16 : 16));
            out.set(open ? bytes.subarray(0, -16) : bytes);
            return out.buffer;
        };
    }
"""


def test_every_field_is_written_in_a_journey_with_a_net() -> None:
    written = [field.name for field in declared() if not field.of_program]

    assert set(written) == GONE_AGAIN.union(*JOURNEYS.values())


async def test_nobody_outside_can_read_what_people_type(own_site: Site, wire: Wire, gather: Gather) -> None:
    aviary = gather(wire.origin, Aviary)

    secret = await everything_is_typed(aviary)

    assert aviary.canaries.fields == SENT | KEPT | CHOSEN | READ_ONLY
    assert set(aviary.canaries.by_field) == SENT | KEPT
    assert aviary.canaries.written_out == NAMES
    canaries = {**aviary.canaries.by_field, "the link": secret}
    assert found(canaries, wire.heard()) == set()
    assert found(canaries, kept_by(own_site)) == set()
    # the same net, with something in it that is no secret
    assert found({"the method": INCIDENT}, wire.heard()) == {"the method"}
    assert found({"the method": INCIDENT}, kept_by(own_site)) == {"the method"}


async def test_the_net_catches_what_isn_t_sealed(own_site: Site, wire: Wire, gather: Gather) -> None:
    aviary = gather(wire.origin, Aviary)

    await everything_is_typed(aviary, unsealed=True)

    assert found(aviary.canaries.by_field, wire.heard()) == SENT
    assert found(aviary.canaries.by_field, kept_by(own_site)) == SENT


async def everything_is_typed(aviary: Aviary, *, unsealed: bool = False) -> str:
    """A meeting in which every field gets its canary. Returns the secret of its link."""
    bram, noor, imane = [await aviary.sit_as_canary(name) for name in ["Bram", "Noor", "Imane"]]
    circle = Circle(bram, noor, (imane,))
    if unsealed:
        for one in circle.everybody:
            await take_the_seal_off(one.page.context)

    link = await story.gather(circle)
    await imane.rename("Imane")
    await circle.all("assent")
    await story.arrive(circle)
    await imane.change("Imane", "what I should have said")
    await noor.fill(noor.notes, "for myself")
    await story.offer(circle)
    await story.vote(circle)
    await story.choose(circle)
    await story.ask(circle)
    await story.take_apart(circle)
    await story.advise(circle)
    await story.learn_and_close(circle)
    for one in circle.everybody:
        assert isinstance(one, Canary)
        await one.write_out()
    await noor.keep_readable()
    await noor.keep_sealed("own words")
    return link.partition("#")[2]


async def take_the_seal_off(context: BrowserContext) -> None:
    async def without_seal(route: Route) -> None:
        vault = await route.fetch()
        await route.fulfill(response=vault, body=f"{UNSEALED}{await vault.text()}")

    # a vault of each page, because a shared one is fetched where a test can't reach
    await context.add_init_script("delete globalThis.SharedWorker;")
    await context.route(re.compile(r"/static/vault-[^/]*\.js$"), without_seal)


def kept_by(site: Site) -> list[bytes]:
    """Every file of the server: its database with what is still in the log of changes, and what it said itself."""
    files: list[Path] = [path for path in site.data.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"kring.sqlite3", "kring.sqlite3-wal", "server.log"}
    return [path.read_bytes() for path in files]


async def test_nothing_leaves_a_page_whose_script_hasnt_come(gathering: Gathering) -> None:
    bram = await gathering.sit("Bram")
    bram.faults.expect("Failed to load resource")
    await bram.page.route("**/*.js", lambda route: route.abort())
    await bram.page.goto("/begin/")
    name = bram.page.get_by_label(bram.text("Your name"), exact=True)

    await name.fill("Bram")
    await name.press("Enter")

    await expect(bram.button("Open the room")).to_be_disabled()
    assert bram.page.url == f"{gathering.origin}/begin/"
