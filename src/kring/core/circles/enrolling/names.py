"""Finding whom somebody means who writes a key, an address of mail or a name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Called(msgspec.Struct, frozen=True):
    """What somebody may be called by; `id` is what `Names` answers with."""

    id: str
    key: str
    name: str
    mail: str


class Names:
    """Everybody among whom somebody may be meant. Of those who come later a key or an address counts most."""

    def __init__(self, people: Iterable[Called]) -> None:
        """Look everybody up once."""
        self._name: dict[str, str] = {}
        self._key: dict[str, str] = {}
        self._mail: dict[str, str] = {}
        for one in people:
            self._name[one.id] = one.name
            self._key[one.key] = one.id
            if one.mail:
                self._mail[one.mail] = one.id
        alike: dict[str, list[str]] = {}
        for identity, name in self._name.items():
            alike.setdefault(_plain(name), []).append(identity)
        self._alone = {name: found[0] for name, found in alike.items() if len(found) == 1}

    def find(self, text: str) -> str | None:
        """By key, by address, or by a name that only one person has."""
        plain = _plain(text)
        return self._key.get(text.strip()) or self._mail.get(plain) or self._alone.get(plain)

    def called(self, identity: str) -> str:
        """Their name; somebody who isn't there is called as they were written."""
        return self._name.get(identity, identity)

    def is_there(self, identity: str) -> bool:
        """Whether it is one of them."""
        return identity in self._name


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
