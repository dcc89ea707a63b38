"""What a browser fetches for a page that it has never seen: the page, and everything that is named in it and by it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit
from zlib import MAX_WBITS, decompress

_IMPORT = re.compile(
    r"""(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']"""
)  # what a module needs to begin, not `import()`
_FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


@dataclass
class Visit:
    """
    The first visit to a page.

    Attributes:
        sizes: Bytes as they came over the line, by address.
        outside: Addresses of other servers.
    """

    port: int
    sizes: dict[str, int] = field(default_factory=dict)
    outside: set[str] = field(default_factory=set)
    text: str = ""

    @property
    def kb(self) -> float:
        """All together."""
        return sum(self.sizes.values()) / 1000

    def fetch(self, address: str) -> None:
        """An address and what it leads to, unless it was fetched already."""
        parts = urlsplit(address)
        if parts.netloc not in {"", f"127.0.0.1:{self.port}"} or parts.scheme == "data":
            if parts.scheme != "data":
                self.outside.add(address)
            return
        if parts.path in self.sizes:
            return
        kind, content, size = _get(self.port, parts.path)
        self.sizes[parts.path] = size
        for found in self._leads_to(kind, content):
            self.fetch(urljoin(address, found))

    def _leads_to(self, kind: str, content: bytes) -> list[str]:
        if kind == "text/html":
            page = _Page()
            self.text = content.decode()
            page.feed(self.text)
            return page.named
        if kind == "text/css":
            return self._named_by_css(content.decode())
        if kind.endswith("javascript"):
            return _IMPORT.findall(content.decode())
        return []

    def _named_by_css(self, css: str) -> list[str]:
        """Pictures, and the fonts for letters that the page has."""
        fonts = _FONT_FACE.findall(css)
        needed = [font for font in fonts if _covers(font, self.text)]
        return [url for part in (_FONT_FACE.sub("", css), *needed) for url in _URL.findall(part)]


def _covers(font: str, text: str) -> bool:
    ranges = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(font)]
    return not ranges or any(first <= ord(letter) <= last for letter in set(text) for first, last in ranges)


def _get(port: int, path: str) -> tuple[str, bytes, int]:
    """Type, content and size on the line of what is at an address."""
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("GET", path, headers={"Accept-Encoding": "gzip", "Accept-Language": "nl"})
        response = line.getresponse()
        sent = response.read()
    finally:
        line.close()
    if response.status != 200:  # noqa: PLR2004 - that it is there
        raise RuntimeError(f"{path} answered {response.status}")
    zipped = response.headers.get("Content-Encoding") == "gzip"
    content = decompress(sent, MAX_WBITS | 16) if zipped else sent
    return response.headers.get_content_type(), content, len(sent)


class _Page(HTMLParser):
    """Collects what a browser fetches along with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        has = {name: value or "" for name, value in attrs}
        fetched_rels = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
        if tag == "link" and fetched_rels & set(has.get("rel", "").split()):
            self.named.append(has.get("href", ""))
        elif tag in {"script", "img", "iframe", "source"} and has.get("src"):
            self.named.append(has["src"])
