"""What companions have to say: read from `lines.yaml`, dealt so that no two of them say the same."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from kring.core.methods.method import CardKind, Text


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Several things to say, in both languages."""

    nl: tuple[str, ...]
    en: tuple[str, ...]


class Character(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the cast, and what only they would say."""

    name: str
    own: dict[CardKind, Text]


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    cast: tuple[Character, ...]
    shared: dict[CardKind, Texts]


@cache
def script() -> Script:
    """What stands in the file."""
    return msgspec.yaml.decode(files(__package__).joinpath("lines.yaml").read_bytes(), type=Script)


class Lines:
    """
    The lines of one companion.

    Args:
        place: Which one of the cast, from 0.
        of: How many of the cast take part: the shared lines are dealt out among them.

    Attributes:
        language: `nl` or `en`; the meeting decides.
    """

    def __init__(self, place: int, of: int, language: str = "nl") -> None:
        self.character = script().cast[place % len(script().cast)]
        self.language = language
        self._place, self._of = place, of
        self._said: dict[CardKind, int] = {}

    def next(self, kind: CardKind) -> str:
        """The next thing to write on a card of this kind; after the last one it begins again."""
        said = self._said[kind] = self._said.get(kind, 0) + 1
        if said == 1 and (own := self.character.own.get(kind)) is not None:
            return str(getattr(own, self.language))
        lines = getattr(script().shared[kind], self.language)
        return str(lines[(self._place + (said - 1) * self._of) % len(lines)])
