"""What the server says over the socket, in the words of docs/developer/protocol.md."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.plan import Plan


class Welcome(msgspec.Struct, frozen=True):
    """The first thing somebody hears inside."""

    you: str
    number: int
    now: datetime
    plan: Plan
    language: str


class Epoch(msgspec.Struct, frozen=True):
    """The newest epoch there is."""

    epoch: int


class Message(msgspec.Struct, frozen=True):
    """One message; the fields that belong together are set, unknown ones are passed over."""

    waiting: bool = False
    welcome: Welcome | None = None
    events: tuple[dict[str, Any], ...] = ()  # Any: JSON, read by `numbered` below
    done: str | None = None
    number: int = 0
    refused: str | msgspec.UnsetType | None = msgspec.UNSET
    code: str = ""
    say: str = ""
    keys: Epoch | None = None
    door: str | None = None


_message = msgspec.json.Decoder(Message)


def read_message(text: str | bytes) -> Message:
    """Read one message."""
    return _message.decode(text)


def numbered(event: dict[str, Any]) -> Numbered:  # Any: JSON, checked here against the types of the engine
    """Read one event as it was sent: number and moment stand beside it, and what one may not know is left out."""
    told = {"by": "", "text": "", **event}
    return Numbered(
        number=msgspec.convert(told["number"], int),
        at=msgspec.convert(told["at"], datetime),
        event=msgspec.convert(told, AnyEvent),
    )
