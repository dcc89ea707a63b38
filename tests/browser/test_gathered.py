"""A circle that somebody outside put together: one begins, the others come without a link, and a press lets them in."""

from playwright.async_api import expect

from tests.browser import circles
from tests.browser.accounts import Holder
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.fellows import Fellow, sign_up
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.outside import put_together
from tests.browser.people import Attendee
from tests.browser.site import Site

LET_IN_ALL = "Let all {many} in"
COMPARE = "Compare the four words at your first meeting"


async def test_people_who_were_put_together_begin_and_let_each_other_in(
    own_site: Site, gather: Gather
) -> None:
    gathering = gather(own_site.origin, Gathering)
    fellows = [
        await sign_up(own_site.origin, own_site.data, name, "en") for name in ("Noor", "Bram", "Imane")
    ]
    circle = put_together(own_site, "Kring 3", fellows, facilitator=fellows[1])
    noor = await sit_down(own_site, gathering, fellows[0])
    bram = await sit_down(own_site, gathering, fellows[1], PHONE)

    # the first begins
    await noor.page.goto("/circles/")
    await expect(noor.page.get_by_role("heading", name=noor.text("Your circle is ready"))).to_be_visible()
    await noor.press(noor.page.get_by_role("link", name=noor.text("Look and begin")))
    await expect(noor.page.get_by_text("You can all meet on Tuesday evenings.")).to_be_visible()
    await expect(noor.button("Begin")).to_be_enabled()
    assert await faults_of(noor.page) == []
    await noor.press(noor.button("Begin"))
    await noor.page.wait_for_url(circles.A_CIRCLE)
    await expect(noor.page.get_by_role("heading", name=noor.text("Waiting for the others"))).to_be_visible()

    # the others come with nothing but their place
    imane = fellows[2]
    await take_place(imane, circle)
    await bram.page.goto("/circles/")
    await bram.press(bram.page.get_by_role("link", name=bram.text("Take my place")))
    await expect(bram.button("Take my place")).to_be_enabled()
    assert await faults_of(bram.page) == []
    await bram.press(bram.button("Take my place"))
    await bram.page.wait_for_url(circles.A_CIRCLE)
    await expect(bram.page.get_by_role("heading", name=bram.text("You are at the door"))).to_be_visible()

    # Noor's vault has seen them both, and let in nobody by itself
    await expect(noor.button(LET_IN_ALL, many=2)).to_be_visible()
    assert (await imane.device.get(f"/circles/{circle}/keys/")).status == 202
    await expect(bram.page.locator("circle-keys")).to_have_attribute("data-state", "waiting")
    assert await faults_of(noor.page) == []
    await noor.button("Let {name} in", name="Bram").focus()
    await noor.page.keyboard.press("Enter")

    # Bram is in, and Imane still isn't; then she is
    await expect(bram.page.locator("circle-keys")).to_have_attribute("data-state", "open")
    assert (await imane.device.get(f"/circles/{circle}/keys/")).status == 202
    await noor.press(noor.button("Let {name} in", name="Imane"))
    imane.come_into(circle)
    await imane.look()
    await expect(noor.button("Let {name} in", name="Imane")).to_be_hidden()  # the page came anew
    for one in (noor, bram):
        await sees_the_same_words(one, imane, circle)
    await expect(bram.page.get_by_label(bram.text("Is here as")).nth(2)).to_have_value("facilitator")


async def sit_down(site: Site, gathering: Gathering, fellow: Fellow, screen: Screen = DESKTOP) -> Attendee:
    one = await gathering.sit(fellow.name, screen)
    one.faults.expect("Failed to load resource.*409")  # two members' vaults were at the same moment
    holder = Holder(one, site.data)
    await holder.sign_in(fellow.passphrase)
    await expect(one.now).to_have_text(one.text("My account"))
    return one


async def take_place(one: Fellow, circle: str) -> None:
    """Without a screen."""
    one.vault.sit(group=circle, name=one.name)
    await one.device.post(f"/circles/{circle}/place/", {"member": list(one.vault.entry(group=circle))})


async def sees_the_same_words(one: Attendee, other: Fellow, circle: str) -> None:
    """The page asks to compare them, and they are those that the others have."""
    await one.page.goto(f"/circles/{circle}/")
    await one.press(one.page.get_by_role("link", name=one.text(COMPARE)))
    four = one.page.locator("circle-words [data-part=four] li")
    await expect(four).to_have_text(list(other.vault.words(group=circle, language="en").four))
