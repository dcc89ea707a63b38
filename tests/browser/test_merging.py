"""Two circles become one: a press for all invitations, and each member finds theirs in their own circle."""

from playwright.async_api import expect

from tests.browser import beginnings
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.season import Season
from tests.browser.site import Site


async def test_a_circle_moves_into_another(own_site: Site, gather: Gather) -> None:
    season = Season(own_site, gather(own_site.origin, Gathering))
    await season.sign_up("Noor", "Bram", "Imane")
    noor_, *_ = fellows = list(season.fellows.values())
    await beginnings.begin(fellows, "We begin on time.")
    season.address = f"{own_site.origin}{noor_.path()}"
    await beginnings.start(noor_, {**beginnings.USUAL, "name": "Kring Zuid"})
    noor, bram = await season.sit_down("Noor"), await season.sit_down("Bram")

    await noor.page.goto(f"{season.address}renewal/merging/")
    await noor.press(noor.page.get_by_role("button", name="Invite everybody into Kring Zuid"))
    asked = noor.page.get_by_role("region").or_(noor.page.locator(".circle-people"))
    await expect(asked.get_by_role("listitem")).to_have_text(["Bram not yet", "Imane not yet"])
    assert await faults_of(noor.page) == []

    await bram.page.goto(season.address)
    await bram.press(bram.page.get_by_role("link", name="This circle moves into Kring Zuid"))
    await bram.press(bram.page.get_by_role("link", name=bram.text("Look at the invitation")))
    await bram.press(bram.button("Accept"))
    await bram.page.wait_for_url(f"**{noor_.path()}")
    await noor.page.reload()
    await expect(asked.get_by_role("listitem").first).to_have_text("Bram accepted")
