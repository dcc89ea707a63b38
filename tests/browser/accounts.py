"""What somebody with an account does, and the mail that comes for them."""

import os
import re
from pathlib import Path

from playwright.async_api import CDPSession, expect

from tests.browser.people import Attendee

CODE = re.compile(r"^Subject: ([A-Z0-9]{4}-[A-Z0-9]{4}) ", re.MULTILINE)
ABLE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
    "hasPrf": True,
}


class Holder:
    """
    Somebody with an account, at one browser.

    Args:
        data: Of the server: without a mail server, mail lies there.
    """

    def __init__(self, one: Attendee, data: Path) -> None:
        self.one, self.page, self._data = one, one.page, data
        self.email = f"{one.name.lower()}@example.org"

    def newest_code(self) -> str:
        letters = sorted((self._data / "mail").iterdir(), key=os.path.getmtime)
        codes: list[str] = CODE.findall("\n".join(letter.read_text() for letter in letters))
        return codes[-1]

    async def sign_up(self, passphrase: str | None = None) -> str:
        """Returns the passphrase: one's own, or the six words that the page drew."""
        one, page = self.one, self.page
        await page.goto("/sign-up/")
        await page.get_by_label(one.text("Your name"), exact=True).fill(one.name)
        await page.get_by_label(one.text("E-mail address"), exact=True).fill(self.email)
        if passphrase is None:
            words = page.locator("[data-part=words]")
            await expect(words).not_to_be_empty()
            passphrase = await words.inner_text()
            await page.get_by_label(one.text("I have written these words down")).check()
        else:
            await one.press(one.button("I'd rather choose my own"))
            await page.get_by_label(one.text("Your own passphrase"), exact=True).fill(passphrase)
        await one.press(one.button("Make my account"))
        await expect(one.now).to_have_text(one.text("Look in your mail"))
        await page.get_by_label("Code", exact=True).fill(self.newest_code())
        await page.keyboard.press("Enter")
        await expect(one.now).to_have_text(one.text("Your recovery sheet"))
        assert await self.opened() == "open"
        return passphrase

    async def sign_up_by_passkey(self, *, opens: bool = True) -> None:
        """As far as the page that makes the passkey, on a device whose passkeys open vaults or don't."""
        one, page = self.one, self.page
        await page.goto("/sign-up/")
        await self.carry_passkeys(opens=opens)
        await page.get_by_label(one.text("Your name"), exact=True).fill(one.name)
        await page.get_by_label(one.text("E-mail address"), exact=True).fill(self.email)
        await page.get_by_role("radio", name=one.text("With a passkey")).check()
        await expect(page.locator("[data-part=words]")).to_be_hidden()
        await one.press(one.button("Make my account"))
        await expect(one.now).to_have_text(one.text("Look in your mail"))
        await page.get_by_label("Code", exact=True).fill(self.newest_code())
        await page.keyboard.press("Enter")
        await expect(one.now).to_have_text(one.text("Your passkey"))

    async def copy_sheet(self) -> str:
        """Confirm the recovery sheet; returns its code."""
        code = self.page.get_by_role("list", name=self.one.text("The code, in seven groups"))
        await expect(code.get_by_role("listitem")).to_have_count(7)
        groups = await code.get_by_role("listitem").all_inner_texts()
        for asked in await self.page.locator("[data-part=asked] input").all():
            name = await asked.get_attribute("id") or ""
            await asked.fill(groups[int(name.partition("-")[2])].upper())
        await self.one.press(self.one.button("This sheet counts"))
        await expect(self.page.get_by_text(self.one.text("Your sheet counts from now on."))).to_be_visible()
        return "-".join(groups)

    async def sign_in(self, passphrase: str, email: str | None = None) -> None:
        """By keyboard alone."""
        await self.page.goto("/sign-in/")
        await expect(self.one.button("Sign in")).to_be_enabled()
        await self.page.get_by_label(self.one.text("E-mail address"), exact=True).focus()
        await self.page.keyboard.type(email or self.email)
        await self.page.keyboard.press("Tab")
        await self.page.keyboard.type(passphrase)
        await self.page.keyboard.press("Enter")

    async def come_back_by_mail(self, passphrase: str) -> None:
        """From the page for signing in, by a code, with another passphrase of one's own."""
        one, page = self.one, self.page
        await page.goto("/sign-in/")
        await one.press(page.get_by_role("link", name=one.text("I have lost my passphrase, or everything")))
        await page.get_by_label(one.text("E-mail address"), exact=True).fill(self.email)
        await one.press(one.button("Send me a code"))
        await expect(one.now).to_have_text(one.text("Look in your mail"))
        await page.get_by_label("Code", exact=True).fill(self.newest_code())
        await one.press(one.button("Go on"))
        await one.press(one.button("I'd rather choose my own"))
        await page.get_by_label(one.text("Your own passphrase"), exact=True).fill(passphrase)
        await one.press(one.button("Keep this passphrase"))

    async def sees_account(self, *, is_open: bool = True) -> None:
        """One's own page; whether what is sealed opened along with signing in."""
        await expect(self.one.now).to_have_text(self.one.text("My account"))
        shut = self.page.get_by_role("link", name=self.one.text("Your texts are shut: open"))
        if not is_open:
            await expect(shut).to_be_visible()
            return
        assert await self.opened() == "open"
        await expect(shut).to_be_hidden()

    async def opened(self) -> str:
        """What the page says once it has tried."""
        return str(
            await self.page.evaluate("""() => new Promise((resolve) => {
                const sign = document.querySelector('own-vault');
                const state = () => sign.dataset.state && resolve(sign.dataset.state);
                sign.addEventListener('own-vault', state);
                state();
            })""")
        )

    async def sign_out(self) -> None:
        await self.page.goto("/sign-out/")
        await self.one.press(self.page.get_by_role("main").get_by_role("button"))
        await expect(self.page.get_by_role("link", name=self.one.text("Sign in"), exact=True)).to_be_visible()

    async def carry_passkeys(self, *, opens: bool = True) -> CDPSession:
        """A device that can make passkeys, and as a rule opens vaults with them."""
        devtools = await self.page.context.new_cdp_session(self.page)
        await devtools.send("WebAuthn.enable")
        await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**ABLE, "hasPrf": opens}})
        return devtools

    async def show_it_is_me(self, passphrase: str) -> None:
        await expect(self.one.now).to_have_text(self.one.text("First show that it is you"))
        await self.page.get_by_label(self.one.text("Passphrase"), exact=True).fill(passphrase)
        await self.one.press(self.one.button("Go on"))
