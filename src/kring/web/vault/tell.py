"""
What happened here that people in a live room want to know at once.

The live room stands above this one, so it can't be called by name: it leaves its ear here when the server starts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """
    Somebody knocked, was let in or went out, or a grant came.

    Attributes:
        epoch: The newest.
        box: Where texts lie from now on, when this is about a new epoch.
        alone: Whether no box but that may be used, because earlier keys are with somebody who is no longer in.
    """

    group: UUID
    epoch: int
    box: UUID | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class DoorClosed:
    """Nobody new comes in."""

    group: UUID


@dataclass(frozen=True, slots=True)
class Destroyed:
    """Everything is gone."""

    group: UUID


News = KeysChanged | DoorClosed | Destroyed

_ears: list[Callable[[News], None]] = []


def listen(ear: Callable[[News], None]) -> None:
    """Hear of everything from now on, on whatever thread it happens."""
    _ears.append(ear)


def stop_listening(ear: Callable[[News], None]) -> None:
    """No more."""
    _ears.remove(ear)


def tell(news: News) -> None:
    """Tell it once what happened is stored."""

    def to_all() -> None:
        for ear in tuple(_ears):
            ear(news)

    transaction.on_commit(to_all)
