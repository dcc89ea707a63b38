"""A place in one meeting: the keys to it, and the cookie that shows whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Self
from uuid import uuid4

import msgspec

from kring.client.link import Link
from kring.client.site import Refused, Site
from kring.client.vault import KringError, Vault
from kring.client.vault.chain import Statement
from kring.client.vault.shapes import Candidate, NextEpoch, PlacedBox
from kring.core.meetings import Agenda, usual
from kring.core.methods.load import load_blocks, load_library

AT_THE_DOOR = 202
SOMEBODY_WAS_FIRST = 409


class Lacking(msgspec.Struct, frozen=True):
    """Somebody inside who was never given the keys of these epochs."""

    acct: str
    epochs: tuple[int, ...]


class Keys(msgspec.Struct, frozen=True):
    """Everything that the vault needs, who waits for it, and who is still on the roster but gave up their seat."""

    epochs: tuple[Statement, ...]
    grants: dict[str, str]
    boxes: tuple[PlacedBox, ...]
    proofs: dict[str, str]
    knocks: tuple[Candidate, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def need_help(self) -> bool:
        """Whether a member has to do something: somebody waits, or left with the newest key."""
        return bool(self.knocks or self.lacking or self.gone)


class Seat:
    """One person in one meeting. Made by `open_meeting`, `open_agenda` or `knock`."""

    def __init__(self, link: Link, site: Site, vault: Vault, acct: str) -> None:
        self.link, self.site, self.vault, self.acct = link, site, vault, acct
        self.chain: tuple[
            Statement, ...
        ] = ()  # as far as it was fetched; the vault looks at the whole every time

    @classmethod
    async def open_meeting(cls, site: Site, *, method: str, pace: str = "live") -> Self:
        """Begin the usual meeting with a method of the library, as the begin page does."""
        found = next(one for one in load_library() if one.id == method)
        return await cls.open_agenda(site, usual(found, load_blocks()), pace=pace)

    @classmethod
    async def open_agenda(cls, site: Site, agenda: Agenda, *, pace: str = "live") -> Self:
        """Begin a meeting that was put together by hand."""
        vault, meeting = Vault(), str(uuid4())
        begun = vault.begin_group(group=meeting, now=datetime.now(UTC))
        body = {
            "meeting": meeting,
            "agenda": msgspec.to_builtins(agenda),
            "pace": pace,
            "acct": begun.acct,
            "member": begun.member,
            "statement": begun.statement,
            "grant": begun.grant,
            "box": begun.box,
            "door_hash": begun.door_token_hash,
            "share": vault.keep(group=meeting).server_share,
        }
        await site.post("/begin/", body)
        return cls(Link(site.origin, meeting, begun.secret), site, vault, begun.acct)

    @classmethod
    async def knock(cls, link: Link, language: str = "nl", site: Site | None = None) -> Self:
        """Knock with a link, on a device of its own or on this one. Somebody inside will open; `fetch_keys` tells when."""
        vault, site = Vault(), site or Site(link.origin, language)
        knocked = vault.knock(group=link.meeting, secret=link.secret)
        body = {
            "door_token": knocked.door_token,
            "acct": knocked.acct,
            "member": knocked.member,
            "mac": knocked.join_mac,
            "share": vault.keep(group=link.meeting).server_share,
        }
        await site.post(f"/m/{link.meeting}/door/", body)
        return cls(link, site, vault, knocked.acct)

    def path(self, rest: str = "") -> str:
        """Address of something of this meeting."""
        return f"/m/{self.link.meeting}/{rest}"

    async def fetch_keys(self) -> Keys | None:
        """
        Take in the keys as they are now. None as long as nobody has let us in.

        Raises:
            KringError: the chain doesn't hold, or the seat is somebody else's by now.
        """
        known = self.chain
        answer = await self.site.get(self.path(f"keys/?since={len(known)}"))
        if answer.status == AT_THE_DOOR:
            return None
        keys = msgspec.convert(answer.body, Keys)
        keys = msgspec.structs.replace(keys, epochs=(*known, *keys.epochs))
        self.vault.enter(
            group=self.link.meeting,
            chain=keys.epochs,
            grants=keys.grants,
            boxes=keys.boxes,
            proofs=keys.proofs,
        )
        if len(keys.epochs) > len(self.chain):
            self.chain = keys.epochs
        return keys

    async def help(self, keys: Keys) -> None:
        """
        Make a key without whoever left, let in who shows the secret of the link, and give late comers the keys of
        what was written before.
        """
        if keys.gone:
            # One at a time: each epoch has to be taken in before the next, and its news brings us back here.
            await self._send(self.vault.remove(group=self.link.meeting, acct=keys.gone[0]))
            return
        if keys.knocks:
            await self._admit(keys.knocks)
        for lacking in keys.lacking:
            await self._regrant(lacking)

    async def _admit(self, knocks: tuple[Candidate, ...]) -> None:
        try:
            epoch = self.vault.admit(group=self.link.meeting, secret=self.link.secret, candidates=knocks)
        except KringError:
            return  # nobody at the door knows the secret: they stay outside
        await self._send(epoch, epoch.proofs)

    async def _send(self, epoch: NextEpoch, proofs: Mapping[str, str] | None = None) -> None:
        body = {
            "statement": epoch.statement,
            "grants": epoch.grants,
            "box": epoch.box,
            "proofs": proofs or {},
        }
        try:
            await self.site.post(self.path("epochs/"), body)
        except Refused as refused:
            if refused.status != SOMEBODY_WAS_FIRST:
                raise

    async def _regrant(self, lacking: Lacking) -> None:
        if lacking.acct == self.acct:
            return
        grants = self.vault.regrant(group=self.link.meeting, acct=lacking.acct, epochs=lacking.epochs)
        if grants:
            await self.site.post(self.path("grants/"), {"acct": lacking.acct, "grants": grants})
