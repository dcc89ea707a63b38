"""An account, made as a browser makes one: the passphrase stays here, and what the server gets of it opens nothing."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import uuid4

from kring.client.site import TIMEOUT_SECONDS, Refused, Site
from kring.client.vault.keys import SlotKind, derive_keys, make_slot, passphrase_keys
from kring.client.vault.primitives import base64url

DONE = 302  # a form that was taken leads to another page


class Desk(Site):
    """Where somebody is signed in: JSON, and plain forms besides. Knows plain http alone: it is for this machine."""

    async def fill_in(self, path: str, **fields: str) -> int:
        """Send a form; tells how it was answered, and goes no further."""
        return await asyncio.to_thread(self._send, path, urlencode(fields))

    async def look_at(self, path: str) -> int:
        """A page; tells whether it is there."""
        return await asyncio.to_thread(self._send, path, None)

    def _send(self, path: str, form: str | None) -> int:
        line = HTTPConnection(self._host, self._port, timeout=TIMEOUT_SECONDS)
        headers = {**self.cookie_headers, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            line.request("GET" if form is None else "POST", path, form, headers)
            response = line.getresponse()
            response.read()
            self._keep_cookies(response)
        finally:
            line.close()
        return response.status


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Who that is, and the key that opens everything of theirs."""

    acct: str
    vault_key: bytes


async def sign_up(
    desk: Desk, *, name: str, mail: str, passphrase: str, code: Callable[[], str]
) -> NewAccount:
    """
    An account, its keys, and a passphrase that opens them in any browser. `desk` is signed in afterwards.

    `code` tells the code that was mailed to the address.

    Raises:
        Refused: the server doesn't make one.
    """
    acct, vault_key, salt = str(uuid4()), secrets.token_bytes(32), secrets.token_bytes(16)
    keys = await asyncio.to_thread(passphrase_keys, acct, passphrase, salt)
    given = {"name": name, "email": mail, "password1": keys.auth, "salt": base64url(salt), "acct": acct}
    await _take(desk, "/sign-up/", given)
    await _take(desk, "/sign-up/code/", {"code": code()})
    own = derive_keys(vault_key, acct)
    slot = make_slot(SlotKind.PASS, keys, acct, vault_key, salt=salt)
    await desk.post("/me/keys/", {"member": [acct, own.exchange_open, own.signing_open], "slots": [slot]})
    return NewAccount(acct, vault_key)


async def _take(desk: Desk, path: str, form: dict[str, str]) -> None:
    status = await desk.fill_in(path, **form)
    if status != DONE:
        raise Refused("not_signed_up", f"{path} answered {status}", status)
