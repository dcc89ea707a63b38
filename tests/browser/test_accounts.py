"""Signing in opens what is sealed, in one go: by passphrase, by recovery sheet, by passkey; and nothing of it leaks."""

import pytest
from playwright.async_api import expect

from kring.client.vault.keys import KDF, open_slot, passphrase_keys
from kring.client.vault.primitives import base64url, from_base64url, hkdf, label
from tests.browser.accounts import Holder
from tests.browser.browsers import DESKTOP, PHONE, Screen
from tests.browser.canaries import found
from tests.browser.gathering import Gather, Gathering
from tests.browser.looking import faults_of
from tests.browser.people import Attendee
from tests.browser.site import Site
from tests.browser.wire import Wire
from tests.browser.words import Language

WRONG = (
    "That address and passphrase don't belong together. Look at both once more; spaces and capitals count."
)
OWN = "kanarie zeepaardje lantaarn vlindernet"
NEW = "kanarie stoomboot grasmat theelepel"


async def test_a_passphrase_opens_everywhere_and_goes_nowhere(
    own_site: Site, wire: Wire, gather: Gather
) -> None:
    gathering = gather(wire.origin, Gathering)
    phone = Holder(await gathering.sit("Noor", PHONE), own_site.data)

    await phone.sign_up(OWN)
    code = await phone.copy_sheet()
    vault = (await (await phone.page.request.get("/me/keys/")).json())["vault"]

    laptop = Holder(await gathering.sit("Noor", DESKTOP), own_site.data)
    await laptop.sign_in(OWN)
    await laptop.sees_account()

    borrowed = Holder(await gathering.sit("Noor", DESKTOP), own_site.data)
    await borrowed.page.goto("/sign-in/recovery/")
    await borrowed.page.get_by_label(borrowed.one.text("E-mail address"), exact=True).fill(borrowed.email)
    await borrowed.page.get_by_label(borrowed.one.text("Code on the sheet")).fill(
        code.upper().replace("-", " ")
    )
    await borrowed.one.press(borrowed.one.button("Let me in"))
    await expect(borrowed.one.now).to_have_text(borrowed.one.text("You are back: choose a passphrase"))
    await borrowed.one.press(borrowed.one.button("I'd rather choose my own"))
    await borrowed.page.get_by_label(borrowed.one.text("Your own passphrase"), exact=True).fill(NEW)
    await borrowed.one.press(borrowed.one.button("Keep this passphrase"))
    await borrowed.sees_account()

    await laptop.page.goto("/me/")
    await expect(laptop.one.now).to_have_text(laptop.one.text("Sign in"))  # another passphrase ended it
    with laptop.one.faults.allowing("shared vault"):
        await laptop.sign_in(NEW)
        await laptop.sees_account()

    await nothing_of_it_leaked(own_site, wire, vault, code)


async def nothing_of_it_leaked(site: Site, wire: Wire, vault: dict[str, list[str]], code: str) -> None:
    """Neither what was typed nor what follows from it; except the half that signs in, and that is no key."""
    slot, acct = vault["slots"][0], str(vault["acct"])
    salt = from_base64url(slot)[3:19]
    keys = passphrase_keys(acct, OWN, salt)
    master = KDF[1].stretch(OWN.encode(), salt)
    secret = {
        "master": master,
        "what opens the slot": hkdf(master, label("kring/v1/kek-pass", acct)),
        "the vault key": open_slot(slot, keys, acct),
    }
    typed = {"passphrase": OWN, "a word of it": "lantaarn", "the new one": NEW, "the code": code}
    typed |= {"a group": f" {code[:4]} ", **{name: base64url(key) for name, key in secret.items()}}
    kept = [path.read_bytes() for path in site.data.rglob("*") if path.is_file()]
    for places in (wire.heard(), kept):
        assert found(typed, places) == set()
        assert [name for name, key in secret.items() if any(key in place for place in places)] == []
    # the same net, with what may be found in it
    assert found({"signs in": keys.auth}, wire.heard()) == {"signs in"}
    assert found({"signs in": keys.auth}, kept) == set()
    assert found({"address": "noor@example.org"}, kept) == {"address"}


async def test_a_passkey_signs_in_and_opens_with_one_touch(own_site: Site, gather: Gather) -> None:
    # browsers know passkeys on localhost and not on a bare number
    gathering = gather(own_site.origin.replace("127.0.0.1", "localhost"), Gathering)
    noor = Holder(await gathering.sit("Noor"), own_site.data)
    words = await noor.sign_up()
    await noor.carry_passkeys()
    await noor.page.goto("/me/passkeys/new/")
    await noor.show_it_is_me(words)
    await noor.one.press(noor.one.button("Make the passkey"))
    await expect(noor.one.now).to_have_text(noor.one.text("Spare codes"))
    vault = (await (await noor.page.request.get("/me/keys/")).json())["vault"]
    assert (len(vault["slots"]), len(vault["credentials"])) == (2, 1)

    await noor.sign_out()
    await noor.page.goto("/sign-in/")
    await noor.one.press(noor.one.button("With a passkey"))
    await noor.sees_account()

    await noor.sign_out()
    await noor.sign_in(words)
    await expect(noor.one.now).to_have_text(noor.one.text("One thing more"))
    await noor.one.press(noor.one.button("With a passkey"))
    await noor.sees_account()

    await noor.one.press(noor.page.get_by_role("link", name=noor.one.text("Take away")))
    await noor.show_it_is_me(words)
    await noor.one.press(noor.one.button("Take it away"))
    await noor.sees_account()
    vault = (await (await noor.page.request.get("/me/keys/")).json())["vault"]
    assert (len(vault["slots"]), vault["credentials"]) == (1, [])


async def test_after_a_code_by_mail_the_old_passphrase_opens_or_one_begins_afresh(
    own_site: Site, gather: Gather
) -> None:
    gathering = gather(own_site.origin, Gathering)
    noor = Holder(await gathering.sit("Noor"), own_site.data)
    await noor.sign_up(OWN)
    before = (await (await noor.page.request.get("/me/keys/")).json())["vault"]["member"]

    elsewhere = Holder(await gathering.sit("Noor"), own_site.data)
    one = elsewhere.one
    await elsewhere.come_back_by_mail(NEW)
    await expect(one.now).to_have_text(one.text("Open your texts"))

    one.faults.expect("status of 403")
    await elsewhere.page.get_by_text(one.text("I have none of these any more")).click()
    await elsewhere.page.get_by_label(one.text("The passphrase with which you sign in now")).fill(OWN)
    await one.press(one.button("Begin with a new key"))
    await expect(
        elsewhere.page.get_by_text(
            one.text("That isn't your passphrase. Look once more; spaces and capitals count.")
        )
    ).to_be_visible()
    await elsewhere.page.get_by_label(one.text("The passphrase of before"), exact=True).fill(OWN)
    await one.press(one.button("Open"))
    await elsewhere.sees_account()
    assert (await (await elsewhere.page.request.get("/me/keys/")).json())["vault"]["member"] == before

    again = Holder(await gathering.sit("Noor"), own_site.data)
    await again.sign_in(NEW)
    await again.sees_account()


async def test_where_keys_end_with_each_page_nobody_types_twice(own_site: Site, gather: Gather) -> None:
    gathering = gather(own_site.origin, Gathering)
    await Holder(await gathering.sit("Noor"), own_site.data).sign_up(OWN)
    noor = Holder(await gathering.sit("Noor"), own_site.data)
    await noor.page.context.add_init_script("delete globalThis.SharedWorker;")

    await noor.sign_in(NEW)
    await expect(noor.page.get_by_text(noor.one.text(WRONG))).to_be_visible()
    await noor.sign_in(OWN)
    await noor.sees_account()
    await noor.page.goto("/circles/")
    assert await noor.opened() == "open"
    tab = Holder(Attendee(await noor.page.context.new_page(), "Noor", "en", noor.one.faults), own_site.data)
    await tab.page.goto("/circles/")
    assert await tab.opened() == "open"

    await noor.sign_out()
    await tab.sign_in(OWN)
    await tab.sees_account()
    await tab.page.evaluate("localStorage.clear()")
    await tab.page.reload()
    assert await tab.opened() == "locked"


@pytest.mark.parametrize(("screen", "language"), [(PHONE, "nl"), (DESKTOP, "en")], ids=["phone", "desktop"])
async def test_no_page_of_an_account_stands_in_anybody_s_way(
    own_site: Site, gather: Gather, screen: Screen, language: Language
) -> None:
    gathering = gather(own_site.origin, Gathering)
    noor = Holder(await gathering.sit("Noor", screen, language), own_site.data)
    faults: list[str] = []
    for address in ("/sign-in/", "/sign-up/", "/sign-in/recovery/", "/sign-in/lost/"):
        await noor.page.goto(address)
        faults += [f"{address} {fault}" for fault in await faults_of(noor.page)]
    words = await noor.sign_up()
    await noor.page.goto("/me/app/")
    faults += [f"showing who one is: {fault}" for fault in await faults_of(noor.page)]
    await noor.show_it_is_me(words)
    await expect(noor.one.now).to_have_text(noor.one.text("An app as second factor"))
    faults += [f"app {fault}" for fault in await faults_of(noor.page)]
    pages = [
        "/me/",
        "/me/address/",
        "/me/passphrase/",
        "/me/recovery-sheet/",
        "/me/passkeys/new/",
        "/me/leaving/",
    ]
    for address in [*pages, "/sign-out/"]:
        await noor.page.goto(address)
        assert await noor.opened() == "open"
        faults += [f"{address} {fault}" for fault in await faults_of(noor.page)]

    assert not faults, "\n".join(faults)
