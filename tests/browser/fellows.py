"""
Members without a screen: each has an account, keys and a session of their own, and every text of theirs is really sealed.

Whoever of them should sit before a browser later signs in there with the passphrase, or finds everything open there.
"""

import asyncio
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import msgspec
from playwright.async_api import StorageState, StorageStateCookie

from kring.client import account
from kring.client.account import Desk
from kring.client.link import Link
from kring.client.room import Room
from kring.client.seat import AT_THE_DOOR, Seat
from kring.client.vault import Opened, Sealed, Vault
from kring.client.vault.keys import keep_key
from kring.client.vault.seat import ANONYMOUS
from kring.core.meetings import usual
from kring.core.methods.load import load_blocks, load_library
from tests.browser.accounts import CODE
from tests.browser.words import Language

LOOK_AGAIN_SECONDS = 0.1
LET_IN_WITHIN_SECONDS = 30


class Device(Desk):
    """Where somebody is signed in, as a browser would remember it."""

    @property
    def cookies(self) -> list[StorageStateCookie]:
        """As a browser keeps them."""
        return [
            {
                "name": name,
                "value": value,
                "domain": self._host,
                "path": "/",
                "expires": -1,
                "httpOnly": True,
                "secure": False,
                "sameSite": "Lax",
            }
            for name, value in self._cookies.items()
        ]


@dataclass
class Fellow:
    """
    Somebody with an account.

    Attributes:
        circle: The id of the circle that they belong to; empty before.
        epoch: The newest key that they were handed.
    """

    name: str
    passphrase: str
    acct: str
    device: Device
    vault: Vault
    vault_key: bytes
    circle: str = ""
    epoch: int = -1

    @property
    def email(self) -> str:
        return address_of(self.name)

    def path(self, rest: str = "") -> str:
        return f"/circles/{self.circle}/{rest}"

    # coming in ----------------------------------------------------------------------------------

    async def accept(self, invitation: str) -> None:
        """With the link that a member made; the next vault of the circle that looks lets them in."""
        parts = urlsplit(invitation)
        _, _, self.circle, invite, _ = parts.path.split("/")
        self.vault.sit(group=self.circle, name=self.name, invited=(invite, parts.fragment))
        member, mac = self.vault.accept(group=self.circle, invite=invite, secret=parts.fragment)
        await self.device.post(parts.path, {"member": list(member), "mac": mac})

    def come_into(self, circle: str) -> None:
        """A circle that one's own browser started or joined: the keys are the same."""
        self.circle = circle
        self.vault.sit(group=circle, name=self.name)

    async def look(self) -> dict[str, Any]:
        """Take in the circle's keys as they are now, as every page of it does; waits until one is let in."""
        async with asyncio.timeout(LET_IN_WITHIN_SECONDS):
            while (answer := await self.device.get(self.path("keys/"))).status == AT_THE_DOOR:  # noqa: ASYNC110 - nobody rings here
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        keys: dict[str, Any] = answer.body
        entered = self.vault.enter(
            group=self.circle,
            chain=keys["epochs"],
            grants=keys["grants"],
            boxes=keys["boxes"],
            proofs=keys["proofs"],
        )
        self.epoch = entered.epoch
        return keys

    # in the circle ------------------------------------------------------------------------------

    async def answer_about_authority(self) -> None:
        """Nobody here stands above or below me."""
        assert await self.device.fill_in(self.path("authority/")) == 302

    async def assent(self, version: str) -> None:
        assert await self.device.fill_in(self.path(f"rules/{version}/assent/")) == 302

    async def keep(self, field: str, item: str, text: str, *, rev: int = 1, unnamed: bool = False) -> None:
        """A text that lasts; newly sealed under the newest key."""
        sealed = self.seal(field, item, text, rev=rev, unnamed=unnamed)
        await self.device.post(
            self.path("sealed/"), {"item": item, "field": field, "rev": rev, "text": sealed}
        )

    def seal(self, field: str, item: str, text: str, *, rev: int = 1, unnamed: bool = False) -> str:
        author = ANONYMOUS if unnamed else None
        return self.vault.seal(group=self.circle, item=item, field=field, rev=rev, text=text, author=author)

    async def read(self, field: str) -> list[Opened]:
        """Every text of a field that the server hands out: opened, or why not."""
        answer = await self.device.get(self.path(f"sealed/?field={field}"))
        return self.open(answer.body["sealed"])

    def open(self, texts: Sequence[dict[str, Any]]) -> list[Opened]:
        places = [
            Sealed(one["envelope"], one["item"], one["field"], one["author"], one["rev"]) for one in texts
        ]
        return self.vault.open(group=self.circle, items=places)

    # before a browser ---------------------------------------------------------------------------

    async def keep_here(self) -> StorageState:
        """What a browser holds in which one has signed in, and keeps the keys: they lie there locked in two halves."""
        kept = keep_key(self.vault_key, self.acct, self.acct)
        await self.device.post("/me/keys/here/", {"share": kept.server_share})
        half = json.dumps({"deviceSecret": kept.device_secret, "wrapped": kept.wrapped})
        return {
            "cookies": self.device.cookies,
            "origins": [
                {"origin": self.device.origin, "localStorage": [{"name": "kring:own:kept", "value": half}]}
            ],
        }

    # meetings -----------------------------------------------------------------------------------

    async def open_room(self, method: str, minutes: int, date: str | None) -> str:
        """Open the circle's room; returns the meeting's id."""
        meeting = str(uuid4())
        found = next(one for one in load_library() if one.id == method)
        begun = self.vault.begin_group(group=meeting, now=datetime.now(UTC), acct=self.acct)
        body = {
            "meeting": meeting,
            "date": date,
            "agenda": msgspec.to_builtins(usual(found, load_blocks(), minutes)),
            "pace": "live",
            "member": begun.member,
            "statement": begun.statement,
            "grant": begun.grant,
            "box": begun.box,
            "door_hash": begun.door_token_hash,
            "share": self.vault.keep(group=meeting).server_share,
            "link": self.seal("meeting.link", meeting, begun.secret),
        }
        await self.device.post(self.path("meetings/new/"), body)
        self._link = Link(self.device.origin, meeting, begun.secret)
        return meeting

    def room(self) -> Room:
        """The one that this member opened."""
        return Room(Seat(self._link, self.device, self.vault, self.acct))

    async def walk_in(self, meeting: str) -> Room:
        """Into the room that another opened, with the secret that lies sealed in the circle."""
        keys = await self.look()
        [sealed] = [
            one for one in keys["standing"] if (one["field"], one["item"]) == ("meeting.link", meeting)
        ]
        [opened] = self.open([sealed])
        assert opened.text is not None, opened.error
        knocked = self.vault.knock(group=meeting, secret=opened.text, acct=self.acct)
        body = {
            "door_token": knocked.door_token,
            "acct": knocked.acct,
            "member": knocked.member,
            "mac": knocked.join_mac,
            "share": self.vault.keep(group=meeting).server_share,
        }
        await self.device.post(f"/m/{meeting}/door/", body)
        return Room(Seat(Link(self.device.origin, meeting, opened.text), self.device, self.vault, self.acct))


async def sign_up(origin: str, data: Path, name: str, language: Language) -> Fellow:
    """An account, its keys, and a passphrase that opens them in any browser."""
    passphrase, device = secrets.token_urlsafe(), Device(origin, language)
    mail = address_of(name)
    made = await account.sign_up(
        device, name=name, mail=mail, passphrase=passphrase, code=lambda: code_for(mail, data)
    )
    vault = Vault((made.acct, made.vault_key))
    return Fellow(name, passphrase, made.acct, device, vault, made.vault_key)


def address_of(name: str) -> str:
    return f"{name.lower()}@example.org"


def code_for(email: str, data: Path) -> str:
    """Out of the one letter that came for them."""
    letters = [letter.read_text() for letter in (data / "mail").iterdir()]
    [code] = [code for letter in letters if f"To: {email}" in letter for code in CODE.findall(letter)]
    return str(code)
