"""Kring's pages as a client needs them: JSON in, JSON out, and the cookie of a seat. Nothing but the standard library."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 20


class Refused(Exception):
    """
    The server didn't do it.

    Attributes:
        code: One word for programs.
        say: A sentence for people, in their language.
        status: Of the answer over HTTP; 0 where it came over the socket.
    """

    def __init__(self, code: str, say: str, status: int = 0) -> None:
        super().__init__(f"{code}: {say}")
        self.code, self.say, self.status = code, say, status


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: Any  # JSON: whoever asked knows its shape and checks it


class Site:
    """One server, and who we are there."""

    def __init__(self, origin: str, language: str = "nl") -> None:
        parts = urlsplit(origin)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.language = language
        self._host, self._port, self._safe = parts.hostname or "", parts.port, parts.scheme == "https"
        self._cookies: dict[str, str] = {}

    @property
    def cookie_headers(self) -> dict[str, str]:
        """Who we are here, and what we speak: for every request, that for a socket included."""
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Accept-Language": self.language}
        return {**headers, "Cookie": cookies} if cookies else headers

    def socket(self, path: str) -> str:
        """Address of a socket on this server."""
        return self.origin.replace("http", "ws", 1) + path

    async def get(self, path: str) -> Answer:
        """
        Ask for something.

        Raises:
            Refused: as for the other deeds, where the answer is a refusal.
            OSError: where there is no answer.
        """
        return await asyncio.to_thread(self._ask, "GET", path, None)

    async def post(self, path: str, body: object) -> Answer:
        """Do something."""
        return await asyncio.to_thread(self._ask, "POST", path, body)

    async def delete(self, path: str) -> Answer:
        """Undo something."""
        return await asyncio.to_thread(self._ask, "DELETE", path, None)

    def _ask(self, method: str, path: str, body: object) -> Answer:
        kind = HTTPSConnection if self._safe else HTTPConnection
        line = kind(self._host, self._port, timeout=TIMEOUT_SECONDS)
        try:
            headers = {
                **self.cookie_headers,
                "Origin": self.origin,
                "Accept": "application/json",
                "Content-Type": "application/json",
            }
            line.request(method, path, None if body is None else json.dumps(body), headers)
            response = line.getresponse()
            content = response.read()
            self._keep_cookies(response)
        finally:
            line.close()
        return _answer(response.status, content)

    def _keep_cookies(self, response: HTTPResponse) -> None:
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self._cookies[name] = morsel.value


def _answer(status: int, content: bytes) -> Answer:
    try:
        body = json.loads(content) if content else None
    except ValueError:
        raise Refused(
            "not_json", f"the server answered {status} with something that isn't JSON", status
        ) from None
    if status >= 400:  # noqa: PLR2004 - where refusals begin
        told = body if isinstance(body, dict) else {}
        raise Refused(
            str(told.get("refused", "refused")), str(told.get("say", f"refused ({status})")), status
        )
    return Answer(status, body)
