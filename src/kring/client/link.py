"""The link to a meeting. What stands behind the # is the secret; it goes into the vault and to nobody else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PATH = re.compile(r"/m/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
SECRET = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes


class NotALink(ValueError):
    """What was given isn't a link to a meeting."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a meeting is, and the secret that lets somebody knock. The secret is never shown by accident."""

    origin: str
    meeting: str
    secret: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.origin}/m/{self.meeting}/#{self.secret}"


def read_link(text: str) -> Link:
    """
    Read a link as it was copied from the address bar.

    Raises:
        NotALink: with what is wrong with it, without repeating the secret.
    """
    parts = urlsplit(text.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NotALink("a link begins with http:// or https:// and the name of the server")
    path = PATH.fullmatch(parts.path if parts.path.endswith("/") else f"{parts.path}/")
    if path is None:
        raise NotALink("a link to a meeting looks like https://…/m/<meeting>/#<secret>")
    if not SECRET.fullmatch(parts.fragment):
        raise NotALink("the part after # is missing or incomplete: copy the whole link")
    return Link(f"{parts.scheme}://{parts.netloc}", path[1], parts.fragment)
