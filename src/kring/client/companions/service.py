"""
Companions on request: the page of a meeting hands over its link, and companions come.

A process apart from the site, on the visitor's own machine: the secret in the link goes from the browser straight to
the companions, and never through the server that they all meet on.
"""

from __future__ import annotations

import asyncio
import json
import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

from kring.client.companions.pace import HUMAN, Pace
from kring.client.companions.party import Party
from kring.client.link import Link, NotALink, read_link

COMPANIONS = 4
MOST_PARTIES = 5  # at once; each is four people who think, seal and open
LONGEST_REQUEST = 4096  # bytes; a link is a tenth of that

log = logging.getLogger(__name__)


class Companions:
    """
    The service, for as long as one is `async with` it.

    Args:
        sites: Origins of the one site that may ask, and that companions go to.
        port: Where to listen on this machine; 0 takes a free one.
    """

    def __init__(self, sites: frozenset[str], port: int = 0, pace: Pace = HUMAN) -> None:
        self.sites = sites
        self._pace = pace
        self._parties: set[asyncio.Task[None]] = set()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.companions = self

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self._server.shutdown)
        self._server.server_close()
        for party in self._parties:
            party.cancel()
        await asyncio.gather(*self._parties, return_exceptions=True)

    def invite(self, link: Link, language: str) -> bool:
        """Send companions to a meeting, unless too many are out already. May be called from any thread."""
        return asyncio.run_coroutine_threadsafe(self._invite(link, language), self._loop).result(10)

    async def _invite(self, link: Link, language: str) -> bool:
        if len(self._parties) >= MOST_PARTIES:
            return False
        party = asyncio.create_task(Party(link, COMPANIONS, self._pace, language=language).attend())
        self._parties.add(party)
        party.add_done_callback(self._went_home)
        return True

    def _went_home(self, party: asyncio.Task[None]) -> None:
        self._parties.discard(party)
        if not party.cancelled() and (problem := party.exception()) is not None:
            log.warning("companions went home early: %s", type(problem).__name__)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    companions: Companions


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_OPTIONS(self) -> None:
        """A browser asks whether that page may ask."""
        self._answer(204 if self._may_ask() else 403)

    def do_POST(self) -> None:
        """`{"link": …, "language": …}`: companions come, and speak that language (else the browser's)."""
        if not self._may_ask():
            self._answer(403)
            return
        try:
            length = min(int(self.headers.get("Content-Length", "0")), LONGEST_REQUEST)
            asked = json.loads(self.rfile.read(length))
            link = read_link(str(asked["link"]))
        except (NotALink, ValueError, LookupError, TypeError):
            self._answer(400, {"refused": "not_a_link"})
            return
        if link.origin not in self.server.companions.sites:
            self._answer(400, {"refused": "elsewhere"})
        elif self.server.companions.invite(link, self._language(asked)):
            self._answer(202, {"companions": COMPANIONS})
        else:
            self._answer(429, {"refused": "too_many"})

    def _may_ask(self) -> bool:
        return self.headers.get("Origin") in self.server.companions.sites

    def _language(self, asked: dict[str, object]) -> str:
        wished = str(asked.get("language") or self.headers.get("Accept-Language", ""))
        return "en" if wished.startswith("en") else "nl"

    def _answer(self, status: int, body: dict[str, object] | None = None) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if self._may_ask():
            self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
            self.send_header("Access-Control-Allow-Methods", "POST")
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
            self.send_header("Vary", "Origin")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Say nothing: whoever practises needn't read this."""
