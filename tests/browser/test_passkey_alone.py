"""An account that begins with a passkey: a sheet beside it from the start, and a way on from every loss."""

from playwright.async_api import expect

from tests.browser.accounts import Holder
from tests.browser.browsers import PHONE
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.site import Site

OWN = "kanarie zeepaardje lantaarn vlindernet"
CANNOT = (
    "This device made a passkey that can sign in, but can't open what is sealed, so we don't keep it. Choose a "
    "passphrase here; your name and address stay as they are. You can delete the passkey from your device."
)


def at_home(own_site: Site, gather: Gather) -> Gathering:
    """Browsers know passkeys on localhost and not on a bare number."""
    return gather(own_site.origin.replace("127.0.0.1", "localhost"), Gathering)


async def slots_of(holder: Holder) -> int:
    vault = (await (await holder.page.request.get("/me/keys/")).json())["vault"]
    return len(vault["slots"]) if vault else 0


async def refusal(holder: Holder) -> str | None:
    """The address at which a passkey would be taken away."""
    await holder.page.goto("/me/")
    return await holder.page.get_by_role("link", name=holder.one.text("Take away")).get_attribute("href")


async def come_in(holder: Holder) -> None:
    await holder.page.goto("/sign-in/")
    await holder.one.press(holder.one.button("With a passkey"))


async def test_who_signs_up_with_a_passkey_needs_no_passphrase_and_isn_t_lost_without_it(
    own_site: Site, gather: Gather
) -> None:
    gathering = at_home(own_site, gather)
    noor = Holder(await gathering.sit("Noor", PHONE), own_site.data)
    one = noor.one
    await noor.sign_up_by_passkey()
    await one.press(one.button("Make the passkey"))
    await expect(one.now).to_have_text(one.text("Your recovery sheet"))

    # an account that wasn't finished goes on where it was, and has no key that could be lost
    assert await slots_of(noor) == 0
    await noor.sign_out()
    await come_in(noor)
    await expect(one.now).to_have_text(one.text("My account"))
    await one.press(noor.page.get_by_role("link", name=one.text("Make your key")))
    await one.press(noor.page.get_by_role("link", name=one.text("With my passkey and a recovery sheet")))
    code = await noor.copy_sheet()
    assert await slots_of(noor) == 2
    await one.press(noor.page.get_by_role("link", name=one.text("Go on"), exact=True))
    await noor.sees_account()

    await noor.sign_out()
    await come_in(noor)
    await noor.sees_account()

    # the last way in stays
    one.faults.expect("status of 409")
    await one.press(noor.page.get_by_role("link", name=one.text("Take away")))
    await expect(one.now).to_have_text(one.text("This passkey stays for now"))
    await one.press(noor.page.get_by_role("link", name=one.text("Choose a passphrase")))
    await expect(one.now).to_have_text(one.text("A passphrase as well"))  # she has just touched the passkey
    await expect(one.button("Keep this passphrase")).to_be_visible()
    for address in ("/me/passphrase/", "/me/passkeys/new/", str(await refusal(noor))):
        await noor.page.goto(address)
        assert await faults_of(noor.page) == []

    # the passkey is lost: the sheet opens, and a passphrase takes its place
    elsewhere = Holder(await gathering.sit("Noor"), own_site.data)
    await elsewhere.page.goto("/sign-in/recovery/")
    await elsewhere.page.get_by_label(elsewhere.one.text("E-mail address"), exact=True).fill(elsewhere.email)
    await elsewhere.page.get_by_label(elsewhere.one.text("Code on the sheet")).fill(code)
    await elsewhere.one.press(elsewhere.one.button("Let me in"))
    await expect(elsewhere.one.now).to_have_text(elsewhere.one.text("You are back: choose a passphrase"))
    await elsewhere.one.press(elsewhere.one.button("I'd rather choose my own"))
    await elsewhere.page.get_by_label(elsewhere.one.text("Your own passphrase"), exact=True).fill(OWN)
    await elsewhere.one.press(elsewhere.one.button("Keep this passphrase"))
    await elsewhere.sees_account()
    await elsewhere.sign_out()
    await elsewhere.sign_in(OWN)  # the passkey isn't asked for as well: it is what was lost
    await elsewhere.sees_account()


async def test_a_device_that_can_t_open_leads_to_a_passphrase_and_nothing_is_typed_twice(
    own_site: Site, gather: Gather
) -> None:
    noor = Holder(await at_home(own_site, gather).sit("Noor", PHONE), own_site.data)
    one = noor.one
    await noor.sign_up_by_passkey(opens=False)
    await one.press(one.button("Make the passkey"))
    await expect(noor.page.get_by_text(one.text(CANNOT))).to_be_visible()
    assert await faults_of(noor.page) == []
    words = await noor.page.locator("[data-part=words]").inner_text()
    await noor.page.get_by_label(one.text("I have written these words down")).check()
    await one.press(one.button("Make my account"))

    await expect(one.now).to_have_text(one.text("Your recovery sheet"))
    assert await noor.opened() == "open"
    await noor.sign_out()
    await noor.sign_in(words)
    await noor.sees_account()


async def test_who_lost_passkey_and_sheet_begins_afresh_by_mail(own_site: Site, gather: Gather) -> None:
    gathering = at_home(own_site, gather)
    noor = Holder(await gathering.sit("Noor"), own_site.data)
    await noor.sign_up_by_passkey()
    await noor.one.press(noor.one.button("Make the passkey"))
    await noor.copy_sheet()

    later = Holder(await gathering.sit("Noor"), own_site.data)
    one = later.one
    await later.come_back_by_mail(OWN)
    await expect(one.now).to_have_text(one.text("Open your texts"))
    await later.page.get_by_text(one.text("I have none of these any more")).click()
    await later.page.get_by_label(one.text("The passphrase with which you sign in now")).fill(OWN)
    await one.press(one.button("Begin with a new key"))
    await expect(one.now).to_have_text(one.text("You have a new key"))
    await later.sign_out()
    await later.sign_in(OWN)
    await later.sees_account()
