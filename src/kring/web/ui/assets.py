"""The built scripts, styles and fonts: by which name they were built, and their bytes."""

import gzip
import json
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

DIST = Path(__file__).parent / "static/kring/dist"
MANIFEST = DIST / "manifest.json"

_PACKED_ALREADY = {".woff2", ".png", ".jpg", ".webp"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One built file. `integrity` is the hash by which a browser recognises it."""

    file: str
    integrity: str
    kind: str
    content: bytes
    gzipped: bytes | None

    @property
    def url(self) -> str:
        """Where the site serves it; the name carries a hash of the content, so it may be kept for good."""
        return f"{settings.STATIC_URL}{self.file}"


def asset(entry: str) -> Asset:
    """
    The file that stands for an entry such as `room.js`.

    Raises:
        KeyError: the front end was built without it.
    """
    return _entries(MANIFEST.stat().st_mtime_ns)[entry]


def asset_by_file(file: str) -> Asset | None:
    """The asset with that file name, if there is one."""
    return _files(MANIFEST.stat().st_mtime_ns).get(file)


# Read once for each build, so that a page never costs a look at the disk beyond the manifest's time.


@lru_cache(maxsize=1)
def _entries(built: int) -> dict[str, Asset]:
    described = json.loads(MANIFEST.read_bytes())["files"]
    return {entry: _read(told["file"], told["integrity"]) for entry, told in described.items()}


@lru_cache(maxsize=1)
def _files(built: int) -> dict[str, Asset]:
    return {found.file: found for found in _entries(built).values()}


def _read(file: str, integrity: str) -> Asset:
    path = DIST / file
    content = path.read_bytes()
    kind = {".woff2": "font/woff2", ".wasm": "application/wasm", ".js": "text/javascript"}.get(path.suffix)
    kind = kind or mimetypes.guess_type(file)[0] or "application/octet-stream"
    gzipped = None if path.suffix in _PACKED_ALREADY else gzip.compress(content, compresslevel=9, mtime=0)
    return Asset(file, integrity, kind, content, gzipped)
