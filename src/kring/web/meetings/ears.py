"""Who wants to know that a meeting is over. A room above this one leaves its ear here when the site starts."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

_ears: list[Callable[[UUID, datetime], None]] = []


def at_closing(ear: Callable[[UUID, datetime], None]) -> None:
    """Be told of each meeting that ends, in the same transaction and before anything of it is destroyed."""
    _ears.append(ear)


def tell_closing(meeting: UUID, at: datetime) -> None:
    """It is over; told once more where a server stopped in between, so the ears take it twice."""
    for ear in _ears:
        ear(meeting, at)
