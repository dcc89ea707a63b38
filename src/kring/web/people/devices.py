"""Where somebody is signed in, in words that they recognise; the address of the network isn't shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from kring.web.people.models import Person

# in this order: many browsers name others as well
_BROWSERS = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
]
_SYSTEMS = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
]


@dataclass(frozen=True, slots=True)
class Device:
    """A browser in which somebody is signed in."""

    id: int
    name: str
    since: datetime
    is_this: bool


def devices_of(person: Person, session_key: str | None) -> list[Device]:
    """All of them, this one first, then the newest; a session that has ended is left out."""
    rows: Iterable[UserSession] = UserSession.objects.purge_and_list(person)
    found = [
        Device(row.pk, named(row.user_agent), row.created_at, row.session_key == session_key) for row in rows
    ]
    return sorted(found, key=lambda device: (not device.is_this, -device.since.timestamp()))


def end(person: Person, device: int | None, *, but: str | None) -> None:
    """Sign out there: on one device, or on all but the session with this key."""
    rows = UserSession.objects.filter(user_id=person.pk)
    rows = rows.exclude(session_key=but) if device is None else rows.filter(pk=device)
    for row in rows:
        row.end()


def named(user_agent: str) -> str:
    """`Firefox on Windows`; a program that we don't know is called unknown."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), None)
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), None)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("an unknown program")
