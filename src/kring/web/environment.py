"""Settings come from the environment, through readers that say which variable is wrong and what it should be."""

import os
import secrets
from dataclasses import dataclass
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from kring.web.sign_on import NotReadable, Organisation, Saml, read_organisations

USUAL_DATA = Path("~/.local/share/kring")
METHODS = "methods"  # in the data folder: what `kring methods publish` puts there

_ON = {"1", "on", "true", "yes"}
_OFF = {"0", "off", "false", "no"}


def number(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number between two bounds, both allowed."""
    said = os.environ.get(name, "").strip()
    if not said:
        return default
    if not said.isascii() or not said.isdigit() or not least <= int(said) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {said!r}.")
    return int(said)


def switch(name: str, *, default: bool) -> bool:
    """On or off."""
    said = os.environ.get(name, "").strip().lower()
    if not said:
        return default
    if said not in _ON | _OFF:
        raise ImproperlyConfigured(f"{name} must be on or off, not {said!r}.")
    return said in _ON


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of a few words."""
    said = os.environ.get(name, "").strip() or default
    if said not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {said!r}.")
    return said


def hosts(name: str, default: list[str]) -> list[str]:
    """Names under which the site is reached, separated by commas; without scheme and port."""
    said = [host.strip() for host in os.environ.get(name, "").split(",") if host.strip()]
    for host in said:
        if "/" in host or (":" in host and not host.startswith("[")):
            raise ImproperlyConfigured(f"{name} must hold names such as kring.example.org, not {host!r}.")
    return said or default


def origin(name: str) -> str:
    """Scheme, host and port of another server (`http://127.0.0.1:8001`), or nothing."""
    said = os.environ.get(name, "").strip().rstrip("/")
    if not said:
        return ""
    parts = urlsplit(said)
    fits = parts.scheme in {"http", "https"} and parts.hostname and f"{parts.scheme}://{parts.netloc}" == said
    if not fits or any(sign in said for sign in " ;,'\""):
        raise ImproperlyConfigured(f"{name} must be an address such as http://127.0.0.1:8001, not {said!r}.")
    return said


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail leaves: to a file in the data folder until a server is named."""

    backend: str
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


_MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def mail(name: str) -> Mail:
    """A mail server as an address: `smtps://user:password@mail.example.org:465`. Signs in a password are %-encoded."""
    said = os.environ.get(name, "").strip()
    if said in {"", "file"}:
        return Mail("django.core.mail.backends.filebased.EmailBackend")
    if said == "console":
        return Mail("django.core.mail.backends.console.EmailBackend")
    try:
        parts = urlsplit(said)
        port = parts.port or _MAIL_PORTS[parts.scheme]
    except (KeyError, ValueError):
        parts, port = urlsplit(""), 0
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        # never repeats what was said: there may be a password in it
        raise ImproperlyConfigured(
            f"{name} must be an address such as smtps://user:password@mail.example.org."
        )
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )


def sender(name: str, *, default: str) -> str:
    """Whom mail is from: `Kring <kring@example.org>`."""
    said = os.environ.get(name, "").strip() or default
    if "@" not in parseaddr(said)[1] or "\n" in said:
        raise ImproperlyConfigured(
            f"{name} must be a sender such as Kring <kring@example.org>, not {said!r}."
        )
    return said


def sign_on(name: str) -> tuple[Organisation, ...]:
    """Organisations whose people may sign in by them, from the file that this variable names."""
    said = os.environ.get(name, "").strip()
    if not said:
        return ()
    try:
        found = read_organisations(Path(said).expanduser())
    except NotReadable as fault:
        raise ImproperlyConfigured(f"{name}: {fault}") from None
    if any(isinstance(one, Saml) for one in found) and find_spec("onelogin") is None:
        raise ImproperlyConfigured(f"{name}: for SAML, install Kring with `pip install 'kring[saml]'`.")
    return found


def folder(name: str, default: Path) -> Path:
    """A folder that only this user can enter; made when it isn't there."""
    path = Path(os.environ.get(name, "").strip() or default).expanduser()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(f"{name} must be a folder that Kring can write in: {problem}.") from None
    return path.resolve()


def secret(name: str, kept_in: Path) -> str:
    """A secret from the environment; else one that was made at the first start and is kept in a file."""
    said = os.environ.get(name, "")
    if said:
        if len(said) < 32:  # noqa: PLR2004 -- Django's own check asks for at least this order of length
            raise ImproperlyConfigured(f"{name} must be at least 32 characters long.")
        return said
    try:
        with open(kept_in, "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as fresh:
            fresh.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return kept_in.read_text()
